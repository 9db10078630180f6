# Tries: settings of pandas, NumPy, Altair, locale and random that must not reach the tests.
# Expect: loses nothing
# Cell: own first
import locale
import random

import numpy as np

pd.set_option("display.max_rows", 1)
pd.options.mode.chained_assignment = "raise"
np.seterr(all="raise")
np.set_printoptions(precision=1)
random.seed(1)
alt.data_transformers.disable_max_rows()
locale.setlocale(locale.LC_ALL, "C")
