"""Makes ratings.csv and long.csv: python3 make.py. Needs nothing but Python 3."""
import random

A = [0, 0, 1, .75, 0, 0, 1, 1, .25, 0, 0, 1, .5, 0, 1, 0, 0, .25, 1, 0, .75, 0, 1, 0]
B = [0, .25, 1, 1, 0, 0, .75, .5, .25, 0, 0, 1, .25, 0, 1, 1, 0, 0, 1, 0, .25, 0, "INVALID", ""]
TRUTH = "normal mild severe normal mild normal severe mild normal normal mild severe".split()

with open("ratings.csv", "w") as file:
    file.write("ImageID,PatientID,rater_a,rater_b\n")
    for row, (a, b) in enumerate(zip(A, B)):
        file.write(f"image{row + 1:02d},p{row // 2 + 1:02d},{a},{b}\n")

random.seed(4)
with open("long.csv", "w") as file:
    file.write("item,rater,label,known\n")
    for item, truth in enumerate(TRUTH):
        for rater in "abcde":
            if random.random() < .12:
                continue
            label = truth if random.random() < .8 else random.choice(["normal", "mild", "severe"])
            file.write(f"{item + 1},{rater},{label},{truth if item < 4 else ''}\n")
