"""Makes the weights files of this folder, with Debian's python3-torch and python3-h5py:

    /usr/bin/python3 make.py

Values follow formulas that the tests know: element i of tensor number t is t + i / 16, exact in every floating-point type.
"""
import collections

import h5py
import numpy as np
import torch


def ramp(number, *shape, dtype=torch.float32):
    count = int(np.prod(shape, dtype=int))
    return (number + torch.arange(count, dtype=torch.float64) / 16).reshape(shape).to(dtype)


def state():
    """What reading must get right: types, scalars, empty tensors, views of one storage, transposed and repeated ones."""
    base = ramp(5, 4, 6)
    values = collections.OrderedDict()
    values["features.conv0.weight"] = ramp(1, 2, 3, 2, 2)
    values["features.norm0.num_batches_tracked"] = torch.tensor(7)
    values["half"] = ramp(2, 3, dtype=torch.float16)
    values["brain"] = ramp(3, 3, dtype=torch.bfloat16)
    values["double"] = ramp(4, 3, dtype=torch.float64)
    values["int32"] = torch.tensor([-1, 2], dtype=torch.int32)
    values["uint8"] = torch.tensor([0, 255], dtype=torch.uint8)
    values["bool"] = torch.tensor([True, False])
    values["empty"] = torch.zeros(0, 3)
    values["whole"] = base
    values["rows"] = base[1:3]
    values["columns"] = base[:, 1::2]
    values["turned"] = base.t()
    values["repeated"] = torch.tensor([1.5, 2.5]).expand(3, 2)
    return values


torch.save(state(), "state.pth")
torch.save(state(), "state.legacy.pth", _use_new_zipfile_serialization=False)
torch.save(state(), "state.protocol4.pth", pickle_protocol=4)
module = torch.nn.Sequential(collections.OrderedDict(conv=torch.nn.Conv2d(1, 2, 3), norm=torch.nn.BatchNorm2d(2)))
with torch.no_grad():
    for number, parameter in enumerate(module.parameters()):
        parameter.copy_(ramp(number, *parameter.shape))
torch.save(module.state_dict(), "module.pth")
optimizer = torch.optim.Adam(module.parameters())
module(torch.zeros(1, 1, 5, 5)).sum().backward()
optimizer.step()
torch.save(
    {
        "epoch": 3,
        "best": 0.9,
        "state_dict": {f"module.{name}": value for name, value in module.state_dict().items()},
        "optimizer": optimizer.state_dict(),
    },
    "checkpoint.pth",
)
torch.save({name: value for name, value in module.named_parameters()}, "parameters.pth")
torch.save(module, "whole-module.pth")


def keras(path, layers, group=None, compression=None):
    with h5py.File(path, "w", libver="earliest") as file:
        root = file.create_group(group) if group else file
        root.attrs["layer_names"] = np.array([name.encode() for name, _ in layers])
        root.attrs["backend"] = "tensorflow"
        root.attrs["keras_version"] = "2.4.0"
        for name, weights in layers:
            holder = root.create_group(name)
            holder.attrs["weight_names"] = np.array([weight.encode() for weight, _ in weights]) if weights else []
            for weight, value in weights:
                holder.create_dataset(weight, data=value, compression=compression)


def array(number, *shape):
    return ramp(number, *shape).numpy()


def norm(name, first, channels, scale=True, suffix=":0", names=("gamma", "beta", "moving_mean", "moving_variance"), separator="/"):
    return [
        (f"{name}{separator}{part}{suffix}", array(first + index, channels))
        for index, part in enumerate(names)
        if scale or part != "gamma"
    ]


layers = [
    ("input_1", []),
    ("conv1/conv", [("conv1/conv/kernel:0", array(1, 2, 3, 3, 4))]),
    ("conv1/bn", norm("conv1/bn", 10, 4)),
    ("dense", [("dense/kernel:0", array(20, 4, 5)), ("dense/bias:0", array(21, 5))]),
    ("seed", [("seed/state:0", np.arange(2))]),
]
keras("keras.h5", layers)
keras("keras.model.h5", layers, group="model_weights", compression="gzip")
keras(
    "keras1.h5",
    [
        ("conv1", [("conv1_W_1:0", array(1, 2, 3, 3, 4)), ("conv1_b_1:0", array(2, 4))]),
        ("bn_conv1", norm("bn_conv1", 10, 4, suffix="_1:0", separator="_", names=("gamma", "beta", "running_mean", "running_std"))),
    ],
)
keras(
    "keras.nested.h5",
    [
        ("densenet121", [("conv1/conv/kernel:0", array(1, 2, 3, 3, 4))] + norm("conv1/bn", 10, 4)),
        ("dense", [("dense/kernel:0", array(20, 4, 5)), ("dense/bias:0", array(21, 5))]),
    ],
)
with h5py.File("other.h5", "w", libver="earliest") as other:
    other["table"] = np.arange(3)


def hostile(path):
    file = h5py.File(path, "w", libver="earliest")
    file.attrs["layer_names"] = np.array([b"dense"])
    group = file.create_group("dense")
    group.attrs["weight_names"] = np.array([b"dense/bias:0"])
    return file, group.create_group("dense")


file, layer = hostile("hostile.ring.h5")
layer["bias:0"] = h5py.SoftLink("/dense/dense/bias:0")
file.close()
file, layer = hostile("hostile.external.h5")
options = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
options.set_external(b"other.h5", 0, 16)
h5py.h5d.create(layer.id, b"bias:0", h5py.h5t.IEEE_F32LE, h5py.h5s.create_simple((4,)), options)
file.close()
file, layer = hostile("hostile.virtual.h5")
layout = h5py.VirtualLayout((3,), "f4")
layout[:] = h5py.VirtualSource("other.h5", "table", shape=(3,))
layer.create_virtual_dataset("bias:0", layout)
file.close()
file, layer = hostile("hostile.large.h5")
layer.create_dataset("bias:0", shape=(1 << 28,), dtype="f4", chunks=(1 << 20,), compression="gzip")
file.close()
