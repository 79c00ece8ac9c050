"""Says what a picture is, from its octets alone: kind, size, and every part that it is made of.

Reads JPEG (ITU-T T.81, annex B) and PNG (ISO/IEC 15948, 5) by hand, so that nothing that a library
would pass over stays unseen. Anything after the end is a part, too.
"""

import struct
import sys

NAMES = {0xD8: "SOI", 0xD9: "EOI", 0xDA: "SOS", 0xDB: "DQT", 0xC4: "DHT", 0xC0: "SOF0",
         0xC2: "SOF2", 0xDD: "DRI", 0xFE: "COM"}


def jpeg(data):
    parts, size, at = [], None, 2
    while at < len(data):
        assert data[at] == 0xFF, f"no marker at {at}"
        marker = data[at + 1]
        name = NAMES.get(marker) or (f"APP{marker - 0xE0}" if 0xE0 <= marker <= 0xEF else hex(marker))
        if name == "EOI":
            parts.append(name)
            if data[at + 2:]:
                parts.append("TRAILER")
            break
        (length,) = struct.unpack(">H", data[at + 2:at + 4])
        if name.startswith("SOF"):
            height, width = struct.unpack(">HH", data[at + 5:at + 9])
            size = f"{width}x{height}"
        if name not in parts:
            parts.append(name)
        at += 2 + length
        if name == "SOS":
            while not (data[at] == 0xFF and data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7):
                at += 1
    return "JPEG", size, parts


def png(data):
    parts, size, at = [], None, 8
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at:at + 8])
        name = name.decode("ascii")
        if name == "IHDR":
            size = "%dx%d" % struct.unpack(">II", data[at + 8:at + 16])
        if name not in parts:
            parts.append(name)
        at += 12 + length
        if name == "IEND" and at < len(data):
            parts.append("TRAILER")
            break
    return "PNG", size, parts


with open(sys.argv[1], "rb") as file:
    data = file.read()
kind, size, parts = jpeg(data) if data[:2] == b"\xff\xd8" else png(data)
print(f"{kind} {size} parts: {' '.join(parts)}")
