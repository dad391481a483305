"""Makes ratings.csv, long.csv, scores.csv and weights.safetensors: python3 make.py. Needs nothing but Python 3."""
import json
import random
import struct

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

# The first layers of a DenseNet that was wrapped in DataParallel, and a head for four tubes.
SHAPES = {"module.classifier.bias": [4], "module.classifier.weight": [4, 8], "module.features.conv0.weight": [8, 3, 3, 3], "module.features.norm0.weight": [8]}
header, data = {"__metadata__": {"format": "pt"}}, b""
for name, shape in SHAPES.items():
    count = 1
    for side in shape:
        count *= side
    values = struct.pack(f"<{count}f", *(random.gauss(0, .1) for _ in range(count)))
    header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [len(data), len(data) + len(values)]}
    data += values
text = json.dumps(header, separators=(",", ":")).encode()
text += b" " * (-len(text) % 8)
with open("weights.safetensors", "wb") as file:
    file.write(struct.pack("<Q", len(text)) + text + data)
