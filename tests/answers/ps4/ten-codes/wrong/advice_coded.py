# Misconception: advice is as sure as it sounds, and a word such as clearly makes a level of its own. Hint: neither sure nor unsure and gets no code
my_codes = {
    1: "possible", 2: "asserted", 3: "probable", 4: "asserted", 5: "asserted",
    6: "asserted", 7: "possible", 8: "probable", 9: "probable", 10: "asserted",
}
