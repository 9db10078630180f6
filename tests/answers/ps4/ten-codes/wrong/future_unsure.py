# Misconception: what lies ahead cannot be asserted. Hint: that a thing lies ahead is no mark
my_codes = {
    1: "possible", 2: "probable", 3: "probable", 4: "asserted", 5: None,
    6: "asserted", 7: "possible", 8: "probable", 9: "probable", 10: "asserted",
}
