"""Outputs of torchvision's networks, and of Keras' as written down here, on weights and images that a formula gives. Writes parity.json:

    /usr/bin/python3 parity.py > parity.json          all cases
    /usr/bin/python3 parity.py densenet121.torchvision.64 ...   some

torchvision 0.14.1 with torch 1.13 (Debian's python3-torchvision) made the file. The cases called "keras" were NOT made with Keras, which is not
to be had here: class Keras below follows keras/applications/{densenet,resnet,inception_v3}.py step by step, with Keras' explicit padding layers, in
torch's functions. ParityTests.cs holds the same formula.
"""
import json
import math
import sys

import numpy as np
import torch
import torch.nn.functional as F
import torchvision

OUTPUTS, IMAGES = 5, 2
MASK = (1 << 64) - 1


def uniform(name, count):
    """Numbers in [-1, 1), multiples of 2^-23: splitmix64 from the FNV-1a hash of the name, its upper 24 bits."""
    seed = 0xCBF29CE484222325
    for character in name:
        seed = ((seed ^ ord(character)) * 0x100000001B3) & MASK
    with np.errstate(over="ignore"):
        z = np.uint64(seed) + (np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15))
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z ^= z >> np.uint64(31)
    return (z >> np.uint64(40)).astype(np.float64) / 2**23 - 1


def parameter(name, shape):
    """What a parameter holds: by the last part of its name, and whether it is a vector."""
    u = uniform(name, math.prod(shape))
    last = name.rsplit(".", 1)[1]
    if last == "running_var":
        u = 1 + .5 * u
    elif last == "running_mean" or last == "bias":
        u = .1 * u
    elif len(shape) == 1:
        u = (.25 if ".bn3." in name else 1) * (1 + .25 * u)  # else the residuals of ResNet add up to thousands
    else:
        u = math.sqrt(6 / math.prod(shape[1:])) * u
    return torch.from_numpy(u.astype(np.float32)).reshape(shape)


def images(size):
    """In [0, 1); the second is darker."""
    noise = .5 + .5 * uniform("image", IMAGES * 3 * size * size)
    noise[noise.size // IMAGES:] *= .25
    return torch.from_numpy(noise.astype(np.float32)).reshape(IMAGES, 3, size, size)


class Keras:
    """Keras' three networks, channels first. Parameters have torchvision's names, so that the formula gives them."""

    def __init__(self, image):
        self.image = image

    def conv(self, name, x, filters, kernel, strides=1, padding="valid", bias=False):
        if padding == "same":  # strides are 1 wherever Keras says 'same' here
            height, width = kernel
            x = F.pad(x, ((width - 1) // 2, width - 1 - (width - 1) // 2, (height - 1) // 2, height - 1 - (height - 1) // 2))
        weight = parameter(f"{name}.weight", (filters, x.shape[1], *kernel))
        return F.conv2d(x, weight, parameter(f"{name}.bias", (filters,)) if bias else None, strides)

    def norm(self, name, x, epsilon, scale=True):
        mean, variance, bias = (parameter(f"{name}.{part}", (x.shape[1],))[:, None, None] for part in ("running_mean", "running_var", "bias"))
        gamma = parameter(f"{name}.weight", (x.shape[1],))[:, None, None] if scale else 1
        return (x - mean) / torch.sqrt(variance + epsilon) * gamma + bias

    def top(self, name, x):
        x = x.mean((2, 3))
        return x @ parameter(f"{name}.weight", (OUTPUTS, x.shape[1])).T + parameter(f"{name}.bias", (OUTPUTS,))

    def densenet121(self):
        norm = lambda name, x: torch.relu(self.norm(name, x, 1.001e-5))
        x = F.pad(self.image, (3, 3, 3, 3))
        x = norm("features.norm0", self.conv("features.conv0", x, 64, (7, 7), 2))
        x = F.max_pool2d(F.pad(x, (1, 1, 1, 1)), 3, 2)
        for block, layers in enumerate((6, 12, 24, 16), 1):
            for layer in range(1, layers + 1):
                name = f"features.denseblock{block}.denselayer{layer}"
                x1 = self.conv(f"{name}.conv1", norm(f"{name}.norm1", x), 4 * 32, (1, 1))
                x1 = self.conv(f"{name}.conv2", norm(f"{name}.norm2", x1), 32, (3, 3), padding="same")
                x = torch.cat([x, x1], 1)
            if block < 4:
                name = f"features.transition{block}"
                x = F.avg_pool2d(self.conv(f"{name}.conv", norm(f"{name}.norm", x), x.shape[1] // 2, (1, 1)), 2, 2)
        return self.top("classifier", norm("features.norm5", x))

    def resnet50(self):
        def conv_norm(name, number, x, filters, kernel, strides=1, padding="valid"):
            conv, norm = (f"{name}.0", f"{name}.1") if number is None else (f"{name}conv{number}", f"{name}bn{number}")
            return self.norm(norm, self.conv(conv, x, filters, (kernel, kernel), strides, padding, bias=True), 1.001e-5)

        x = torch.relu(conv_norm("", 1, F.pad(self.image, (3, 3, 3, 3)), 64, 7, 2))
        x = F.max_pool2d(F.pad(x, (1, 1, 1, 1)), 3, 2)
        for stack, (filters, blocks) in enumerate(((64, 3), (128, 4), (256, 6), (512, 3)), 1):
            for block in range(blocks):
                name = f"layer{stack}.{block}."
                strides = 2 if block == 0 and stack > 1 else 1
                shortcut = conv_norm(f"{name}downsample", None, x, 4 * filters, 1, strides) if block == 0 else x
                x = torch.relu(conv_norm(name, 1, x, filters, 1, strides))
                x = torch.relu(conv_norm(name, 2, x, filters, 3, padding="same"))
                x = torch.relu(shortcut + conv_norm(name, 3, x, 4 * filters, 1))
        return self.top("fc", x)

    def inception_v3(self):
        def cb(name, x, filters, rows, columns, padding="same", strides=1):
            x = self.conv(f"{name}.conv", x, filters, (rows, columns), strides, padding)
            return torch.relu(self.norm(f"{name}.bn", x, 1e-3, scale=False))

        def pooled(name, x, filters):
            ones = F.avg_pool2d(torch.ones_like(x), 3, 1, 1)  # the share of the window that lies in the map: TensorFlow divides by it
            return cb(f"{name}.branch_pool", F.avg_pool2d(x, 3, 1, 1) / ones, filters, 1, 1)

        x = cb("Conv2d_1a_3x3", self.image, 32, 3, 3, "valid", 2)
        x = cb("Conv2d_2a_3x3", x, 32, 3, 3, "valid")
        x = F.max_pool2d(cb("Conv2d_2b_3x3", x, 64, 3, 3), 3, 2)
        x = cb("Conv2d_3b_1x1", x, 80, 1, 1, "valid")
        x = F.max_pool2d(cb("Conv2d_4a_3x3", x, 192, 3, 3, "valid"), 3, 2)
        for name, filters in (("Mixed_5b", 32), ("Mixed_5c", 64), ("Mixed_5d", 64)):
            b1 = cb(f"{name}.branch1x1", x, 64, 1, 1)
            b5 = cb(f"{name}.branch5x5_2", cb(f"{name}.branch5x5_1", x, 48, 1, 1), 64, 5, 5)
            b3 = cb(f"{name}.branch3x3dbl_1", x, 64, 1, 1)
            b3 = cb(f"{name}.branch3x3dbl_3", cb(f"{name}.branch3x3dbl_2", b3, 96, 3, 3), 96, 3, 3)
            x = torch.cat([b1, b5, b3, pooled(name, x, filters)], 1)
        name = "Mixed_6a"
        b3 = cb(f"{name}.branch3x3", x, 384, 3, 3, "valid", 2)
        bd = cb(f"{name}.branch3x3dbl_2", cb(f"{name}.branch3x3dbl_1", x, 64, 1, 1), 96, 3, 3)
        bd = cb(f"{name}.branch3x3dbl_3", bd, 96, 3, 3, "valid", 2)
        x = torch.cat([b3, bd, F.max_pool2d(x, 3, 2)], 1)
        for name, n in (("Mixed_6b", 128), ("Mixed_6c", 160), ("Mixed_6d", 160), ("Mixed_6e", 192)):
            b1 = cb(f"{name}.branch1x1", x, 192, 1, 1)
            b7 = cb(f"{name}.branch7x7_2", cb(f"{name}.branch7x7_1", x, n, 1, 1), n, 1, 7)
            b7 = cb(f"{name}.branch7x7_3", b7, 192, 7, 1)
            bd = cb(f"{name}.branch7x7dbl_2", cb(f"{name}.branch7x7dbl_1", x, n, 1, 1), n, 7, 1)
            bd = cb(f"{name}.branch7x7dbl_4", cb(f"{name}.branch7x7dbl_3", bd, n, 1, 7), n, 7, 1)
            bd = cb(f"{name}.branch7x7dbl_5", bd, 192, 1, 7)
            x = torch.cat([b1, b7, bd, pooled(name, x, 192)], 1)
        name = "Mixed_7a"
        b3 = cb(f"{name}.branch3x3_2", cb(f"{name}.branch3x3_1", x, 192, 1, 1), 320, 3, 3, "valid", 2)
        b7 = cb(f"{name}.branch7x7x3_2", cb(f"{name}.branch7x7x3_1", x, 192, 1, 1), 192, 1, 7)
        b7 = cb(f"{name}.branch7x7x3_4", cb(f"{name}.branch7x7x3_3", b7, 192, 7, 1), 192, 3, 3, "valid", 2)
        x = torch.cat([b3, b7, F.max_pool2d(x, 3, 2)], 1)
        for name in ("Mixed_7b", "Mixed_7c"):
            b1 = cb(f"{name}.branch1x1", x, 320, 1, 1)
            b3 = cb(f"{name}.branch3x3_1", x, 384, 1, 1)
            b3 = torch.cat([cb(f"{name}.branch3x3_2a", b3, 384, 1, 3), cb(f"{name}.branch3x3_2b", b3, 384, 3, 1)], 1)
            bd = cb(f"{name}.branch3x3dbl_2", cb(f"{name}.branch3x3dbl_1", x, 448, 1, 1), 384, 3, 3)
            bd = torch.cat([cb(f"{name}.branch3x3dbl_3a", bd, 384, 1, 3), cb(f"{name}.branch3x3dbl_3b", bd, 384, 3, 1)], 1)
            x = torch.cat([b1, b3, bd, pooled(name, x, 192)], 1)
        return self.top("fc", x)


def build(architecture, **options):
    if architecture == "inception_v3":
        options = {"init_weights": False, "transform_input": False, **options}
    model = getattr(torchvision.models, architecture)(num_classes=OUTPUTS, **options)
    state = {name: value if value.dtype == torch.int64 else parameter(name, value.shape) for name, value in model.state_dict().items()}
    model.load_state_dict(state)
    return model.eval()


def train(model, size):
    """One step's forward and backward in training mode: logits, the mean loss, gradients by name, and the statistics after."""
    model.train()
    logits = model(images(size))
    targets = torch.from_numpy((uniform("target", IMAGES * OUTPUTS) > 0).astype(np.float32)).reshape(IMAGES, OUTPUTS)
    loss = F.binary_cross_entropy_with_logits(logits, targets)
    loss.backward()
    rooms = {}
    for name, value in model.named_parameters():
        rooms[name] = [float(value.grad.double().norm()), float(value.grad.flatten()[0])]
    statistics = {name: float(value.double().sum()) for name, value in model.state_dict().items() if "running" in name}
    return {"logits": logits.flatten().tolist(), "loss": float(loss), "gradients": some(rooms), "statistics": some(statistics)}


def some(entries):
    """Nine of them, first and last among them."""
    names = list(entries)
    return {names[i]: entries[names[i]] for i in sorted({round(i * (len(names) - 1) / 8) for i in range(9)})}


def run(case):
    architecture, variant, size = case.split(".")
    size = int(size)
    with torch.no_grad():
        if variant == "keras":
            return {"logits": getattr(Keras(images(size)), architecture)().flatten().tolist()}
        if variant == "transformed":
            return {"logits": build(architecture, transform_input=True)(images(size)).flatten().tolist()}
        if variant == "torchvision":
            return {"logits": build(architecture)(images(size)).flatten().tolist()}
    return train(build(architecture), size)


CASES = [
    f"{architecture}.{variant}.{size}"
    for architecture, sizes in (("densenet121", (64, 97)), ("resnet50", (64, 97)), ("inception_v3", (96, 139)))
    for variant in ("torchvision", "keras")
    for size in sizes
] + ["inception_v3.transformed.96", "densenet121.train.64", "resnet50.train.64"]

if __name__ == "__main__":
    torch.set_num_threads(1)
    print(json.dumps({case: run(case) for case in sys.argv[1:] or CASES}, indent=1))
