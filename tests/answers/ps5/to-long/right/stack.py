# stack to a Series with two names at each number
def to_long(wide):
    long = wide.stack()
    return long[long > 0].rename_axis(["report_id", "addressee"]).rename("claims")
