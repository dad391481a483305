"""Makes the DICOM files that tests read.

    /usr/bin/python3 tests/Neatx.Imaging.Tests/Fixtures/make-dicom.py

Debian 12: python3-pydicom 2.3.1, python3-pil. The same 6 x 4 film in each: 100 y + 10 x + 5 as stored, unless the name says otherwise.
"""
import io
import pathlib

import numpy as np
from PIL import Image
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.sequence import Sequence
from pydicom.uid import (DeflatedExplicitVRLittleEndian, ExplicitVRBigEndian, ExplicitVRLittleEndian, ImplicitVRLittleEndian, JPEG2000Lossless,
                         JPEGBaseline8Bit, RLELossless)

HERE = pathlib.Path(__file__).parent
Y, X = np.mgrid[0:4, 0:6]
STORED = 100 * Y + 10 * X + 5


def write(name, pixels, syntax=ExplicitVRLittleEndian, bits=12, packed=False, **elements):
    data = FileDataset(None, {}, preamble=b"\0" * 128, file_meta=FileMetaDataset())
    data.file_meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.1"
    data.file_meta.MediaStorageSOPInstanceUID = "1.2.3.4"
    data.file_meta.TransferSyntaxUID = syntax
    data.is_little_endian = syntax != ExplicitVRBigEndian
    data.is_implicit_VR = syntax == ImplicitVRLittleEndian
    data.Modality = "CR"
    # Sequences before the pixels are skipped: nested, of both lengths, and of a type the writer did not know.
    inner = Dataset()
    inner.ReferencedSOPClassUID = "1.2.3"
    inner.PurposeOfReferenceCodeSequence = Sequence([Dataset()])
    data.ReferencedImageSequence = Sequence([inner, Dataset()])
    data.ReferencedImageSequence[0].is_undefined_length_sequence_item = True
    data["ReferencedImageSequence"].is_undefined_length = True
    data.ReferencedStudySequence = Sequence([inner])
    data.SamplesPerPixel = 1
    data.PhotometricInterpretation = "MONOCHROME2"
    data.Rows, data.Columns = pixels.shape[:2]
    data.BitsAllocated = 8 if pixels.dtype.itemsize == 1 else 16
    data.BitsStored, data.HighBit = bits, bits - 1
    data.PixelRepresentation = 1 if pixels.dtype.kind == "i" else 0
    for key, value in elements.items():
        setattr(data, key, value)
    if packed:
        data.PixelData = encapsulate([packed])
        data["PixelData"].VR = "OB"
        data["PixelData"].is_undefined_length = True
    else:
        data.PixelData = pixels.astype(pixels.dtype.newbyteorder(">" if syntax == ExplicitVRBigEndian else "<")).tobytes()
        data["PixelData"].VR = "OW"
    data.save_as(HERE / f"{name}.dcm", write_like_original=False)


def jpeg():
    file = io.BytesIO()
    Image.fromarray((200 - 8 * np.mgrid[0:16, 0:24][0] + 2 * (23 - np.mgrid[0:16, 0:24][1])).astype(np.uint8)).save(file, "JPEG", quality=95)
    return file.getvalue()


def main():
    plain, signed = STORED.astype(np.uint16), STORED.astype(np.int16)
    write("explicit", plain)
    write("implicit", plain, ImplicitVRLittleEndian)
    write("bigendian", plain, ExplicitVRBigEndian)
    write("eight", (STORED // 2).astype(np.uint8), bits=8)
    write("monochrome1", plain, PhotometricInterpretation="MONOCHROME1")
    write("signed", signed - 200)
    write("signed-positive", signed, bits=16)
    write("intercept", plain, RescaleIntercept="-1024", RescaleSlope="1")
    write("slope", plain, RescaleIntercept="20", RescaleSlope="2.0")
    write("overlay", plain | 0xF000)
    write("padding", plain, PixelPaddingValue=5, PixelPaddingRangeLimit=25)
    write("right", plain[:, ::-1], PatientOrientation=["R", "F"])
    write("head", plain[::-1], PatientOrientation=["L", "H"])
    write("turned", np.ascontiguousarray(plain.T), PatientOrientation=["F", "L"])
    write("lateral", plain, PatientOrientation=["A", "F"])
    write("jpeg", np.zeros((16, 24), np.uint8), JPEGBaseline8Bit, 8, jpeg())
    write("refused-rle", plain, RLELossless, packed=b"\0" * 64)
    write("refused-jpeg2000", plain, JPEG2000Lossless, packed=b"\0" * 64)
    write("refused-deflated", plain, DeflatedExplicitVRLittleEndian)
    write("refused-colour", np.zeros((4, 6, 3), np.uint8), bits=8, SamplesPerPixel=3, PhotometricInterpretation="RGB", PlanarConfiguration=0)
    write("refused-frames", np.zeros((8, 6), np.uint16), NumberOfFrames=2, Rows=4)
    write("refused-highbit", plain, HighBit=15)
    write("refused-slope", plain, RescaleIntercept="0", RescaleSlope="-1")
    write("short", plain, Rows=5)
    write("huge", plain, Rows=65535, Columns=65535)
    lut = Dataset()
    lut.LUTExplanation = "film"
    write("refused-lut", plain, ModalityLUTSequence=Sequence([lut]))


if __name__ == "__main__":
    main()
