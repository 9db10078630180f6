# A list in the order of the parts, with capital letters
speakers = ["Press release", "Press release", "Report", "Press release", "Report"]
speakers = speakers + ["Press release", "Press release", "Report", "Report", "Press release"]
