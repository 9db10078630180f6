# A Series with capital letters
voices = pd.Series({"s1": "Participants", "s2": "Author", "s3": "Author", "s4": "Author"})
voices = pd.concat([voices, pd.Series({"s8": "Presented_report", "s7": "Author", "s6": "Official", "s5": "Official"})])
