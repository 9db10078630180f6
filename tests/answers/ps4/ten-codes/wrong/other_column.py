# Misconception: a sentence about the future gets the code forecast. Hint: is none of the three values
my_codes = {
    1: "forecast", 2: "forecast", 3: "assessment", 4: "fact", 5: "recommendation",
    6: "assessment", 7: "assessment", 8: "forecast", 9: "forecast", 10: "assessment",
}
