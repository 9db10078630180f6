# A list in the order of the sentences, other spelling
voices = ["participants", "author", "author", "author", "official", "official", "author", "presented report"]
