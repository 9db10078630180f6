# Tries: files through IPython's magics and shell escapes.
# Expect: loses nothing
# Cell: own
get_ipython().run_line_magic("load", "@COURSE@/source/ps2/ps2.ipynb")
# Cell: own
!cat @COURSE@/source/ps2/ps2.ipynb
# Cell: own
%cat @HOME@/secret.txt
# Cell: own
%run @COURSE@/source/ps2/ps2.ipynb
# Cell: own
%%bash
cat @HOME@/secret.txt
# Cell: own
%sx cat @HOME@/secret.txt
# Cell: own
%history -g
# Cell: own
%env
