# Tries: honest top-level await, async functions and asyncio.run.
# Expect: loses nothing
# Cell: own first
import asyncio


async def double(x):
    await asyncio.sleep(0.01)
    return 2 * x


doubled = await double(21)
# Cell: demand
total_of = await double(1)


def demanded_amount(current, multiple):
    return {"total": current * multiple, "increase": current * multiple - current}
