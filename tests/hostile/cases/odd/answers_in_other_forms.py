# Tries: answers as lambda, partial, method, class with __call__ and cached function.
# Expect: loses nothing
# Cell: demand
import functools


class Demand:
    def __call__(self, current, multiple):
        return current * multiple, current * multiple - current


demanded_amount = Demand()
# Cell: real-terms
in_prices_of = functools.partial(lambda power, amount, then, target: amount * (target / then) ** power, 1)
# Cell: money
import functools


@functools.lru_cache(maxsize=None)
def _factor(unit):
    return {"USD": 1, "USD million": 1_000_000, "USD billion": 1_000_000_000}[unit]


class Money:
    @staticmethod
    def in_dollars(quantities):
        money = quantities[quantities["currency"] == "USD"]
        dollars = [value * _factor(unit) for value, unit in zip(money["value"], money["unit"])]
        return money.assign(dollars=pd.Series(dollars, index=money.index, dtype=float)).sort_values("dollars", ascending=False)


money_in_dollars = Money().in_dollars
