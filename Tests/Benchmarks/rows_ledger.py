"""Rows N9 and N10: the ledger."""

import csv
import multiprocessing
import random
import shutil
import sqlite3

from measure import in_turn, row, run

ROWS = 1_000_000
CASES = 10_000_000
DAY = "2026-11-20"
FORMS = ["直接办理", "全程代办", "报送镇中心", "陪同办理", "网上帮办", "上门服务", "预约服务", "延时服务"]
RESULTS = ["办成", "不予", "退件", "终止", "转报"]
RATINGS = ["非常满意", "满意", "基本满意", "不满意", "非常不满意", "未评价"]


def places(site):
    """(town, room) of every room in use of a site, and of every centre; room '' is the centre."""
    found = []
    for town in sorted((site / "Content" / "towns").iterdir()):
        if not (town / "rooms.csv").exists():
            continue
        found.append((town.name, ""))
        with open(town / "rooms.csv", encoding="utf-8-sig", newline="") as file:
            lines = csv.DictReader(file)
            first = lines.fieldnames[0]
            found += [(town.name, line[first]) for line in lines]
    return found


def items(site):
    return sorted(file.stem for file in (site / "Content" / "items").glob("*.md"))


def write_return(path, site):
    """A return of a million cases of 2025-11 to 2026-10, with invented people."""
    dice = random.Random(9)
    rooms = [f"{town}/{room}" for town, room in places(site) if room]
    names = items(site)
    days = [f"{2025 + (9 + n) // 12}-{(9 + n) % 12 + 1:02}-{{:02}}" for n in range(1, 13)]
    with open(path, "w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(
            ["受理编号", "室", "受理日期", "申办人姓名", "联系电话", "受理人", "代办事项", "代办形式",
             "代办员", "承诺时限", "办结时间", "办结结果", "群众评价"])
        for number in range(ROWS):
            month, day = dice.choice(days), dice.randint(1, 20)
            sheet.writerow(
                [f"B{number:08}", dice.choice(rooms), month.format(day), f"申办人{number % 9973}",
                 f"100{number % 100_000_000:08}", "受理人甲", dice.choice(names), dice.choice(FORMS),
                 "代办员乙", f"{dice.choice((3, 5, 10, 20))}个工作日",
                 month.format(day + dice.randint(0, 8)), dice.choice(RESULTS), dice.choice(RATINGS)])


@row("N9")
def import_return(mingbai, folder, runs):
    """A million rows into an empty register, every check on, beside sqlite3's own import."""
    site, file = folder / "ledger-site", folder / "return.csv"
    run([mingbai, "sample", site, "--towns", 17, "--rooms", 300, "--items", 150])
    write_return(file, site)
    script = folder / "import.sh"
    script.write_text(
        "#!/bin/sh\nset -e\n"
        f"rm -rf '{site}/.ledger'\n"
        f"exec '{mingbai}' ledger import '{file}' --site '{site}' --date {DAY} --quiet\n")
    peer_script = folder / "peer.sh"
    peer_script.write_text(
        "#!/bin/sh\nset -e\n"
        f"rm -f '{folder}/peer.sqlite'\n"
        f"exec sqlite3 '{folder}/peer.sqlite' '.import --csv {file} cases'\n")
    result = {
        "number": "N9",
        "work": "a return into the register, every check on",
        "corpus": f"{ROWS:,} rows of 13 columns, {file.stat().st_size / 1e6:.0f} MB, seed 9",
        "figures": [],
    }
    peer = ["sh", peer_script] if shutil.which("sqlite3") else None
    if not peer:
        result["absent"] = "the sqlite3 shell is not installed"
    medians = in_turn(["sh", script], peer, runs)
    seconds, memory = medians["ours"]
    register = sqlite3.connect(f"file:{site}/.ledger/register.sqlite?mode=ro", uri=True)
    count = register.execute("SELECT count(*) FROM cases").fetchone()[0]
    register.close()
    assert count == ROWS, f"{count} rows were taken, not {ROWS}"
    result["figures"].append({"name": "Mingbai", "value": f"{seconds:.2f} s, {memory:.0f} MiB"})
    if medians["peer"]:
        peer_seconds, peer_memory = medians["peer"]
        times = seconds / peer_seconds
        result["figures"] += [
            {"name": "sqlite3 .import, text, no checks",
             "value": f"{peer_seconds:.2f} s, {peer_memory:.0f} MiB"},
            {"name": "times sqlite3 .import", "value": f"{times:.2f}", "reach": "<= 3",
             "reached": times <= 3},
        ]
    return result


def write_facts(path, site, mingbai, count=CASES):
    """Facts of a year for every place of a site, in the layout that `ledger extract` writes.

    The tables come from an extract of one short return, so that layout and district are this
    program's; the cases are made by SQL with a multiplicative generator, seed 10.
    """
    one = site / "one.csv"
    town, room = next(place for place in places(site) if place[1])
    one.write_text(
        "受理编号,室,受理日期,申办人姓名,联系电话,受理人,代办事项,代办形式,代办员,办结时间,办结结果,群众评价\n"
        f"1,{town}/{room},2025-11-03,申办人甲,,受理人甲,{items(site)[0]},直接办理,代办员乙,2025-11-04,办成,满意\n")
    run([mingbai, "ledger", "import", one, "--site", site, "--date", DAY, "--quiet"])
    run([mingbai, "ledger", "extract", "--site", site, "--date", DAY, "--quiet"])
    # In a process of its own: the peak memory of a command counts what its parent held.
    filling = multiprocessing.get_context("spawn").Process(target=fill_facts, args=(path, count))
    filling.start()
    filling.join()
    assert filling.exitcode == 0, "the facts could not be made"


def fill_facts(path, count):
    facts = sqlite3.connect(path, isolation_level=None)
    facts.executescript(
        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-400000;"
        "PRAGMA temp_store=MEMORY; DELETE FROM cases; DELETE FROM returns; BEGIN;")
    rooms = facts.execute("SELECT count(*) FROM places").fetchone()[0]
    kinds = facts.execute("SELECT count(*) FROM items").fetchone()[0]
    facts.execute(
        """
        WITH RECURSIVE dice(i, x) AS (
            SELECT 1, 10 UNION ALL SELECT i + 1, x * 48271 % 2147483647 FROM dice WHERE i < :count
        ), rolled AS (
            SELECT i, x % 12 AS month, x * 16807 % 2147483647 % :rooms + 1 AS place,
                -- Some items are frequent, most are not.
                (x * 69621 % 2147483647 % 1000) * (x * 39373 % 2147483647 % 1000) * :kinds
                    / 1000000 + 1 AS item,
                x * 62089911 % 2147483647 % 28 AS day, x * 630360016 % 2147483647 % 4 AS limit_,
                x * 742938285 % 2147483647 % 40 AS taken, x * 950706376 % 2147483647 AS rest
            FROM dice
        )
        INSERT INTO cases(month, place, item, number, accepted, due, finished, worked, promised,
            statutory, form, result, rating)
        SELECT 24310 + month, place, item, i, accepted, accepted + limit_ * 7,
            CASE WHEN taken < 38 THEN accepted + taken END,
            CASE WHEN taken < 38 THEN taken * 5 / 7 END, limit_ * 5,
            CASE WHEN limit_ > 0 THEN 20 END, rest % 8, CASE WHEN taken < 38 THEN rest % 5 END,
            CASE WHEN taken < 38 THEN rest / 8 % 6 ELSE 5 END
        FROM (SELECT *, CAST(julianday('2025-11-01', '+' || month || ' months') - 2440587.5
            AS INTEGER) + day AS accepted FROM rolled)
        ORDER BY month, place, item, i
        """,
        {"count": count, "rooms": rooms, "kinds": kinds})
    facts.execute(
        "INSERT INTO returns(month, place) SELECT month, id FROM places, "
        "(SELECT DISTINCT month FROM cases)")
    facts.execute("UPDATE meta SET value = '2026-10-31' WHERE key = 'data_date'")
    facts.execute("COMMIT")
    facts.close()


@row("N10")
def release_cells(mingbai, folder, runs):
    """Facts of ten million cases to all released cells, beside a bare GROUP BY."""
    site = folder / "province"
    run([mingbai, "sample", site, "--towns", 1_700, "--rooms", 25_500, "--items", 150])
    facts = site / ".ledger" / "facts.sqlite"
    write_facts(facts, site, mingbai)
    result = {
        "number": "N10",
        "work": "facts to all released cells, hidden and verified",
        "corpus": f"{CASES:,} cases of a year, 25,500 rooms in 1,700 towns, 150 items, seed 10, "
        f"{facts.stat().st_size / 1e6:.0f} MB",
        "figures": [],
    }
    command = [mingbai, "ledger", "release", "--site", site, "--quiet"]
    peer = None
    if shutil.which("sqlite3"):
        peer = [
            "sqlite3", facts, "SELECT month,place,item,count(*) FROM cases GROUP BY 1,2,3"]
    else:
        result["absent"] = "the sqlite3 shell is not installed"
    medians = in_turn(command, peer, runs)
    seconds, memory = medians["ours"]
    # Reading 25,500 rooms from their files is the district's work and not the ledger's.
    district, _ = in_turn([mingbai, "list", "towns", "--site", site], None, runs)["ours"]
    result["figures"] += [
        {"name": "Mingbai, whole command", "value": f"{seconds:.2f} s, {memory:.0f} MiB"},
        {"name": "of it reading the district", "value": f"{district:.2f} s"},
    ]
    if medians["peer"]:
        peer_seconds, peer_memory = medians["peer"]
        times = (seconds - district) / peer_seconds
        result["figures"] += [
            {"name": "sqlite3, bare GROUP BY",
             "value": f"{peer_seconds:.2f} s, {peer_memory:.0f} MiB"},
            {"name": "facts to cells, times the bare GROUP BY", "value": f"{times:.2f}", "reach": "<= 2",
             "reached": times <= 2},
        ]
    return result
