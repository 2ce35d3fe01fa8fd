"""Returns with planted personal data, and the search for it in everything that was made.

    canaries.py plant FOLDER        returns in every format, a canary in every personal field
    canaries.py search PATH...      exit 1 where one of them stands in a byte of these files

Searches plain bytes, the streams of PDFs and zip files, and gzip, in UTF-8, UTF-16 and GB18030.
"""

import gzip
import re
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

NAMES = ["金丝雀翠", "黄鹂鸟鸣", "百灵婉转", "画眉啼春"]
PHONES = ["10000741852", "10000963147", "10000159357"]
IDS = ["990102199902301239", "99010219880230457X"]
PINYIN = ["jinsique", "huangliniao", "bailingwan"]
NOTES = ["腿脚不便须上门的隐情", "低保户家中隐情"]
CANARIES = NAMES + PHONES + IDS + NOTES

HEADER = ["受理编号", "室", "受理日期", "申办人姓名", "联系电话", "受理人", "代办事项", "代办形式", "代办员",
          "承诺时限", "办结时间", "办结结果", "群众评价", "备注", "身份证号"]


def rows(room, item, first):
    """Rows that are taken, and rows that are refused for every reason, each with canaries."""
    def row(number, **changes):
        values = dict(zip(HEADER, [
            f"{first}{number:03d}", room, f"2026-10-{number % 27 + 1:02d}", NAMES[number % 4],
            PHONES[number % 3], NAMES[(number + 1) % 4], item, "全程代办", NAMES[(number + 2) % 4],
            "5个工作日", f"2026-10-{number % 27 + 2:02d}", "办成", "满意", NOTES[number % 2],
            IDS[number % 2]]))
        values.update(changes)
        return [values[name] for name in HEADER]

    good = [row(number) for number in range(40)]
    bad = [
        row(50, 代办事项=NAMES[0]), row(51, 室=NAMES[1]), row(52, 受理日期=PHONES[0]),
        row(53, 办结时间=IDS[0]), row(54, 办结结果=NAMES[2]), row(55, 群众评价=NOTES[0]),
        row(56, 代办形式=NAMES[3]), row(57, 承诺时限=PHONES[1]),
        row(58, 受理日期="2026-10-20", 办结时间="2026-10-01"), row(59, 受理日期="2027-01-01"),
        row(60, 受理编号=IDS[1], 代办事项=PHONES[2]), [NAMES[0], PHONES[0]], [IDS[0]] * 20,
    ]
    return good + bad


def plant(folder, room, item):
    folder.mkdir(parents=True, exist_ok=True)

    def csv(table):
        def cell(value):
            return '"' + value.replace('"', '""') + '"' if re.search('[,"\n]', value) else value
        return "\r\n".join(",".join(map(cell, line)) for line in table) + "\r\n"

    title = [f"{room}2026年10月代办台账 填表人{NAMES[0]} {PHONES[0]}"]
    (folder / "utf8.csv").write_bytes(
        csv([title, HEADER, *rows(room, item, "A")]).encode("utf-8-sig"))
    (folder / "gb.csv").write_bytes(csv([HEADER, *rows(room, item, "B")]).encode("gb18030"))
    (folder / "utf16.csv").write_bytes(csv([HEADER, *rows(room, item, "C")]).encode("utf-16"))
    (folder / "headless.csv").write_bytes(csv(rows(room, item, "D")).encode())
    (folder / "unclosed.csv").write_bytes(
        (csv([HEADER, *rows(room, item, "E")]) + f'"{NAMES[0]},{PHONES[0]}\n{IDS[0]}').encode())
    (folder / "broken.csv").write_bytes(
        csv([HEADER, *rows(room, item, "F")]).encode() + b"\xff\xfe\xfa" + NAMES[1].encode())
    xlsx(folder / "book.xlsx", [title, HEADER, *rows(room, item, "G")])
    whole = (folder / "book.xlsx").read_bytes()
    (folder / "cut.xlsx").write_bytes(whole[: len(whole) // 2])


def xlsx(path, table):
    def escape(text):
        return text.replace("&", "&amp;").replace("<", "&lt;")
    def cells(line, number):
        return "".join(f'<c r="{chr(65 + i)}{number}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
                       for i, value in enumerate(line))
    sheet = "".join(f'<row r="{n}">{cells(line, n)}</row>' for n, line in enumerate(table, 1))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", head + f'<Types xmlns="{package}/content-types">'
                      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                      '<Default Extension="xml" ContentType="application/xml"/>'
                      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>')
        book.writestr("_rels/.rels", head + f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
                      f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        book.writestr("xl/workbook.xml", head + f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
                      f'<sheet name="{NAMES[0]}" sheetId="1" r:id="r1"/></sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", head + f'<Relationships xmlns="{package}/relationships">'
                      f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        book.writestr("xl/worksheets/sheet1.xml", head + f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>')


def unpacked(data):
    """The bytes themselves and everything that is packed in them."""
    yield data
    if data[:2] == b"\x1f\x8b":
        yield gzip.decompress(data)
    if data[:5] == b"%PDF-":
        for match in re.finditer(rb"stream\r?\n", data):
            try:
                yield zlib.decompressobj().decompress(data[match.end():])
            except zlib.error:
                pass
        # Words on paper are glyphs; poppler reads them back.
        yield subprocess.run(
            ["pdftotext", "-q", "-", "-"], input=data, capture_output=True, check=False
        ).stdout


def forms(word):
    for encoding in ("utf-8", "utf-16-be", "utf-16-le", "gb18030"):
        yield word.encode(encoding)
    # As PDFs write strings in hexadecimal, JSON and HTML in escapes, addresses in percents.
    yield word.encode("utf-16-be").hex().encode()
    yield word.encode("utf-16-be").hex().upper().encode()
    yield "".join(f"\\u{ord(c):04x}" for c in word).encode()
    yield "".join(f"&#{ord(c)};" for c in word).encode()
    yield "".join(f"%{b:02X}" for b in word.encode()).encode()


def search(paths):
    wanted = [(word, form) for word in CANARIES + PINYIN for form in forms(word)]
    found, files = [], 0
    for top in map(Path, paths):
        for path in [top] if top.is_file() else sorted(p for p in top.rglob("*") if p.is_file()):
            files += 1
            for data in unpacked(path.read_bytes()):
                found += [(str(path), word) for word, form in wanted if form in data]
    for path, word in sorted(set(found)):
        print(f"{path}: {word}")
    print(f"{files} files searched, {len(set(found))} canaries found")
    return 1 if found or files == 0 else 0


if __name__ == "__main__":
    if sys.argv[1] == "plant":
        plant(Path(sys.argv[2]), sys.argv[3], sys.argv[4])
    else:
        sys.exit(search(sys.argv[2:]))
