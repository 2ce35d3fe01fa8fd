"""Checks the sample site in a real browser, by the validator, and on paper.

    pip install -r requirements.txt
    python run.py --mingbai ../../.build/debug/mingbai [--only KIND …]

Chromium is /usr/bin/chromium, or what CHROMIUM names. Needs java and pdftotext as well.
Each check prints one line; the last line counts them; the exit status is 1 when one failed.
"""

import argparse
import os
import pathlib
import sys
import tempfile

sys.dont_write_bytecode = True

import freshness
import markup
import paper
import sample
import screen
from report import Report


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--mingbai", required=True, help="the program to build the site with")
    options.add_argument(
        "--site", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2],
        help="the folder with Content/ and Themes/; this repository by default")
    options.add_argument("--only", action="append", help="only this kind of page; may be repeated")
    chosen = options.parse_args()

    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        # Two folders deep, so that an address counted from the server's root cannot work.
        site = pathlib.Path(folder) / "portal" / "mingbai"
        site.parent.mkdir()
        source = sample.copy(chosen.site, pathlib.Path(folder) / "source")
        sample.keep_ledger(chosen.mingbai, source)
        sample.build(chosen.mingbai, source, site, "--only", "web")
        markup.weigh(report, site)
        # All sheets of the district would take long; the pages that offer them are few kinds.
        printed = site.with_name("printed")
        small = sample.one_room(chosen.site, pathlib.Path(folder) / "small")
        sample.build(chosen.mingbai, small, printed)

        def some(pages):
            return [page for page in pages if not chosen.only or page.kind in chosen.only]

        pages, sheets = some(sample.pages(source, site)), some(sample.sheet_pages(printed))
        markup.validate(report, site, pages)
        markup.validate(report, printed, sheets)
        server, address = sample.serve(folder)
        try:
            browse(report, site, pages, f"{address}/portal/mingbai", folder)
            browse(report, printed, sheets, f"{address}/portal/printed", folder)
        finally:
            server.shutdown()
    return report.close()


def browse(report, site, pages, http, folder):
    if not pages:
        return
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        screen.look(report, browser, site, pages, "file", site.as_uri())
        screen.look(report, browser, site, pages, "http", http)
        screen.without_scripts(report, browser, site, pages, http)
        screen.keyboard(report, browser, site, pages, http)
        if any(page.kind == "redirect" for page in pages):
            screen.redirect(report, browser, site, pages, http)
        screen.axe(report, browser, site, pages, http)
        freshness.say(report, browser, site, pages, http)
        paper.prints(report, browser, site, pages, http, folder)
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
