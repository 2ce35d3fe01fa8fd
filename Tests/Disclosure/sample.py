"""T2: the outsider attacks everything that is published of the sample district's ledger.

    sample.py --mingbai PROGRAM

Makes returns of a part of the sample, imports and extracts them as `make site` does, lets `ledger release`
write what may be seen, early and late in the year, and hands it to the outsider.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONTENT = HERE.parent.parent
# Linear programs grow faster than a district: so many of its towns, with every item, say as much.
TOWNS = 7
# A day after which the second quarter is closed, and the day of the site.
DAYS = ["2026-07-10", "2026-11-20"]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--mingbai", required=True)
    mingbai = arguments.parse_args().mingbai

    def ledger(site, *words):
        command = [mingbai, "ledger", *words, "--site", str(site)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    outsider = [sys.executable, str(HERE / "outsider.py")]
    code = subprocess.run([*outsider, "--self-test"], check=False).returncode
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        for name in ("Content", "Themes"):
            shutil.copytree(CONTENT / name, site / name)
        for town in sorted((site / "Content/towns").iterdir())[TOWNS:]:
            shutil.rmtree(town)
        ledger(site, "sample", "--months", "2025-10..2026-10", "--date", DAYS[-1])
        ledger(site, "import", str(site / ".ledger/returns"), "--date", DAYS[-1])
        for day in DAYS:
            ledger(site, "extract", "--date", day)
            seen = site / f"{day}.json"
            ledger(site, "release", "--date", day, "--output", str(seen))
            print(f"{day}: ", end="", flush=True)
            code |= subprocess.run([*outsider, str(seen)], check=False).returncode
    return code


if __name__ == "__main__":
    sys.exit(main())
