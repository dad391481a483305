"""Makes the JPEG files and the interlaced PNG that tests read.

    /usr/bin/python3 tests/Neatx.Imaging.Tests/Fixtures/make-jpeg.py

Debian 12: python3-pil. Each shows the same 24 x 16 picture: bright above, dark below, brightest at the left.
"""
import io
import pathlib

import numpy as np
from PIL import Image

HERE = pathlib.Path(__file__).parent


def main():
    y, x = np.mgrid[0:16, 0:24]
    gray = Image.fromarray((200 - 8 * y + 2 * (23 - x)).astype(np.uint8))
    gray.save(HERE / "gray.jpg", quality=95)
    gray.convert("RGB").save(HERE / "rgb.jpg", quality=95)
    gray.convert("CMYK").save(HERE / "cmyk.jpg", quality=95)
    gray.save(HERE / "progressive.jpg", quality=95, progressive=True)
    # Stored so that turning it as EXIF says (6: a quarter to the right) gives the picture.
    turned = gray.transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[0x0112] = 6
    turned.save(HERE / "exif6.jpg", quality=95, exif=exif)
    write_interlaced(np.asarray(gray), HERE / "interlaced.png")


def write_interlaced(pixels, path):
    """An Adam7 PNG of 8 bits; PIL writes none."""
    import struct
    import zlib

    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    body = io.BytesIO()
    for x0, y0, dx, dy in [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]:
        for row in pixels[y0::dy, x0::dx]:
            body.write(b"\0" + row.tobytes())
    header = struct.pack(">IIBBBBB", pixels.shape[1], pixels.shape[0], 8, 0, 0, 0, 1)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(body.getvalue())) + chunk(b"IEND", b""))


if __name__ == "__main__":
    main()
