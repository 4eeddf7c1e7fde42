#!/usr/bin/env python3
"""Checks exported files without any code of Tessera: Python 3 and its standard library only.

    python3 scripts/verify/verify.py FILE.jsonl [MANIFEST.json] [METADATA.jsonl]

Without names for them the manifest is looked for as FILE.jsonl.manifest.json and the side-car as FILE.jsonl.metadata.jsonl,
which is where `tessera export -o FILE.jsonl` puts them.

What is checked:
  bytes     size and SHA-256 of each file are those of its manifest; UTF-8 without a byte order mark; each line ends with LF
  lines     `str.splitlines`, which also splits at U+0085, U+2028 and U+2029, gives as many lines as there are LF bytes
  rows      as many as the manifest says; each one JSON object without a key twice; the same keys in the same order on every
            line; every key of one type (null beside it only in the tessera format and the side-car)
  format    what a fine-tuning tool asks of openai-chat, trl, sharegpt and alpaca; the fields of tessera
  side-car  as many lines as the main file, numbered from 1, every id once

Prints one line for each finding and a last line with the verdict. Ends with 0 when nothing was found, 1 otherwise, and 2 when
it was called wrongly.
"""

import hashlib
import json
import os
import sys

ROLES = {"system", "user", "assistant"}
TESSERA_KEYS = ["id", "externalId", "culture", "language", "topic", "questionKey", "source", "method", "status", "turns", "tags", "scores", "version"]
NULLABLE = {"tessera", "side-car"}
MOST_SHOWN = 50


class Findings:
    """Counts what was found and prints the first of it."""

    def __init__(self):
        self.count = 0

    def add(self, where, what):
        self.count += 1
        if self.count <= MOST_SHOWN:
            print(f"{where}: {what}")


def no_key_twice(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError("a key stands twice in one object")
    return dict(pairs)


def text(value):
    return isinstance(value, str) and value.strip() != "" and "\x00" not in value


def check_messages(messages, findings, where):
    if not isinstance(messages, list) or not messages:
        findings.add(where, "messages is not a list with entries")
        return
    for place, message in enumerate(messages):
        if not isinstance(message, dict) or list(message) != ["role", "content"]:
            findings.add(where, f"message {place} is not role and content")
        elif message["role"] not in ROLES or not text(message["content"]):
            findings.add(where, f"message {place} has no known role or no text")


def check_openai_chat(row, findings, where):
    if list(row) != ["messages"]:
        findings.add(where, "holds other keys than messages, which the fine-tuning service refuses")
    check_messages(row.get("messages"), findings, where)
    if not any(isinstance(m, dict) and m.get("role") == "assistant" for m in row.get("messages") or []):
        findings.add(where, "has no assistant message")


def check_trl(row, findings, where):
    check_messages(row.get("messages"), findings, where)
    for key, value in row.items():
        if key != "messages" and (value is None or isinstance(value, (list, dict))):
            findings.add(where, f"the extra column {key} is not a plain value")
    for key in ("prompt", "completion", "chosen", "rejected", "text"):
        if key in row:
            findings.add(where, f"the column {key} makes it another kind of data set")


def check_sharegpt(row, findings, where):
    turns = row.get("conversations")
    if not isinstance(turns, list) or not turns or len(turns) % 2:
        findings.add(where, "conversations is not an even list of turns")
        return
    for place, turn in enumerate(turns):
        due = "human" if place % 2 == 0 else "gpt"
        if not isinstance(turn, dict) or turn.get("from") != due or not text(turn.get("value")):
            findings.add(where, f"turn {place} is not a text from {due}")
    if not isinstance(row.get("system"), str):
        findings.add(where, "system is not text")


def check_alpaca(row, findings, where):
    for key in ("instruction", "output"):
        if not text(row.get(key)):
            findings.add(where, f"{key} is not text")
    for key in ("input", "system"):
        if not isinstance(row.get(key), str):
            findings.add(where, f"{key} is not a string")
    history = row.get("history")
    if not isinstance(history, list) or not all(isinstance(p, list) and len(p) == 2 and all(map(text, p)) for p in history):
        findings.add(where, "history is not a list of pairs of texts")


def check_tessera(row, findings, where):
    if list(row) != TESSERA_KEYS:
        findings.add(where, "the keys are not those of the format, in its order")
        return
    check_messages(row["turns"], findings, where)
    if row["status"] not in ("pending", "accepted", "rejected"):
        findings.add(where, "status is unknown")
    if not isinstance(row["version"], int) or row["version"] < 1:
        findings.add(where, "version is not a number from 1")
    for estimator, score in row["scores"].items():
        for measure in ("representativeness", "distinctiveness"):
            value = score.get(measure, "missing")
            if value is not None and not (isinstance(value, (int, float)) and 0 <= value <= 1):
                findings.add(where, f"{measure} of {estimator} is neither null nor from 0 to 1")


CHECKS = {
    "openai-chat": check_openai_chat,
    "trl": check_trl,
    "sharegpt": check_sharegpt,
    "alpaca": check_alpaca,
    "tessera": check_tessera,
    "side-car": lambda row, findings, where: None,
}


def kind(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    return "number" if isinstance(value, (int, float)) else type(value).__name__


def check_rows(path, form, findings):
    """Reads a file line by line; returns the rows' ids, or None for each row without one."""
    keys, kinds, ids = None, {}, []
    with open(path, "rb") as file:
        for number, raw in enumerate(file, 1):
            where = f"{os.path.basename(path)} line {number}"
            if number == 1 and raw.startswith(b"\xef\xbb\xbf"):
                findings.add(where, "begins with a byte order mark")
            if not raw.endswith(b"\n") or raw.endswith(b"\r\n"):
                findings.add(where, "does not end with LF alone")
            try:
                line = raw.decode("utf-8")
                if len(line.splitlines()) != 1:
                    findings.add(where, "splits into several lines for readers that know more ends of lines")
                row = json.loads(line, object_pairs_hook=no_key_twice)
            except ValueError as error:
                findings.add(where, f"cannot be read: {error}")
                ids.append(None)
                continue
            if not isinstance(row, dict):
                findings.add(where, "is not an object")
                ids.append(None)
                continue
            keys = keys or list(row)
            if list(row) != keys:
                findings.add(where, "has other keys than the first line, or in another order")
            for key, value in row.items():
                found = kind(value)
                if found == "null" and form in NULLABLE:
                    continue
                if kinds.setdefault(key, found) != found:
                    findings.add(where, f"{key} is of type {found} here and {kinds[key]} before")
            CHECKS[form](row, findings, where)
            if form == "side-car" and row.get("line") != number:
                findings.add(where, f"is numbered {row.get('line')}")
            ids.append(row.get("id"))
    return ids


def check_bytes(path, entry, findings):
    digest, size = hashlib.sha256(), 0
    with open(path, "rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
            size += len(chunk)
    name = os.path.basename(path)
    if size != entry["bytes"]:
        findings.add(name, f"holds {size} bytes, and the manifest says {entry['bytes']}")
    if digest.hexdigest() != entry["sha256"]:
        findings.add(name, "has another SHA-256 than the manifest says")


def main(arguments):
    if not 1 <= len(arguments) <= 3 or arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 2
    data = arguments[0]
    manifest_path = arguments[1] if len(arguments) > 1 else f"{data}.manifest.json"
    side_car = arguments[2] if len(arguments) > 2 else f"{data}.metadata.jsonl"
    findings = Findings()
    try:
        with open(manifest_path, encoding="utf-8") as file:
            manifest = json.load(file)
        form, entries = manifest["format"], manifest["files"]
        main_entry = next(entry for entry in entries if not entry["name"].endswith(".metadata.jsonl"))
        beside = next((entry for entry in entries if entry["name"].endswith(".metadata.jsonl")), None)
        check_bytes(data, main_entry, findings)
        ids = check_rows(data, form, findings)
        if not len(ids) == manifest["rows"] == main_entry["rows"]:
            findings.add(os.path.basename(data), f"holds {len(ids)} rows, and the manifest says {manifest['rows']}")
        if beside is not None:
            check_bytes(side_car, beside, findings)
            facts = check_rows(side_car, "side-car", findings)
            if not len(facts) == len(ids) == beside["rows"]:
                findings.add(os.path.basename(side_car), f"holds {len(facts)} rows beside {len(ids)}")
            if len(set(facts)) != len(facts):
                findings.add(os.path.basename(side_car), "names an id twice")
            if form == "trl" and facts != ids:
                findings.add(os.path.basename(side_car), "is in another order than the main file")
    except (OSError, ValueError, KeyError, StopIteration) as error:
        findings.add("files", f"cannot be checked: {error!r}")
        ids = []
    verdict = "ok" if findings.count == 0 else f"{findings.count} findings"
    print(f"rows={len(ids)} files={verdict}")
    return 0 if findings.count == 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
