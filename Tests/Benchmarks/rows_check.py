"""Row R1: what checking costs beside building."""

import shutil

from measure import in_turn, row, run


@row("R1")
def check(mingbai, folder, runs):
    """`check` of 25,000 rooms, web part, beside the build of the same site."""
    site, output = folder / "rooms", folder / "rooms-site"
    run([mingbai, "sample", site, "--towns", 1_000, "--rooms", 25_000, "--items", 6])
    common = ["--site", site, "--only", "web", "--date", "2026-11-20", "--quiet"]
    build = [mingbai, "build", *common, "--output", output, "--clean"]
    medians = in_turn([mingbai, "check", *common, "--summary"], build, runs)
    (seconds, memory), (peer_seconds, peer_memory) = medians["ours"], medians["peer"]
    pages = sum(1 for _ in output.rglob("*.html"))
    shutil.rmtree(site)
    shutil.rmtree(output)
    share = seconds / peer_seconds
    return {
        "number": "R1",
        "work": "check of a site, all rules",
        "corpus": f"25,000 rooms in 1,000 towns, 6 items: {pages:,} pages",
        "figures": [
            {"name": "check", "value": f"{seconds:.2f} s, {memory:.0f} MiB"},
            {"name": "build", "value": f"{peer_seconds:.2f} s, {peer_memory:.0f} MiB"},
            {"name": "check, share of the build", "value": f"{share:.2f}", "reach": "<= 0.20",
             "reached": share <= 0.2},
        ],
    }
