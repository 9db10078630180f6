# Tries: an input transformer that empties every cell that comes after, the tests included.
# Expect: loses everything
# Rest: blank
# Cell: claims-by-kind
get_ipython().input_transformers_cleanup.append(lambda lines: [])
get_ipython().input_transformers_post.append(lambda lines: [])
claims_by_kind = {}
