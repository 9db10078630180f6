# Tries: progress shown by clear_output, a display handle and update_display.
# Expect: loses nothing
# Shows: done 49
# Cell: own
from IPython.display import clear_output, display, update_display
h = display("start", display_id="p")
for n in range(50):
    clear_output(wait=True)
    print("done", n)
    h.update(n)
    update_display(n, display_id="p")
display(h)
