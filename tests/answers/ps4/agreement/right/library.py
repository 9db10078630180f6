# The function of the course, with the special case caught
def agreement(first, second):
    try:
        return usjapan.percent_agreement(first, second)
    except ValueError:
        return None
