"""A printed code brings a version: the page says whether the paper is current, or nothing."""

import json
import re

from axe_playwright_python.sync_playwright import Axe

CURRENT, OUTDATED = "您手里的这张纸是最新的。", "您手里的这张纸已经过时，请以本页为准。"

# Not what a code brings: nothing, markup, other digits, other lengths, other names.
RUBBISH = ("", "?v=", "?v=<script>alert(1)</script>", "?v=%3Cscript%3E", "?v=ABCDEF12",
           "?v=a123456", "?v=a12345678", "?v=a123456g", "?w=a1234567", "?v=a1234567'", "?a1234567",
           "#v=a1234567")

# What may lie where the list should be: status and body. None: no answer at all.
DAMAGED = {"missing": (404, "not found"), "cut off": (200, '{"clear-card/pension":"a1'),
           "a page of the server": (200, "<!doctype html><title>404</title>"),
           "empty": (200, ""), "forbidden": (403, ""), "no answer": None}

STATE = """() => {
  const place = document.getElementById("paper"), main = document.getElementById("main");
  return {
    said: place.checkVisibility() ? place.innerText : "", role: place.getAttribute("role"),
    first: main.firstElementChild === place, markup: place.childElementCount,
    sideways: document.documentElement.scrollWidth > innerWidth,
  };
}"""


def say(report, browser, site, pages, base):
    for page in pages:
        text = (site / page.path).read_text("utf-8")
        found = re.search(r'data-versions="([^"]+)"', text)
        if not found:
            continue
        file = ((site / page.path).parent / found[1]).resolve()
        versions = sorted(set(json.loads(file.read_text("utf-8")).values()))
        other = next(v for v in ("a0000000", "b1111111", "c2222222") if v not in versions)
        _answers(report, browser, page, base, versions, other)
        if page != pages[0]:
            continue
        # One script for all of them.
        _silence(report, browser, page, base)
        _damage(report, browser, page, base, versions[0])
        _alone(report, browser, page, base, site, versions[0])


class _Visit:
    """A tab, with what its console says, what fails in it and whether it asks for the list."""

    def __init__(self, browser, **options):
        self.context = browser.new_context(viewport={"width": 320, "height": 800}, **options)
        self.tab = self.context.new_page()
        self.faults, self.asked = [], []
        self.tab.on("console", self._console)
        self.tab.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        self.tab.on("dialog", lambda dialog: (self.faults.append("a dialog"), dialog.dismiss()))
        self.tab.on("request", lambda request: self.asked.append(request.url)
                    if request.url.endswith("/versions.json") else None)

    def _console(self, said):
        # The browser itself notes an answer of 404; the page has no hand in it.
        if said.type in ("error", "warning") and not said.text.startswith("Failed to load"):
            self.faults.append(f"console: {said.text}")

    def go(self, address):
        self.asked.clear()
        # A change of the part behind # alone would not load the page anew.
        self.tab.goto("about:blank")
        self.tab.goto(address, wait_until="load")
        if self.asked:
            self.tab.wait_for_load_state("networkidle")
        return self.tab.evaluate(STATE)


def _answers(report, browser, page, base, versions, other):
    visit = _Visit(browser, bypass_csp=True)
    faults = visit.faults
    shown = [(f"?v={versions[0]}", CURRENT), (f"?from=wall&v={versions[-1]}&x=1", CURRENT),
             (f"?v={versions[0]}#sheets", CURRENT), (f"?v={other}", OUTDATED)]
    for query, words in shown:
        state = visit.go(f"{base}/{page.path}{query}")
        if state["said"] != words:
            faults.append(f"{query}: “{state['said']}”")
        if state["role"] != "status" or not state["first"]:
            faults.append(f"{query}: not said first, or not as a status")
        if state["sideways"]:
            faults.append(f"{query}: scrolls sideways")
    # The last one stands on the page still.
    for violation in Axe().run(visit.tab).response["violations"]:
        faults.append(f"axe: {violation['id']}")
    visit.context.close()
    report.check(f"version: {page.kind} says whether the paper is current", faults)


def _silence(report, browser, page, base):
    visit = _Visit(browser)
    for query in RUBBISH:
        state = visit.go(f"{base}/{page.path}{query}")
        if state["said"] or state["markup"] or visit.asked:
            visit.faults.append(f"{query}: “{state['said']}”, asked {visit.asked}")
    visit.context.close()
    report.check(f"version: {page.kind} is silent without one, and about rubbish", visit.faults)


def _damage(report, browser, page, base, version):
    faults = []
    for name, answer in DAMAGED.items():
        visit = _Visit(browser)
        visit.tab.route("**/versions.json", _answering(answer))
        state = visit.go(f"{base}/{page.path}?v={version}")
        if not visit.asked:
            faults.append(f"{name}: the list was not asked for")
        if state["said"]:
            faults.append(f"{name}: “{state['said']}”")
        faults += [f"{name}: {fault}" for fault in visit.faults]
        visit.context.close()
    report.check(f"version: {page.kind} is silent when the list is damaged", faults)


def _answering(answer):
    def handle(route):
        if answer:
            route.fulfill(status=answer[0], body=answer[1], content_type="application/json")
        else:
            route.abort()
    return handle


def _alone(report, browser, page, base, site, version):
    """From a file, where a browser may refuse to read the list, and without scripts."""
    faults = []
    for address, options in ((site.as_uri(), {}), (base, {"java_script_enabled": False})):
        context = browser.new_context(**options)
        tab = context.new_page()
        tab.on("pageerror", lambda error: faults.append(f"script: {error}"))
        tab.goto(f"{address}/{page.path}?v={version}", wait_until="load")
        if not tab.locator("main h1").is_visible():
            faults.append(f"{address}: no heading is seen")
        said = tab.locator("#paper")
        if said.is_visible() and said.inner_text() != CURRENT:
            faults.append(f"{address}: “{said.inner_text()}”")
        context.close()
    report.check(f"version: {page.kind} reads the same from a file and without scripts", faults)
