"""Row N13: flowcharts, how fast and how tangled."""

import random
import re
import shutil
import subprocess

from measure import in_turn, row

COUNT = 1000
ACTORS = ["申请人", "代办员", "窗口", "审批部门"]
VERBS = ["受理", "初审", "审核", "核实", "公示", "审批", "登记", "制证", "送达", "办结"]
THINGS = ["申请材料", "户籍和年龄", "收入和财产", "位置和面积", "参保信息", "决定书", "证件", "补贴金额"]


def chart(dice):
    """A procedure with decisions and returns: steps, then lines (from, to, words)."""
    steps, lines = [("开始", "start")], []
    tail, words = 0, ""
    for number in range(dice.randint(4, 14)):
        steps.append((f"{dice.choice(VERBS)}：核对{dice.choice(THINGS)}", "step"))
        box = len(steps) - 1
        lines.append((tail, box, words))
        tail, words = box, ""
        if dice.random() < 0.3:
            steps.append(("材料齐不齐？", "question"))
            question = len(steps) - 1
            steps.append(("按一次性告知补齐材料", "step"))
            lines.append((box, question, ""))
            lines.append((question, len(steps) - 1, "不齐全"))
            lines.append((len(steps) - 1, box, ""))
            tail, words = question, "齐全"
    steps.append(("结束", "end"))
    lines.append((tail, len(steps) - 1, words))
    return steps, lines


def mermaid(steps, lines):
    shapes = {"start": "([{}])", "end": "([{}])", "step": '["{}"]', "question": "{{{}}}"}
    text = ["flowchart TB"]
    text += [f"  n{i}" + shapes[kind].format(words) for i, (words, kind) in enumerate(steps)]
    text += [f"  n{a} -->" + (f"|{words}|" if words else "") + f" n{b}" for a, b, words in lines]
    return "\n".join(text) + "\n"


def dot(steps, lines):
    shapes = {"start": "box", "end": "box", "step": "box", "question": "diamond"}
    text = ['digraph g { node [fontname="Noto Sans CJK SC"]; splines=polyline;']
    text += [f'n{i} [label="{words}" shape={shapes[kind]}];' for i, (words, kind) in enumerate(steps)]
    text += [f'n{a} -> n{b} [label="{words}"];' for a, b, words in lines]
    return "\n".join(text) + "}\n"


def crosses(one, two):
    """Whether two straight pieces cross between their ends."""
    def side(a, b, c):
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = one, two
    return side(a, b, c) * side(a, b, d) < -1e-9 and side(c, d, a) * side(c, d, b) < -1e-9


def dot_crossings(texts):
    """Places where two of Graphviz's lines cross, in all charts together."""
    plain = subprocess.run(
        ["dot", "-Tplain"], input="".join(texts), capture_output=True, text=True, check=True
    ).stdout
    total, ways = 0, []
    for words in map(str.split, plain.splitlines()):
        if words[0] == "edge":
            count = int(words[3])
            numbers = list(map(float, words[4 : 4 + 2 * count]))
            # Every third point of the curve lies on the way; a polyline's curves are straight.
            points = [(numbers[2 * i], numbers[2 * i + 1]) for i in range(0, count, 3)]
            ways.append(list(zip(points, points[1:])))
        elif words[0] == "stop":
            for index, one in enumerate(ways):
                for two in ways[index + 1 :]:
                    total += sum(crosses(a, b) for a in one for b in two)
            ways = []
    return total


def our_crossings(mingbai, files):
    """The same of Mingbai's drawings, as `flow --check` tells it."""
    told = subprocess.run(
        [mingbai, "flow", *files, "--check"], capture_output=True, text=True, check=True
    ).stdout
    return sum(map(int, re.findall(r"有(\d+)处线和线相交", told)))


@row("N13")
def flowcharts(mingbai, folder, runs):
    """A thousand flowcharts to SVG, each side in one process."""
    ours, theirs = folder / "charts", folder / "dots"
    drawn = folder / "drawn"
    for place in (ours, theirs, drawn):
        place.mkdir()
    dice = random.Random(1)
    for number in range(COUNT):
        steps, lines = chart(dice)
        (ours / f"{number}.mmd").write_text(mermaid(steps, lines))
        (theirs / f"{number}.dot").write_text(dot(steps, lines))
    command = [mingbai, "flow", *sorted(ours.iterdir()), "--svg", "--output", drawn, "--quiet"]
    peer = None
    result = {
        "number": "N13",
        "work": "flowcharts of 6 to 30 symbols, Chinese words, to SVG",
        "corpus": f"{COUNT} random procedures, seed 1",
        "figures": [],
    }
    if shutil.which("dot"):
        peer = ["dot", "-Tsvg", "-O", *sorted(theirs.iterdir())]
    else:
        result["absent"] = "graphviz is not installed"
    medians = in_turn(command, peer, runs)
    seconds, memory = medians["ours"]
    assert len(list(drawn.iterdir())) == COUNT
    result["figures"] = [
        {"name": "1,000 charts", "value": f"{seconds:.2f} s, {memory:.0f} MiB", "reach": "<= 2 s",
         "reached": seconds <= 2},
    ]
    if medians["peer"]:
        peer_seconds, peer_memory = medians["peer"]
        crossed = our_crossings(mingbai, sorted(ours.iterdir()))
        # -O has put drawings beside the graphs.
        dot_crossed = dot_crossings(file.read_text() for file in sorted(theirs.glob("*.dot")))
        result["figures"] += [
            {"name": "Graphviz dot, one thread, no lanes",
             "value": f"{peer_seconds:.2f} s, {peer_memory:.0f} MiB"},
            {"name": "times dot", "value": f"{peer_seconds / seconds:.1f}"},
            {"name": "lines that cross: ours, dot's", "value": f"{crossed}, {dot_crossed}"},
        ]
    return result
