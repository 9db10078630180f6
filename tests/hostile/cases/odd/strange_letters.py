# Tries: Japanese, emoji, zero bytes, lone surrogates and control characters in code and output.
# Expect: loses nothing
# Cell: own
print("日米同盟 🗾 \u0000 \x1b[31mred\x1b[0m \r\b \u202e")
# Cell: own
print("\ud800 alone \udfff")
display({"text/plain": "\ud83d", "text/html": "<b>\udead</b>", "application/json": {"\ud800": "\udfff"}}, raw=True)
# Cell: own
raise ValueError("\ud800")
# Cell: own
同盟 = 1
print(同盟)
