"""Makes the golden files of the preprocessing: films, and what the paper's steps give for them by scikit-image.

    /usr/bin/python3 tests/Neatx.Imaging.Tests/Golden/resize-peers.py

Debian 12: python3-skimage 0.19.3, python3-scipy 1.10.1, python3-numpy 1.24.2, python3-pil. Each film is cropped, resized with padding, divided by
its maximum and rounded to 16 bits; 'bilinear' is without smoothing and with the edge going on, as TensorFlow's resize_with_pad has it.
"""
import pathlib

import numpy as np
from PIL import Image
from skimage.transform import resize

HERE = pathlib.Path(__file__).parent
FILMS = {  # name: width, height, border (left, top, right, bottom), bits
    "tall": (160, 203, (7, 5, 3, 11), 16),
    "wide": (211, 97, (0, 9, 13, 0), 12),
    "small": (41, 56, (0, 0, 0, 0), 8),
    "strip": (301, 23, (2, 2, 2, 2), 16),
}
SIZES = [32, 64, 100]


def film(random, width, height, border, bits):
    y, x = np.mgrid[0:height, 0:width]
    smooth = np.sin(x / 17) * np.cos(y / 23) + 2 * ((x // 9 + y // 14) % 2)
    values = smooth + random.normal(0, .4, (height, width))
    values = (values - values.min()) / np.ptp(values)
    pixels = np.rint(40 + values * (2**bits - 1 - 40) * .93).astype(np.uint16)
    left, top, right, bottom = border
    pixels[:top], pixels[height - bottom:], pixels[:, :left], pixels[:, width - right:] = 7, 7, 7, 7
    return pixels


def prepare(pixels, size, **options):
    rows, columns = np.nonzero(pixels != pixels.min())
    crop = pixels[rows.min():rows.max() + 1, columns.min():columns.max() + 1].astype(float)
    height, width = crop.shape
    scaled = (size, max(1, width * size // height)) if height > width else (max(1, height * size // width), size)
    resized = resize(crop, scaled, order=1, preserve_range=True, **options)
    target = np.zeros((size, size))
    top, left = (size - scaled[0]) // 2, (size - scaled[1]) // 2
    target[top:top + scaled[0], left:left + scaled[1]] = resized / pixels.max()
    return np.rint(target * 65535).astype(np.uint16)


def main():
    random = np.random.default_rng(20)
    for name, shape in FILMS.items():
        pixels = film(random, *shape)
        Image.fromarray(pixels if shape[-1] > 8 else pixels.astype(np.uint8)).save(HERE / f"{name}.png")
        for size in SIZES:
            Image.fromarray(prepare(pixels, size, anti_aliasing=True)).save(HERE / f"{name}-{size}-antialiased.png")
            Image.fromarray(prepare(pixels, size, anti_aliasing=False, mode="edge")).save(HERE / f"{name}-{size}-bilinear.png")


if __name__ == "__main__":
    main()
