"""make bench: Mingbai beside its peers, in one run, on this machine.

Every row does the same work with Mingbai and with a peer, in turn, and reports ratios of medians;
absolute times are only for orientation. Inputs and outputs lie on tmpfs, so that no disk decides.
A peer that is not at hand makes its row say so. Prints one table and writes it as JSON.
"""

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from pathlib import Path

import rows_check
import rows_flow
import rows_ledger
import rows_print

ROWS = [
    rows_print.clear_cards, rows_print.all_sheets, rows_ledger.import_return,
    rows_ledger.release_cells, rows_flow.flowcharts, rows_check.check,
]


def machine():
    """What the figures hold for."""
    model = next(
        (
            line.split(":", 1)[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.processor(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // (1 << 30)
    return {"processor": model, "cores": os.cpu_count(), "memory": f"{memory} GiB"}


def show(results):
    """The table on the terminal, one line a figure."""
    for row in results:
        print(f"\n{row['number']}  {row['work']}")
        print(f"    {row['corpus']}")
        if row.get("absent"):
            print(f"    peer absent: {row['absent']}")
        for figure in row["figures"]:
            verdict = "" if figure.get("reached") is None else (
                "reached" if figure["reached"] else "NOT REACHED"
            )
            reach = f"(reach {figure['reach']})" if "reach" in figure else ""
            print(f"    {figure['name']:<34} {figure['value']:<28} {reach} {verdict}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mingbai", required=True, help="the release binary")
    parser.add_argument("--json", required=True, help="where the table goes as JSON")
    parser.add_argument("--runs", type=int, default=5, help="runs of each side; the median counts")
    parser.add_argument("--only", action="append", default=[], help="only this row, such as N7")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="mingbai-bench-", dir="/dev/shm"))
    results = []
    try:
        for row in ROWS:
            if options.only and row.number not in options.only:
                continue
            print(f"{row.number} …", file=sys.stderr, flush=True)
            results.append(row(Path(options.mingbai).resolve(), folder, options.runs))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    report = {"machine": machine(), "runs": options.runs, "rows": results}
    Path(options.json).write_text(json.dumps(report, ensure_ascii=False, indent=2) + "\n")
    print(", ".join(f"{name}: {value}" for name, value in report["machine"].items()))
    show(results)
    missed = [
        figure
        for row in results
        for figure in row["figures"]
        if figure.get("reached") is False
    ]
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
