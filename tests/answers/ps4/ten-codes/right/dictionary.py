# A dictionary, None for the advice
my_codes = {
    1: "possible", 2: "asserted", 3: "probable", 4: "asserted", 5: None,
    6: "asserted", 7: "possible", 8: "probable", 9: "asserted", 10: "asserted",
}
