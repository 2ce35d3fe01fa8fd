"""Rows N7 and N8: paper."""

import json
import re
import subprocess
from pathlib import Path

from measure import in_turn, row, run

HERE = Path(__file__).parent


def pages(file):
    text = subprocess.run(
        ["pdfinfo", str(file)], capture_output=True, text=True, check=True
    ).stdout
    return int(re.search(r"^Pages:\s+(\d+)", text, re.M)[1])


@row("N7")
def clear_cards(mingbai, folder, runs):
    """The same A5 clear cards, tagged, by Mingbai and by Typst."""
    site = folder / "cards"
    run([mingbai, "sample", site, "--towns", 1, "--rooms", 28, "--items", 50])
    ours = folder / "ours.pdf"
    command = [
        mingbai, "print", "clear-card", "--site", site, "--date", "2026-11-20",
        "--output", ours, "--quiet",
    ]
    run(command)
    count = pages(ours)
    result = {
        "number": "N7",
        "work": "clear cards A5, tagged, with code, table of facts and lists: one file",
        "corpus": f"{count} cards of mingbai sample --towns 1 --rooms 28 --items 50",
        "figures": [],
    }
    peer = None
    theirs = folder / "theirs.pdf"
    try:
        import segno
        import typst  # noqa: F401
    except ImportError as error:
        result["absent"] = str(error)
    else:
        peer = ["python3", HERE / "typst_cards.py", folder, theirs]
        prepare_typst(ours, folder, segno)
        peer[0] = __import__("sys").executable
    medians = in_turn(command, peer, runs)
    seconds, memory = medians["ours"]
    figures = result["figures"]
    figures.append({"name": "Mingbai", "value": figure(count, seconds, memory, ours)})
    if medians["peer"]:
        peer_seconds, peer_memory = medians["peer"]
        assert pages(theirs) == count, f"Typst set {pages(theirs)} pages, not {count}"
        figures.append({"name": "Typst", "value": figure(count, peer_seconds, peer_memory, theirs)})
        speed = peer_seconds / seconds
        share = memory / peer_memory
        size = ours.stat().st_size / theirs.stat().st_size
        figures += [
            {"name": "pages a second, times Typst", "value": f"{speed:.1f}", "reach": ">= 4",
             "reached": speed >= 4},
            {"name": "peak memory, of Typst's", "value": f"1/{1 / share:.1f}", "reach": "<= 1/8",
             "reached": share <= 1 / 8},
            {"name": "file, of Typst's", "value": f"{size:.2f}", "reach": "<= 0.5",
             "reached": size <= 0.5},
        ]
    return result


def figure(count, seconds, memory, file):
    size = file.stat().st_size / 1e6
    return f"{count / seconds:.0f} pages/s, {memory:.0f} MiB, {size:.1f} MB"


def prepare_typst(ours, folder, segno):
    """The words of our own cards, from their structure, and their codes as pictures."""
    cards = read_cards(output("pdfinfo", "-struct-text", ours))
    codes = {}
    for line in output("pdfinfo", "-url", ours).splitlines():
        parts = line.split()
        if len(parts) >= 3 and parts[-1].startswith("https:"):
            codes[int(parts[0]) - 1] = parts[-1]
    for number, card in enumerate(cards):
        card["code"] = f"code-{number}.svg" if number in codes else ""
        if card["code"]:
            code = segno.make(codes[number], error="m", micro=False, boost_error=False)
            code.save(str(folder / card["code"]), border=4, xmldecl=False)
    (folder / "cards.json").write_text(json.dumps(cards, ensure_ascii=False))
    (folder / "cards.typ").write_text((HERE / "cards.typ").read_text())


def output(*command):
    return subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=True
    ).stdout


def read_cards(text):
    """Cards from `pdfinfo -struct-text`: a tree by indentation, words in quotation marks."""
    root = {"kind": "Document", "words": "", "kids": []}
    stack = [(-1, root)]
    for line in text.splitlines():
        words = line.strip()
        if not words or words.startswith("Object"):
            continue
        depth = (len(line) - len(line.lstrip())) // 2
        while stack[-1][0] >= depth:
            stack.pop()
        if words.startswith('"'):
            stack[-1][1]["words"] += words[1:-1]
            continue
        node = {"kind": words.split()[0], "words": "", "kids": []}
        stack[-1][1]["kids"].append(node)
        stack.append((depth, node))
    document = next(node for node in root["kids"] if node["kind"] == "Document")
    return [card(node) for node in document["kids"] if node["kind"] == "Sect"]


def words(node):
    """All words below a node, links included."""
    return node["words"] + "".join(words(kid) for kid in node["kids"])


def card(node):
    """What the peer sets: head, title, formal name, facts, labelled rows, foot."""
    lines = [words(kid) for kid in node["kids"] if kid["kind"] in ("P", "H1")]
    heading = next(i for i, kid in enumerate(node["kids"]) if kid["kind"] == "H1")
    rows = [kid for kid in node["kids"] if kid["kind"] == "Sect"]
    first = node["kids"].index(rows[0])
    above = [words(kid) for kid in node["kids"][:first]]
    foot = [words(kid) for kid in node["kids"][first:] if kid["kind"] in ("P", "H2")]
    return {
        "head": above[:heading],
        "title": above[heading],
        "formal": above[heading + 1],
        "facts": above[heading + 2:],
        "rows": [
            {
                "label": words(row["kids"][0]),
                "parts": [
                    {"list": [words(item) for item in part["kids"]]}
                    if part["kind"] == "L" else {"text": words(part)}
                    for part in row["kids"][1:]
                ],
            }
            for row in rows
        ],
        "foot": foot,
    } if lines else {}


@row("N8")
def all_sheets(mingbai, folder, runs):
    """Every sheet of a district of 300 rooms."""
    site = folder / "district"
    run([mingbai, "sample", site, "--towns", 17, "--rooms", 300, "--items", 150])
    command = [
        mingbai, "build", "--site", site, "--date", "2026-11-20", "--only", "print", "--clean",
        "--quiet",
    ]
    run(command)
    files = sorted((site / "Site" / "print").rglob("*.pdf"))
    count = sum(pages(file) for file in files)
    size = sum(file.stat().st_size for file in files) / 1e6
    seconds, memory = in_turn(command, None, runs)["ours"]
    rate = count / seconds
    return {
        "number": "N8",
        "work": "all sheets of a district",
        "corpus": f"{count} pages in {len(files)} files, {size:.0f} MB, of mingbai sample "
        "--towns 17 --rooms 300 --items 150",
        "figures": [
            {"name": "pages a second", "value": f"{rate:.0f}, {seconds:.1f} s, {memory:.0f} MiB",
             "reach": ">= 800", "reached": rate >= 800},
        ],
    }
