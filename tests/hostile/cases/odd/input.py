# Tries: a question to somebody at the keyboard.
# Expect: loses nothing
# Shows: nobody is there
# Cell: own
name = input("Your name? ")
# Cell: own
import getpass

getpass.getpass()
