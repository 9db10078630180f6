# Tries: IPython's magics and its shell escapes, of which the last cannot work.
# Expect: loses nothing
# Cell: own first
%matplotlib inline
# Cell: own first
%load_ext autoreload
%autoreload 2
# Cell: own
%time x = sum(range(1000))
# Cell: own
%%time
x = sum(range(1000))
# Cell: own
%%timeit -n 1 -r 1
sum(range(10))
# Cell: own
%whos
# Cell: own
%pip install pandas
# Cell: own
!ls
# Cell: own
usjapan?
# Cell: own
%%writefile notes.py
x = 5
# Cell: own
%run notes.py
