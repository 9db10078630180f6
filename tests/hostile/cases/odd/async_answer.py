# Tries: an async function where a plain one is asked for: its result is waited for.
# Expect: loses nothing
# Cell: real-terms
async def in_prices_of(amount, index_then, index_target):
    return amount * index_target / index_then
