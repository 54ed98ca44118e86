"""`.undrift.json`: what was written, and from what.

Sorted, one entry a line, no clock and no version of the tool: the same package always
has the same record, so that merging two branches rarely touches the same line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from .names import RECORD_FILE, file_name_problem

RECORD_FORMAT = 1
"""The number of the layout described here."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Record:
    """Digests of the files that were written and of the inputs that made them."""

    files: Mapping[str, str]
    inputs: Mapping[str, str]
    maker: str = ""
    """For a package of one document: a digest of what made it (see `rerun`)."""
    summary: str = ""
    """And what was said of it."""


@dataclass(frozen=True, slots=True)
class BrokenRecord:
    """A record that says nothing usable; `other_format` if another undrift wrote it."""

    reason: str
    other_format: bool = False


def render_record(record: Record) -> bytes:
    """Return the bytes of a record."""
    content: dict[str, object] = {
        "files": dict(record.files),
        "inputs": dict(record.inputs),
        "undrift": RECORD_FORMAT,
    }
    if record.maker:
        content |= {"maker": record.maker, "summary": record.summary}
    text = json.dumps(content, indent=2, sort_keys=True, ensure_ascii=False)
    return f"{text}\n".encode()


def parse_record(data: bytes) -> Record | BrokenRecord:
    """Read a record; it came with the repository and is believed in nothing."""
    try:
        content: object = json.loads(data)
    except (ValueError, RecursionError) as error:
        return BrokenRecord(f"it is not valid JSON ({type(error).__name__})")
    if not isinstance(content, dict):
        return BrokenRecord("it is not a JSON object")
    members = cast("dict[str, object]", content)
    match members.get("undrift"):
        case bool():
            return BrokenRecord("its format number is missing")
        case int() as number if number != RECORD_FORMAT:
            return BrokenRecord(
                f"its format is {number}, not {RECORD_FORMAT}", other_format=True
            )
        case int():
            pass
        case _:
            return BrokenRecord("its format number is missing")
    files = _digests(members.get("files"))
    inputs = _digests(members.get("inputs"))
    if files is None or inputs is None:
        return BrokenRecord("its files or inputs are not names with digests")
    for name in files:
        if name == RECORD_FILE or file_name_problem(name):
            return BrokenRecord("it lists a file that cannot be in this folder")
    maker, summary = members.get("maker", ""), members.get("summary", "")
    if not isinstance(maker, str) or not isinstance(summary, str):
        return BrokenRecord("its maker or summary is no text")
    return Record(files, inputs, maker, summary)


def recorded_files(record: Record | BrokenRecord | None) -> Mapping[str, str]:
    """Return the files that a record vouches for."""
    match record:
        case Record():
            return record.files
        case BrokenRecord() | None:
            return {}


def _digests(value: object) -> dict[str, str] | None:
    if not isinstance(value, dict):
        return None
    found: dict[str, str] = {}
    for name, number in cast("dict[str, object]", value).items():
        if not isinstance(number, str) or not _DIGEST.fullmatch(number):
            return None
        found[name] = number
    return found
