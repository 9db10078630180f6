# Tries: widgets and interact, which are shown and not waited for.
# Expect: loses nothing
# Cell: own
import ipywidgets as widgets
from ipywidgets import interact

slider = widgets.IntSlider(value=3)
slider.observe(print)
display(slider)


@interact(x=(0, 10))
def show(x=1):
    print(x)
    return x


out = widgets.Output()
with out:
    print("inside")
out
# Cell: own
from usjapan import widgets as course_widgets

course_widgets
