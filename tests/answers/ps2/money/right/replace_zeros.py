# A function for one unit, ids in the index, sorted and turned round
def money_in_dollars(quantities):
    def factor(unit):
        return {"million": 10**6, "billion": 10**9}.get(unit.split()[-1], 1)

    money = quantities.query("currency == 'USD'")
    money = money.assign(dollars=[value * factor(unit) for value, unit in zip(money["value"], money["unit"])])
    return money.sort_values("dollars")[::-1].set_index("quantity_id")[["dollars"]]
