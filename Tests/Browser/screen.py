"""The pages in a real Chromium: from a file, from a sub-directory, narrow and wide."""

import pathlib

WIDTHS = (320, 768, 1280)
MEASURE = (pathlib.Path(__file__).parent / "measure.js").read_text("utf-8")

FOCUS = """() => {
  const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
  return {
    skip: e.matches("a.skip"), body: e === document.body, hash: e.getAttribute("href") || "",
    words: e.textContent.trim().slice(0, 20),
    outlined: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2,
    onScreen: b.width > 1 && b.height > 1 && b.right > 0 && b.left < innerWidth
      && b.bottom > 0 && b.top < innerHeight,
  };
}"""


def still(site, page):
    """The address of a page that stays where it is: a copy of a redirect without its leap."""
    if page.kind != "redirect":
        return page.path
    file = site / page.path
    text = file.read_text("utf-8")
    kept = "\n".join(line for line in text.splitlines() if 'http-equiv="refresh"' not in line)
    copy = file.with_name("still-" + file.name)
    copy.write_text(kept, "utf-8")
    return copy.relative_to(site).as_posix()


def look(report, browser, site, pages, origin, base):
    """Layout, loading, console and network of every page at every width."""
    for page in pages:
        faults = {name: [] for name in
                  ("loads", "scroll", "clipped", "targets", "phones", "contrast", "zoom")}
        context = browser.new_context()
        tab = context.new_page()
        _listen(tab, base, faults["loads"])
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 800})
            tab.goto(f"{base}/{still(site, page)}", wait_until="load")
            found = tab.evaluate(MEASURE)
            at = lambda list: [f"{width} px: {fault}" for fault in list]
            faults["loads"] += at(found["unloaded"])
            faults["scroll"] += at(found["sideways"])
            faults["clipped"] += at(found["clipped"])
            faults["targets"] += at(found["small"])
            faults["contrast"] += at(found["faint"])
            if width == 320:
                faults["phones"] += at(found["phones"])
        # 400 % of a window of 1280 × 1024.
        tab.set_viewport_size({"width": 320, "height": 256})
        found = tab.evaluate(MEASURE)
        faults["zoom"] += found["sideways"] + found["clipped"] + found["sticky"]
        context.close()
        _tell(report, origin, page, faults)


def _tell(report, origin, page, faults):
    words = {
        "loads": "loads whole, from nowhere else",
        "scroll": "does not scroll sideways",
        "clipped": "cuts no words off",
        "targets": "has controls of 24 px",
        "phones": "has phone numbers of 44 px on a phone",
        "contrast": "has contrast of 7",
        "zoom": "stands 400 % zoom",
    }
    for name, sentence in words.items():
        report.check(f"{origin}: {page.kind} {sentence}", faults[name])


def _listen(tab, base, faults):
    def request(asked):
        if asked.url.endswith("/favicon.ico"):
            return
        if not asked.url.startswith(base + "/") and not asked.url.startswith("data:"):
            faults.append(f"asks {asked.url}")

    tab.on("request", request)
    tab.on("requestfailed", lambda asked: faults.append(f"failed: {asked.url}"))
    tab.on("response", lambda answer: faults.append(f"{answer.status}: {answer.url}")
           if answer.status >= 400 else None)
    tab.on("console", lambda said: faults.append(f"console: {said.text}")
           if said.type in ("error", "warning") else None)
    tab.on("pageerror", lambda error: faults.append(f"script: {error}"))


def without_scripts(report, browser, site, pages, base):
    for page in pages:
        faults = []
        context = browser.new_context(
            java_script_enabled=False, viewport={"width": 320, "height": 800})
        tab = context.new_page()
        _listen(tab, base, faults)
        tab.goto(f"{base}/{still(site, page)}", wait_until="load")
        found = tab.evaluate(MEASURE)
        faults += found["sideways"] + found["clipped"] + found["unloaded"]
        if not tab.locator("main h1").is_visible():
            faults.append("no heading is seen")
        context.close()
        report.check(f"no scripts: {page.kind} reads the same", faults)


def keyboard(report, browser, site, pages, base):
    """Tab reaches the skip link first; whatever has the focus is seen to have it."""
    for page in pages:
        faults = []
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        tab = context.new_page()
        tab.goto(f"{base}/{still(site, page)}", wait_until="load")
        for turn in range(60):
            tab.keyboard.press("Tab")
            focus = tab.evaluate(FOCUS)
            if focus["body"]:
                break
            if turn == 0 and not focus["skip"]:
                faults.append(f"first comes “{focus['words']}”")
            if not focus["outlined"]:
                faults.append(f"no outline on “{focus['words']}”")
            if not focus["onScreen"]:
                faults.append(f"out of sight: “{focus['words']}”")
        tab.goto(f"{base}/{still(site, page)}", wait_until="load")
        tab.keyboard.press("Tab")
        tab.keyboard.press("Enter")
        if not tab.evaluate("location.hash === '#main'"):
            faults.append("the skip link does not lead to the text")
        context.close()
        report.check(f"keyboard: {page.kind} shows where the focus is", faults)


def redirect(report, browser, site, pages, base):
    page = next(page for page in pages if page.kind == "redirect")
    context = browser.new_context()
    tab = context.new_page()
    faults = []
    tab.goto(f"{base}/{page.path}", wait_until="load")
    try:
        tab.wait_for_url(lambda url: not url.endswith("/" + page.path), timeout=5000)
        arrived = tab.url.removeprefix(base + "/")
        if not (site / arrived).is_file():
            faults.append(f"arrives at {tab.url}")
    except Exception as error:  # the browser's own words are the finding
        faults.append(error)
    context.close()
    report.check("redirect: an old address leads on", faults)


def axe(report, browser, site, pages, base):
    from axe_playwright_python.sync_playwright import Axe

    for page in pages:
        faults = []
        # The page's own policy would keep the examiner's script out.
        context = browser.new_context(bypass_csp=True)
        tab = context.new_page()
        for width in (320, 1280):
            tab.set_viewport_size({"width": width, "height": 800})
            tab.goto(f"{base}/{still(site, page)}", wait_until="load")
            for violation in Axe().run(tab).response["violations"]:
                for node in violation["nodes"][:3]:
                    faults.append(f"{width} px: {violation['id']}: {node['html'][:120]}")
        context.close()
        report.check(f"axe: {page.kind} has no violation", faults)
