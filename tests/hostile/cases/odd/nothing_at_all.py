# Tries: the notebook as it was given out.
# Expect: loses everything
# Rest: blank
# Cell: own
# Cell: own
   
