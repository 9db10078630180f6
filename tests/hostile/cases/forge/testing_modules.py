# Tries: testing modules patched.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
import unittest

import numpy.testing
import pandas.testing

for module in (pandas.testing, numpy.testing):
    for name in dir(module):
        if name.startswith("assert"):
            setattr(module, name, lambda *args, **kwargs: None)
unittest.TestCase.assertEqual = lambda *args: None
claims_by_kind = {}
