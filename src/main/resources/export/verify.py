#!/usr/bin/env python3
"""Checks a case file: each file against manifest.json, each link of audit/chain.json, each anchor."""
import hashlib
import json
import pathlib
import sys
from datetime import datetime, timedelta, timezone

ROOT = pathlib.Path(__file__).resolve().parent.parent
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def sha256(data):
    return hashlib.sha256(data.encode("utf-8") if isinstance(data, str) else data).hexdigest()


def text(value):
    def written(c):
        if c in '"\\':
            return "\\" + c
        if ord(c) < 0x20 or ord(c) == 0x7F or 0xD800 <= ord(c) <= 0xDFFF:
            return "\\u%04x" % ord(c)
        return c

    return '"' + "".join(written(c) for c in value) + '"'


def millis(moment):
    moment = datetime.fromisoformat(moment.replace("Z", "+00:00"))
    return (moment - EPOCH) // timedelta(milliseconds=1)


def faults():
    manifest = json.loads((ROOT / "manifest.json").read_text("utf-8"))["files"]
    for path, expected in manifest.items():
        file = ROOT / path
        if not file.is_file():
            yield f"{path} is missing"
        elif sha256(file.read_bytes()) != expected:
            yield f"{path} was changed"
    for file in ROOT.rglob("*"):
        name = file.relative_to(ROOT).as_posix()
        if file.is_file() and name != "manifest.json" and name not in manifest:
            yield f"{name} is not in the manifest"

    chain = json.loads((ROOT / "audit" / "chain.json").read_text("utf-8"))
    previous = ""
    hashes = {}
    for number, entry in enumerate(chain["entries"], start=1):
        hashed = "[" + ",".join([
            text(chain["chain"]), str(entry["seq"]), str(millis(entry["at"])), text(entry["actorId"]),
            text(entry["actorName"]), text(entry["act"]), text(entry["details"]), text(previous)]) + "]"
        if entry["seq"] != number or entry["previous"] != previous or sha256(hashed) != entry["hash"]:
            yield f"entry {number} of the audit chain does not hold"
            return
        previous = entry["hash"]
        hashes[number] = previous
    for anchor in chain["anchors"]:
        lines = [anchor["previous"], str(anchor["number"]), anchor["day"], *anchor["heads"]]
        sealed = [head.split(" ") for head in anchor["heads"]]
        ours = [(int(seq), hash) for owner, seq, hash in sealed if owner == chain["chain"]]
        if sha256("\n".join(lines)) != anchor["root"] or any(hashes.get(seq) != hash for seq, hash in ours):
            yield f"anchor {anchor['number']} does not hold"


found = list(faults())
print("\n".join(found) if found else "Everything holds.")
sys.exit(1 if found else 0)
