"""The sample site, built once, and one page of each kind out of it."""

import csv
import functools
import http.server
import pathlib
import re
import shutil
import subprocess
import threading
from dataclasses import dataclass

# How an item is done from a room, as the page's own description says it.
WAYS = {
    "route decided here": "在村里办",
    "route carried": "代办员替您跑",
    "route accompanied": "代办员陪您去",
    "route town window": "到镇街窗口办",
    "route hall": "到区里办",
    "route online": "在网上办",
}


@dataclass(frozen=True)
class Page:
    kind: str
    # Below the site's folder, with `/`.
    path: str


def copy(repository, folder):
    """The repository's own Content and Themes, with an item that an agent accompanies people to
    where the sample has none, so that every kind of page is looked at."""
    for name in ("Content", "Themes"):
        if (repository / name).is_dir():
            shutil.copytree(repository / name, folder / name)
    items = sorted((folder / "Content/items").glob("*.md"))
    texts = {item: item.read_text("utf-8") for item in items}
    if not any(re.search(r"^办理方式:.*村陪同", text, re.M) for text in texts.values()):
        for item, text in texts.items():
            if re.search(r"^本人到场: 是", text, re.M) and "办理方式: [镇窗口" in text:
                changed = text.replace("办理方式: [镇窗口", "办理方式: [村陪同, 镇窗口", 1)
                item.write_text(changed, "utf-8")
                break
    return folder


def one_room(repository, folder):
    """The same with one town and one room of it, all items: setting its sheets takes seconds."""
    for name in ("Content", "Themes"):
        shutil.copytree(repository / name, folder / name)
    towns = sorted((folder / "Content/towns").iterdir())
    kept = next(town for town in towns if _open_room(town / "rooms.csv"))
    for town in towns:
        if town != kept:
            shutil.rmtree(town)
    table = kept / "rooms.csv"
    header, *rows = table.read_text("utf-8").splitlines()
    name = _open_room(table)
    rows = [row for row in rows if row.startswith(name + ",")]
    table.write_text("\n".join([header, *rows]) + "\n", "utf-8")
    # Old addresses of rooms that are not there any more would lead nowhere.
    settings = folder / "Content/site.yaml"
    lines = settings.read_text("utf-8").splitlines()
    settings.write_text("\n".join(l for l in lines if ": towns/" not in l) + "\n", "utf-8")
    return folder


def _open_room(table):
    """The ID of the first room that is open all week."""
    with table.open(encoding="utf-8-sig", newline="") as lines:
        return next((row["编号"] for row in csv.DictReader(lines)
                     if row.get("建成日期") and "周一至周五" in (row.get("开放时间") or "")), None)


def keep_ledger(mingbai, source):
    """The sample's ledger, so that the site has figures."""
    steps = [("sample", "--months", "2025-10..2026-10", "--cases", "30000"),
             ("import", str(source / ".ledger/returns")), ("extract",)]
    for step in steps:
        run = subprocess.run(
            [mingbai, "ledger", *step, "--site", str(source), "--date", "2026-11-20"],
            capture_output=True, text=True)
        if run.returncode != 0:
            raise SystemExit(f"mingbai ledger {step[0]} failed:\n{run.stdout}{run.stderr}")


def build(mingbai, source, output, *options):
    """Builds the site as it stands on a fixed day; the findings are told when it fails."""
    run = subprocess.run(
        [mingbai, "build", "--site", str(source), "--output", str(output), "--date",
         "2026-11-20", "--lang", "en", *options],
        capture_output=True, text=True)
    if run.returncode != 0 or not (output / "index.html").is_file():
        raise SystemExit(f"the site cannot be built:\n{run.stdout}{run.stderr}")


def pages(source, site):
    """One page of each kind. A kind that the sample has no page of is an error of the sample."""
    chosen = {
        "home": "index.html",
        "items": "items/index.html",
        "guide free": _guide(source, free=True),
        "guide with fee": _guide(source, free=False),
        "towns": "towns/index.html",
        **_places(source),
        **_routes(site),
        "tariffs": "tariffs/index.html",
        "institutions": "institutions/index.html",
        "institution": _first(site, "institutions"),
        "notices": "notices/index.html",
        "notice": _first(site, "notices"),
        "plan": "plan/index.html",
        "figures": "statistics/index.html",
        "figures of a town": _first(site, "statistics/towns"),
        "figures of a room": _first(site, "statistics/towns/*"),
        "bulletin": "statistics/2026-10.html",
        "exemplary rooms": "statistics/exemplary.html",
        "about": "about/index.html",
        "contact": "contact/index.html",
        "sitemap": "sitemap.html",
        "404": "404.html",
        "redirect": _redirect(site),
    }
    missing = [kind for kind, path in chosen.items() if not path or not (site / path).is_file()]
    if missing:
        raise SystemExit(f"the sample has no page of the kinds: {', '.join(missing)}")
    return [Page(kind, path) for kind, path in chosen.items()]


def sheet_pages(site):
    """One page of each kind that offers sheets, and where the list of their versions lies."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        parts = file.relative_to(site).parts
        if 'id="paper"' not in file.read_text("utf-8"):
            continue
        kind = {"items": "guide", "institutions": "institution"}.get(parts[0])
        if parts[0] == "towns":
            kind = "route" if parts[-1] != "index.html" else {3: "town", 4: "room"}[len(parts)]
        found.setdefault(f"{kind} with sheets", "/".join(parts))
    kinds = [f"{kind} with sheets" for kind in ("room", "town", "guide", "institution", "route")]
    missing = [kind for kind in kinds if kind not in found]
    if missing:
        raise SystemExit(f"no sheets are offered by pages of the kinds: {', '.join(missing)}")
    return [Page(kind, found[kind]) for kind in kinds]


def _guide(source, free):
    for file in sorted((source / "Content/items").glob("*.md")):
        fee = re.search(r"^收费: *(.*)$", file.read_text("utf-8"), re.M)
        if fee and (fee.group(1).strip() == "不收费") == free:
            return f"items/{file.stem}.html"
    return None


def _places(source):
    """A town, and rooms: open all week, on half-days only, not yet built."""
    found = {}
    for table in sorted((source / "Content/towns").glob("*/rooms.csv")):
        town = table.parent.name
        with table.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
        if rows:
            found.setdefault("town", f"towns/{town}/index.html")
        for row in rows:
            path = f"towns/{town}/{row['编号']}/index.html"
            hours = row.get("开放时间") or ""
            if not row.get("建成日期"):
                found.setdefault("room not built", path)
            elif "周一至周五" in hours:
                found.setdefault("room all week", path)
            elif hours and not re.search(r"\d", hours):
                found.setdefault("room half-days", path)
    kinds = ["town", "room all week", "room half-days", "room not built"]
    return {kind: found.get(kind) for kind in kinds}


def _routes(site):
    found = {}
    for file in sorted(site.glob("towns/*/*/*.html")):
        if file.name == "index.html":
            continue
        head = file.read_text("utf-8").partition("</head>")[0]
        for kind, words in WAYS.items():
            if kind not in found and re.search(rf'name="description" content="[^"]*：{words}，', head):
                found[kind] = file.relative_to(site).as_posix()
        if len(found) == len(WAYS):
            break
    # No item of the sample must be online only; every other way has to be there.
    return {kind: found.get(kind) for kind in WAYS if kind != "route online" or kind in found}


def _first(site, section):
    pages = sorted(p for p in site.glob(f"{section}/*.html") if p.name != "index.html")
    return pages[0].relative_to(site).as_posix() if pages else None


def _redirect(site):
    for file in sorted(site.rglob("*.html")):
        if 'http-equiv="refresh"' in file.read_text("utf-8"):
            return file.relative_to(site).as_posix()
    return None


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        # The browser asks the server's root for it of its own accord; no page does.
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
            return
        super().do_GET()

    def log_message(self, *_):
        pass


def serve(folder):
    """A web server over a folder, on this computer only. Returns it with its address."""
    handler = functools.partial(_Quiet, directory=str(pathlib.Path(folder)))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}"
