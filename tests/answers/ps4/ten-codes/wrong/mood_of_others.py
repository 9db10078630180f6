# Misconception: doubt in the people spoken about is doubt in the speaker. Hint: the code follows the speaker and the main clause
my_codes = {
    1: "possible", 2: "asserted", 3: "probable", 4: "possible", 5: None,
    6: "possible", 7: "possible", 8: "probable", 9: "asserted", 10: "possible",
}
