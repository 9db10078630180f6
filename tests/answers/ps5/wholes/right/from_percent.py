# The part divided by the share, in the order of the sentences
wholes = [9 / 0.36, 9 / 0.30, 16 / 0.32, 16 / 0.80, 12 / 0.80, 3 / 0.06]
wholes = [float(round(whole)) for whole in wholes]
