# Misconception: a sentence is either sure or possible. Hint: possible and probable have marks of their own
my_codes = {
    1: "possible", 2: "asserted", 3: "possible", 4: "asserted", 5: None,
    6: "asserted", 7: "possible", 8: "possible", 9: "asserted", 10: "asserted",
}
