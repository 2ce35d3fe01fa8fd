"""The pages on A4."""

import pathlib
import re
import subprocess
import unicodedata

from screen import still

# Sheets that a page may take. Longer ones are lists of a whole district.
LIMITS = {"guide": 5, "room": 5, "route": 2, "notice": 2, "institution": 3, "town": 4,
          "404": 1, "redirect": 1, "about": 1}

EXPECTED = """() => ({
  heading: document.querySelector("h1").innerText,
  phones: [...document.querySelectorAll('main a[href^="tel:"]')]
    .filter((e) => e.checkVisibility()).map((e) => e.textContent),
  navigation: [...document.querySelectorAll("header nav a")].map((e) => e.textContent),
  text: document.querySelector("main").innerText,
})"""


def _plain(text):
    """Without spaces, and with the forms of characters that a PDF may swap made one."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def prints(report, browser, site, pages, base, folder):
    context = browser.new_context()
    tab = context.new_page()
    for number, page in enumerate(pages):
        tab.goto(f"{base}/{still(site, page)}", wait_until="load")
        expected = tab.evaluate(EXPECTED)
        file = pathlib.Path(folder) / f"{number}.pdf"
        tab.pdf(path=str(file), format="A4", prefer_css_page_size=True)
        run = subprocess.run(
            ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True)
        text, faults = _plain(run.stdout), []
        if _plain(expected["heading"]) not in text:
            faults.append(f"no heading “{expected['heading']}”")
        faults += [f"no phone {p}" for p in expected["phones"] if _plain(p) not in text]
        # The site map names the columns in the same order, as its own text.
        columns = _plain("".join(expected["navigation"]))
        if text.count(columns) > _plain(expected["text"]).count(columns):
            faults.append("the site's navigation is on the paper")
        if _plain("跳到正文") in text:
            faults.append("the skip link is on the paper")
        limit = LIMITS.get(page.kind.split()[0])
        sheets = run.stdout.count("\f")
        if limit and sheets > limit:
            faults.append(f"{sheets} sheets, more than {limit}")
        report.check(f"paper: {page.kind} prints well ({sheets} sheets)", faults)
    context.close()
