#!/usr/bin/env python3
"""An outsider: reads one published release and tries to work out withheld numbers.

Everything that anybody can know is put into one system of linear equations, quarter by quarter:
x[place, item, month] >= 0, the exact totals of every place and month, the months' item lists, the
quarter's items of the district, of towns and of places, with the rows that several places share;
and for ratings y[town, level]. For every withheld number the smallest and the largest value is
asked for (SciPy's HiGHS). A value above zero that is certainly below the threshold is a violation.

    outsider.py release.json [--cases CASES.json] [--naive] [--seed N]
    outsider.py --self-test

--cases   the truth, as a list of [month, place, item, level] with numbers from 0 (level 5: not
          rated): checks also what an outsider cannot check, that every small number could be
          zero and could be the threshold.
--naive   puts a release into the file's place that only hides 1 to threshold - 1 and shows zeros
          (needs --cases): this finds violations.
--self-test  makes up cases, publishes them naively, and succeeds when that is found out.
Exit code: 0 nothing found, 1 violations, 2 the file cannot be used.
"""

import argparse
import json
import sys

import numpy
from scipy.optimize import linprog
from scipy.sparse import coo_matrix

EDGE = 1e-6


class System:
    """Equations over counts that are not negative."""

    def __init__(self, size):
        self.size = size
        self.rows, self.columns, self.totals = [], [], []

    def add(self, variables, total):
        row = len(self.totals)
        self.rows += [row] * len(variables)
        self.columns += list(variables)
        self.totals.append(float(total))

    def freeze(self):
        ones = numpy.ones(len(self.rows))
        self.matrix = coo_matrix(
            (ones, (self.rows, self.columns)), shape=(len(self.totals), self.size)).tocsr()

    def solve(self, goal):
        found = linprog(
            goal, A_eq=self.matrix, b_eq=self.totals, bounds=(0, None), method="highs")
        if found.status == 2:
            raise ValueError("the published numbers contradict each other")
        if found.status == 3:
            return None
        if found.x is None:
            raise ValueError("the solver gave up: " + found.message)
        return found.x

    def bounds(self, goal):
        low = self.solve(goal)
        high = self.solve(-goal)
        return goal @ low, (numpy.inf if high is None else goal @ high)


def table(release, name):
    for found in release["tables"]:
        if found["name"] == name:
            return [dict(zip(found["columns"], row)) for row in found["rows"]]
    raise KeyError(name)


class Targets:
    """Withheld sums of variables, with the threshold of each."""

    def __init__(self):
        self.names, self.members, self.thresholds = [], [], []

    def add(self, name, members, threshold):
        self.names.append(name)
        self.members.append(numpy.array(members))
        self.thresholds.append(threshold)

    def check(self, system, random, truth=None):
        """Names and intervals of violations. One solution of the system settles many targets at
        once: whoever is zero in it can be zero, whoever is large in it can be large."""
        count = len(self.names)
        owed = [truth is not None and truth[i] is not None and 0 < truth[i] < self.thresholds[i]
                for i in range(count)]
        low_open, high_open = set(range(count)), {i for i in range(count) if owed[i]}

        def settle(solution):
            for i in list(low_open):
                if solution[self.members[i]].sum() < EDGE:
                    low_open.discard(i)
            for i in list(high_open):
                if solution[self.members[i]].sum() >= self.caps[i] - EDGE:
                    high_open.discard(i)

        for sign, pending in ((1, low_open), (-1, high_open)):
            idle = 0
            while pending and idle < 3:
                goal = numpy.zeros(system.size)
                for i in pending:
                    goal[self.members[i]] += sign * random.uniform(0.2, 1)
                before = len(pending)
                solution = system.solve(goal)
                if solution is None:
                    break
                settle(solution)
                idle = idle + 1 if len(pending) > before * 0.9 else 0
        violations = []
        for i in sorted(low_open | high_open):
            goal = numpy.zeros(system.size)
            goal[self.members[i]] = 1
            low, high = system.bounds(goal)
            low, high = numpy.ceil(low - EDGE), numpy.floor(high + EDGE)
            told = low > 0 and high < self.thresholds[i]
            narrow = owed[i] and (low > 0 or high < self.caps[i])
            if told or narrow:
                violations.append((self.names[i], low, high, "told" if told else "narrow"))
        return violations


def check_items(release, quarter, months, cases, random):
    """Where a place has been counted anew since the quarter was published, its months no longer
    add up to the quarter's tables; then an outsider has only the quarter's own totals."""
    try:
        return ask_items(release, quarter, months, cases, random, True)
    except ValueError:
        print(f"note: {quarter} was published before its last months were counted anew")
        return ask_items(release, quarter, months, cases, random, False)


def ask_items(release, quarter, months, cases, random, with_months):
    places = [tuple(place) for place in release["places"]]
    items = release["items"]
    towns = sorted({town for town, _ in places})
    rules = release["rules"]
    threshold = {item: rules["sensitiveThreshold"] if item in rules["sensitiveItems"]
                 else rules["threshold"] for item in items}
    width, depth = len(items), len(months)
    number = {place: i for i, place in enumerate(places)}
    column = {item: i for i, item in enumerate(items)}

    def variable(place, item, month):
        return (number[place] * width + column[item]) * depth + month

    def cells(some_places, some_items, some_months=range(depth)):
        return [variable(p, i, m) for p in some_places for i in some_items for m in some_months]

    system = System(len(places) * width * depth)
    known = set()
    accepted = {}
    for row in table(release, "activity"):
        if row["level"] == "place" and row["measure"] == "accepted" and row["month"] in months:
            place, month = (row["town"], row["room"]), months.index(row["month"])
            # A place without a return has no cases that anybody counted.
            accepted[place, month] = row["value"] or 0
            if with_months:
                system.add(cells([place], items, [month]), row["value"] or 0)
    for row in table(release, "month-items"):
        if with_months and row["month"] in months and row["item"] in column:
            month = months.index(row["month"])
            system.add(cells(places, [row["item"]], [month]), row["cases"])
            known.add(("month", row["item"], month))
    for row in table(release, "items"):
        if row["quarter"] == quarter and row["item"] in column:
            system.add(cells(places, [row["item"]]), row["cases"])
            known.add(("district", row["item"]))
    for row in table(release, "town-items"):
        if row["quarter"] == quarter and row["item"] in column and row["cases"] is not None:
            inside = [p for p in places if p[0] == row["town"]]
            system.add(cells(inside, [row["item"]]), row["cases"])
            known.add(("town", row["town"], row["item"]))
    shared = {}
    for row in table(release, "merged"):
        if row["quarter"] == quarter and row["table"] == "room-items":
            shared.setdefault(row["town"], []).append((row["town"], row["room"]))
    for row in table(release, "room-items"):
        if row["quarter"] == quarter and row["item"] in column and row["cases"] is not None:
            if row["room"] == "*":
                system.add(cells(shared[row["town"]], [row["item"]]), row["cases"])
            else:
                place = (row["town"], row["room"])
                system.add(cells([place], [row["item"]]), row["cases"])
                known.add(("place", place, row["item"]))
        if row["quarter"] == quarter and row["item"] == "total" and not with_months:
            if row["room"] == "*":
                system.add(cells(shared[row["town"]], items), row["cases"])
            else:
                system.add(cells([(row["town"], row["room"])], items), row["cases"])
    system.freeze()

    targets, truth, caps = Targets(), [], []
    exact = None
    if cases is not None:
        exact = numpy.zeros(system.size)
        first = (int(quarter[-1]) - 1) * 3
        for month, place, item, _ in cases:
            if first <= month < first + 3:
                exact[(place * width + item) * depth + month - first] += 1

    def aim(name, members, limit, cap):
        targets.add(name, members, limit)
        truth.append(None if exact is None else exact[members].sum())
        caps.append(min(limit, cap))

    everything = sum(accepted.values())
    for item in items:
        limit = threshold[item]
        if ("district", item) not in known:
            aim(f"{quarter} {item}", cells(places, [item]), limit, everything)
        for month in range(depth):
            if ("month", item, month) not in known:
                aim(f"{months[month]} {item}", cells(places, [item], [month]), limit,
                    sum(accepted[p, month] for p in places))
        for town in towns:
            if ("town", town, item) not in known:
                inside = [p for p in places if p[0] == town]
                aim(f"{quarter} {town} {item}", cells(inside, [item]), limit,
                    sum(accepted[p, m] for p in inside for m in range(depth)))
        for place in places:
            if ("place", place, item) not in known:
                aim(f"{quarter} {'/'.join(place)} {item}", cells([place], [item]), limit,
                    sum(accepted[place, m] for m in range(depth)))
    targets.caps = caps
    return len(targets.names), targets.check(system, random, truth if cases is not None else None)


def check_ratings(release, quarter, cases, random):
    rows = [row for row in table(release, "satisfaction") if row["quarter"] == quarter]
    names = sorted({row["town"] for row in rows if row["town"]})
    if not rows:
        return 0, []
    # Towns of which nothing is told; whoever shares a row is inside it.
    shared = {row["town"] for row in table(release, "merged")
              if row["quarter"] == quarter and row["table"] == "satisfaction"}
    silent = {town for town, _ in release["places"]} - set(names) - shared
    names += sorted(silent) + (["*"] if shared and "*" not in names else [])
    number = {name: i for i, name in enumerate(names)}
    system, targets = System(len(names) * 5), Targets()
    seen = set()
    for row in rows:
        levels = range(row["from"] - 1, row["to"])
        inside = names if not row["town"] else [row["town"]]
        system.add([number[n] * 5 + level for n in inside for level in levels], row["cases"])
        if row["from"] == row["to"]:
            seen.add((row["town"], row["from"] - 1))
    for row in rows:
        if row["town"] and row["from"] == 1:
            system.add([number[row["town"]] * 5 + level for level in range(5)], row["rated"])
    system.freeze()
    limit = release["rules"]["threshold"]
    exact = None
    if cases is not None:
        exact = numpy.zeros(system.size)
        first = (int(quarter[-1]) - 1) * 3
        for month, place, _, level in cases:
            town = release["places"][place][0]
            if first <= month < first + 3 and level < 5:
                exact[number["*" if town in shared else town] * 5 + level] += 1
    truth = []

    def aim(name, members):
        targets.add(name, members, limit)
        truth.append(None if exact is None else exact[members].sum())

    for level in range(5):
        if ("", level) not in seen:
            aim(f"{quarter} level {level + 1}", [n * 5 + level for n in range(len(names))])
        for name in names:
            if (name, level) not in seen:
                aim(f"{quarter} {name} level {level + 1}", [number[name] * 5 + level])
    targets.caps = targets.thresholds
    return len(targets.names), targets.check(system, random, None if exact is None else truth)


def check_sums(release):
    """Shown rows and the rest add up to the total of each list; faults by name."""
    faults = []
    for name, keys in (("month-items", ["month"]), ("items", ["quarter"]),
                       ("town-items", ["quarter", "town"]),
                       ("room-items", ["quarter", "town", "room"])):
        sums, totals = {}, {}
        for row in table(release, name):
            key = tuple(row[k] for k in keys)
            if row["item"] == "total":
                totals[key] = row["cases"]
            else:
                sums[key] = sums.get(key, 0) + (row["cases"] or 0)
        faults += [f"{name} {' '.join(key)}" for key in totals if sums[key] != totals[key]]
    return faults


def naive(release, cases):
    """What a careless office would publish: 1 to threshold - 1 hidden, zeros shown."""
    places = [tuple(place) for place in release["places"]]
    items, limit = release["items"], release["rules"]["threshold"]
    quarters = sorted({row["quarter"] for row in table(release, "items")})
    rows, towns, district, months = [], [], [], []

    def hidden(count):
        return (None, "c") if 0 < count < limit else (count, "")

    for quarter in quarters:
        first = (int(quarter[-1]) - 1) * 3
        exact = numpy.zeros((len(places), len(items)), dtype=int)
        for month, place, item, _ in cases:
            if first <= month < first + 3:
                exact[place, item] += 1
        for j, item in enumerate(items):
            district.append([quarter, item, *hidden(int(exact[:, j].sum()))])
            for town in sorted({p[0] for p in places}):
                inside = [i for i, p in enumerate(places) if p[0] == town]
                towns.append([quarter, town, item, *hidden(int(exact[inside, j].sum()))])
            for i, place in enumerate(places):
                rows.append([quarter, *place, item, *hidden(int(exact[i, j]))])
    for found in release["tables"]:
        if found["name"] in ("merged", "month-items"):
            found["rows"] = months
        if found["name"] == "items":
            found["rows"] = district
        if found["name"] == "town-items":
            found["rows"] = towns
        if found["name"] == "room-items":
            found["rows"] = rows


def invented(random):
    """A release with nothing but names and totals, and its cases."""
    places = [[f"town-{t}", f"room-{r}" if r else ""] for t in range(3) for r in range(4)]
    items = [f"item-{i}" for i in range(10)]
    cases = []
    for place in range(len(places)):
        for month in range(3):
            for item in random.geometric(0.25, size=random.integers(5, 15)):
                cases.append([month, place, int(item - 1) % len(items), 5])
    months = [f"2026-{m:02}" for m in (1, 2, 3)]
    activity = [[months[m], "place", *place, "accepted", None,
                 sum(1 for c in cases if c[0] == m and c[1] == i), ""]
                for m in range(3) for i, place in enumerate(places)]
    shapes = {
        "activity": "month level town room measure base value status",
        "month-items": "month item cases status", "items": "quarter item cases status",
        "town-items": "quarter town item cases status",
        "room-items": "quarter town room item cases status",
        "satisfaction": "quarter town rated from to cases status",
        "merged": "quarter table town room status",
    }
    tables = [{"name": name, "columns": keys.split(), "rows": []}
              for name, keys in shapes.items()]
    tables[0]["rows"] = activity
    tables[2]["rows"] = [["2026-q1", "*", 0, ""]]
    return {"format": "mingbai-release-1", "items": items, "places": places, "tables": tables,
            "rules": {"threshold": 5, "sensitiveThreshold": 10, "sensitiveItems": []}}, cases


def self_test():
    random = numpy.random.default_rng(7)
    release, cases = invented(random)
    naive(release, cases)
    asked, violations = check_items(release, "2026-q1", ["2026-01", "2026-02", "2026-03"], None,
                                    random)
    print(f"self-test: {len(violations)} of {asked} numbers of a naive release were found out")
    return 0 if violations else 1


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("release", nargs="?")
    arguments.add_argument("--self-test", action="store_true")
    arguments.add_argument("--cases")
    arguments.add_argument("--naive", action="store_true")
    arguments.add_argument("--seed", type=int, default=1)
    arguments = arguments.parse_args()
    if arguments.self_test:
        return self_test()
    if not arguments.release or (arguments.naive and not arguments.cases):
        print(__doc__)
        return 2
    try:
        with open(arguments.release, encoding="utf-8") as file:
            release = json.load(file)
        cases = None
        if arguments.cases:
            with open(arguments.cases, encoding="utf-8") as file:
                cases = json.load(file)
        if release.get("format") != "mingbai-release-1":
            raise ValueError("not a release")
        if arguments.naive:
            naive(release, cases)
    except (OSError, ValueError, KeyError) as fault:
        print(f"cannot use {arguments.release}: {fault}")
        return 2
    random = numpy.random.default_rng(arguments.seed)
    quarters = sorted({row["quarter"] for row in table(release, "items")})
    asked, violations = 0, []
    for quarter in quarters:
        year, part = quarter.split("-q")
        months = [f"{year}-{3 * int(part) - 2 + i:02}" for i in range(3)]
        for found in (check_items(release, quarter, months, cases, random),
                      check_ratings(release, quarter, cases, random)):
            asked += found[0]
            violations += found[1]
    faults = [] if arguments.naive else check_sums(release)
    for name, low, high, kind in violations:
        print(f"{kind}: {name} lies between {low:.0f} and {high:.0f}")
    for fault in faults:
        print(f"does not add up: {fault}")
    print(f"{len(quarters)} quarters, {asked} withheld numbers, {len(violations)} violations, "
          f"{len(faults)} sums that do not add up")
    return 1 if violations or faults else 0


if __name__ == "__main__":
    sys.exit(main())
