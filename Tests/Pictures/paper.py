#!/usr/bin/env python3
"""Draws the manual's pictures of paper anew: paper-KIND.png beside Paper.md.

    swift build -c release --product mingbai
    python3 Tests/Pictures/paper.py [--mingbai .build/release/mingbai] [--output DIR] [KIND …]
    MINGBAI_SPECIMEN=specimen.pdf swift test --filter SpecimenTests
    python3 Tests/Pictures/paper.py --specimen specimen.pdf

Each picture is what `mingbai print` makes of the repository's Content/ on SITE_DATE of the Makefile.
Needs pdftoppm and pdfinfo (poppler-utils). Sheets are black on white, so 16 greys are enough; the
pictures are written here, and the same sheets always give the same bytes.
"""

import argparse
import pathlib
import re
import struct
import subprocess
import tempfile
import zlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
MANUAL = ROOT / "Sources/mingbai/mingbai.docc"

ROOM = ["--room", "qinghe/xihe"]
TOWN = ["--town", "qinghe"]
ITEM = ["--item", "pension-claim"]

# For each kind the sheets beside each other: options of `print`, the number of the page, dots per
# inch. Cards are cut out of their crop marks. `--town` gives the centre's sheet first.
PICTURES = {
    "convenience-card": [(ROOM + ["--up", "1"], 1, 150), (ROOM + ["--up", "1"], 2, 150)],
    "clear-card": [(ROOM + ITEM, 1, 120)],
    "guide-sheet": [(ITEM, 1, 80), (ITEM, 2, 80)],
    "guide-book": [(ROOM, 1, 65), (ROOM, 2, 65), (ROOM, 3, 65)],
    "notice-board": [(ROOM, 1, 40)],
    "tariff-poster": [(ROOM, 1, 70)],
    "flow-poster": [(ITEM, 1, 70)],
    "plate": [(TOWN, 2, 8), (ROOM, 1, 60), (ROOM, 2, 27)],
    "window-plate": [(TOWN, 1, 35), (TOWN, 3, 35)],
    "post-plate": [(TOWN, 1, 80), (TOWN, 6, 80)],
    "institution-plate": [([], 6, 25)],
    "rota": [(ROOM, 1, 80)],
    "notice-slip": [(ITEM, 1, 110)],
    "ledger-book": [(ROOM, 1, 80)],
    "receipt": [(ROOM + ["--up", "1"], 1, 110)],
    # Wants the sample's ledger, as `make site` leaves it.
    "bulletin": [(TOWN, 1, 60), (TOWN, 3, 60)],
}

MARGIN = 12  # pixels around and between sheets
EDGE, SHADOW, PAPER = 0xBB, 0xEE, 0xFF


class Picture:
    """Grey pixels, a byte each, row by row."""

    def __init__(self, width, height, pixels=None):
        self.width, self.height = width, height
        self.pixels = pixels or bytearray([PAPER]) * (width * height)

    def cut(self, left, top, width, height):
        rows = (self.pixels[y * self.width + left:][:width] for y in range(top, top + height))
        return Picture(width, height, bytearray(b"".join(rows)))

    def fill(self, left, top, width, height, grey):
        for y in range(top, top + height):
            self.pixels[y * self.width + left:y * self.width + left + width] = bytes([grey]) * width

    def put(self, other, left, top):
        for y in range(other.height):
            start = (top + y) * self.width + left
            row = other.pixels[y * other.width:(y + 1) * other.width]
            self.pixels[start:start + other.width] = row

    def png(self):
        """With four bits a pixel."""
        greys = self.pixels.translate(bytes((level + 8) // 17 for level in range(256)))
        width = self.width + self.width % 2
        rows = bytearray()
        for y in range(self.height):
            row = greys[y * self.width:(y + 1) * self.width] + bytes(width - self.width)
            rows.append(0)
            rows += bytes(a << 4 | b for a, b in zip(row[::2], row[1::2]))
        header = struct.pack(">IIBBBBB", self.width, self.height, 4, 0, 0, 0, 0)
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            chunk(name, data) for name, data in [
                (b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b"")])


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def page(pdf, number, resolution):
    """A page, cut at its trim box."""
    graymap = subprocess.run(
        ["pdftoppm", "-gray", "-r", str(resolution), "-f", str(number), "-l", str(number), pdf],
        check=True, capture_output=True).stdout
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", graymap)
    whole = Picture(int(head[1]), int(head[2]), bytearray(graymap[head.end():]))
    boxes = subprocess.run(
        ["pdfinfo", "-box", "-f", str(number), "-l", str(number), pdf],
        check=True, capture_output=True, text=True).stdout
    media, trim = (
        [float(value) * resolution / 72 for value in re.search(
            rf"{name}:\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)", boxes).groups()]
        for name in ("MediaBox", "TrimBox"))
    left, top = round(trim[0] - media[0]), round(media[3] - trim[3])
    width = min(round(trim[2] - trim[0]), whole.width - left)
    height = min(round(trim[3] - trim[1]), whole.height - top)
    return whole.cut(left, top, width, height)


def beside(sheets):
    """Sheets on one white ground, each with a thin edge and a shadow."""
    picture = Picture(
        sum(sheet.width + 2 + MARGIN for sheet in sheets) + MARGIN,
        max(sheet.height for sheet in sheets) + 2 + 2 * MARGIN)
    left = MARGIN
    for sheet in sheets:
        width, height = sheet.width + 2, sheet.height + 2
        top = (picture.height - height) // 2
        picture.fill(left + 3, top + 3, width, height, SHADOW)
        picture.fill(left, top, width, height, EDGE)
        picture.put(sheet, left + 1, top + 1)
        left += width + MARGIN
    return picture


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("kinds", nargs="*", metavar="KIND", help="only these; all if none")
    options.add_argument(
        "--mingbai", type=pathlib.Path, default=ROOT / ".build/release/mingbai")
    options.add_argument("--output", type=pathlib.Path, default=MANUAL)
    options.add_argument(
        "--specimen", type=pathlib.Path, help="draw the typesetting rules of this file, no sheets")
    chosen = options.parse_args()
    if chosen.specimen:
        picture = beside([page(chosen.specimen, 1, 85)])
        (chosen.output / "paper-specimen.png").write_bytes(picture.png())
        return
    unknown = set(chosen.kinds) - set(PICTURES)
    if unknown:
        options.error(f"no picture of {', '.join(sorted(unknown))}; there are {', '.join(PICTURES)}")
    date = re.search(r"^SITE_DATE \?= (\S+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)[1]
    total = 0
    with tempfile.TemporaryDirectory() as folder:
        for kind, sheets in PICTURES.items():
            if chosen.kinds and kind not in chosen.kinds:
                continue
            drawn = []
            for asked, number, resolution in sheets:
                pdf = pathlib.Path(folder, "-".join([kind, *asked]).replace("/", "-") + ".pdf")
                if not pdf.exists():
                    subprocess.run(
                        [chosen.mingbai, "print", kind, *asked, "--site", ROOT, "--date", date,
                         "--quiet", "--output", pdf], check=True)
                drawn.append(page(pdf, number, resolution))
            picture = beside(drawn)
            png = picture.png()
            (chosen.output / f"paper-{kind}.png").write_bytes(png)
            total += len(png)
            print(f"paper-{kind}.png  {picture.width} x {picture.height}  {len(png) // 1000} KB")
    print(f"{total // 1000} KB")


if __name__ == "__main__":
    main()
