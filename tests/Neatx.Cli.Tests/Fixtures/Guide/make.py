"""Makes ratings.csv, long.csv and scores.csv: python3 make.py. Needs nothing but Python 3."""
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

with open("scores.csv", "w") as file:
    file.write("ImageID,PatientID,drain,outcome,resnet,densenet\n")
    for row in range(60):
        drain = random.random() < .4
        label = .5 if row in (7, 31) else "" if row == 18 else int(drain)
        resnet, densenet = (min(1, max(0, random.gauss(.35 + gap * drain, .2))) for gap in (.15, .35))
        outcome = "Poor" if random.random() < .3 + .2 * drain else "Good"
        file.write(f"image{row + 1:02d},p{row * 5 // 12 + 1:02d},{label},{outcome},{resnet:.3f},{densenet:.3f}\n")
