# Tries: the gradebook through nbgrader's own interface.
# Expect: loses nothing
# Cell: own
try:
    from nbgrader.api import Gradebook

    with Gradebook("sqlite:///@COURSE@/gradebook.db") as book:
        print([s.last_name for s in book.students])
except BaseException as error:
    print(type(error).__name__)
