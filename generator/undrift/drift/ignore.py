"""`drift-ignore.yaml`: findings that a team has set aside until a day, with reasons.

    ignore:
      "DR202-c2e75e4785":
        until: "2026-12-31"
        reason: "we send the reason already"

The file is its readers' too: entries that undrift does not touch stay as they are
written, and so do comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from ..diagnostics import Diagnostic, Place
from ..openapi import Loaded, Value, join_pointer, load_source
from .files import Kept, read_kept
from .finding import Finding, Seen
from .rules import noted

IGNORE = "drift-ignore.yaml"
"""The file's name in a provider's folder."""

IGNORE_HEADER = """\
# Findings of undrift drift that are set aside until a day, each with its reason.
# undrift ignore adds and replaces entries; when the day is over they count again.
"""

LONGEST_REASON = 1_000
_SOMEWHERE = Place(IGNORE)
_EXPIRED, _EXPIRING = "DR009", "DR010"
_ANNOUNCED = timedelta(days=14)
_LONGEST = timedelta(days=2 * 366)
_ID = re.compile(r"(DR[0-9]{3})-[0-9a-f]{10}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HINT = "undrift ignore ID --until DATE --reason TEXT writes it"


@dataclass(frozen=True, slots=True)
class Ignore:
    """One entry: it counts up to and including the day `until`."""

    id: str
    until: date
    reason: str
    provider: str = ""
    place: Place = _SOMEWHERE

    def expired(self, today: date) -> bool:
        """Return whether its time is over."""
        return today > self.until


@dataclass(frozen=True, slots=True)
class Unusable:
    """Why a file cannot be used: nothing in it is ignored then."""

    problems: tuple[Diagnostic, ...]


def read_ignores(folder: Path, label: str) -> tuple[Ignore, ...] | Unusable:
    """Read a provider's entries; `label` is what messages call its folder.

    No file is no entry.
    """
    loaded = read_kept(folder / IGNORE, f"{label}/{IGNORE}", comments=True)
    match loaded:
        case None:
            return ()
        case Loaded():
            return _entries(loaded, folder.name)
        case _:
            return Unusable((loaded,))


def apply_ignores(
    findings: Iterable[Finding], ignores: Sequence[Ignore], today: date
) -> tuple[Finding, ...]:
    """Mark the findings that are set aside; what expires is a finding itself."""
    by_id = {i.id: i for i in ignores if not i.expired(today)}
    marked = tuple(
        replace(f, seen=Seen.IGNORED) if f.id in by_id else f for f in findings
    )
    return (*marked, *_expiries(ignores, today))


def id_problem(text: str) -> str:
    """Return why a text is not the id of something that can be ignored, or ""."""
    found = _ID.fullmatch(text)
    if found is None:
        return "is not the id of a finding, such as DR202-c2e75e4785"
    if found[1] in {_EXPIRED, _EXPIRING}:
        return "is about an entry of this file: renew or remove that one"
    return ""


def until_problem(until: date, today: date) -> str:
    """Return why nobody may ignore a finding until that day, or ""."""
    if until <= today:
        return f"is not in the future: today is {today}"
    if until > today + _LONGEST:
        return "is more than two years ahead"
    return ""


def reason_problem(text: str) -> str:
    """Return why a text does not say why something is ignored, or ""."""
    if not text.strip():
        return "is empty"
    if len(text) > LONGEST_REASON:
        return f"has more than {LONGEST_REASON} characters"
    return "" if text.isprintable() else "holds characters that cannot be printed"


def parse_day(text: str) -> date | None:
    """Return the day that `2026-12-31` means."""
    # Newer versions of Python take other forms too.
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def with_ignore(data: bytes | None, entries: Sequence[Ignore], entry: Ignore) -> bytes:
    """Return the file `data`, which holds `entries`, with one added or replaced."""
    return _edited(data, entries, entry.id, entry)


def without_ignore(data: bytes | None, entries: Sequence[Ignore], id_: str) -> bytes:
    """Return the file `data`, which holds `entries`, with one removed."""
    return _edited(data, entries, id_, None)


def _entries(loaded: Loaded, provider: str) -> tuple[Ignore, ...] | Unusable:
    kept = Kept(loaded.source, _HINT)
    top = {} if loaded.value is None else kept.mapping(loaded.value, "")
    for key in top.keys() - {"ignore"}:
        kept.report(join_pointer("", key), f"unknown key {key!a}")
    # A key without a value is what is left when the last entry is taken out.
    entries = {} if top.get("ignore") is None else top["ignore"]
    found: list[Ignore] = []
    for id_, value in kept.mapping(entries, "/ignore").items():
        at = join_pointer("/ignore", id_)
        if problem := id_problem(id_):
            kept.report(at, f"{id_!a} {problem}")
        elif entry := _entry(id_, value, at, kept):
            place = loaded.source.locate(at)
            found.append(replace(entry, provider=provider, place=place))
    return Unusable(tuple(kept.problems)) if kept.problems else tuple(found)


def _entry(id_: str, value: Value, at: str, kept: Kept) -> Ignore | None:
    members = kept.mapping(value, at)
    if not isinstance(value, dict):
        return None
    for key in members.keys() - {"until", "reason"}:
        kept.report(join_pointer(at, key), f"unknown key {key!a}")
    for key in ("until", "reason"):
        if key not in members:
            kept.report(at, f"the key {key} is missing")
            return None
    until = kept.text(members["until"], f"{at}/until")
    # One line, however it is folded.
    reason = " ".join(kept.text(members["reason"], f"{at}/reason").split())
    day = parse_day(until)
    if until and day is None:
        kept.report(f"{at}/until", f"{until!a} is not a day such as 2026-12-31")
    if problem := reason_problem(reason):
        kept.report(f"{at}/reason", f"the reason {problem}")
    return None if day is None else Ignore(id_, day, reason)


def _expiries(ignores: Sequence[Ignore], today: date) -> Iterator[Finding]:
    for entry in ignores:
        if entry.expired(today):
            code, when = _EXPIRED, f"was over on {entry.until}"
        elif entry.until - today <= _ANNOUNCED:
            code, when = _EXPIRING, f"is over after {entry.until}"
        else:
            continue
        message = f"the time for which {entry.id} is ignored {when}: {entry.reason}"
        subject = f"ignored {entry.id}"
        yield noted(code, entry.provider, subject, message, new=entry.place)


def _edited(
    data: bytes | None, entries: Sequence[Ignore], id_: str, new: Ignore | None
) -> bytes:
    """Change the lines of one entry and no others.

    A file that is not laid out as one entry below the other, in YAML's block style, is
    written anew, without its comments.
    """
    kept = [e for e in entries if e.id != id_]
    wanted = [*kept, *([new] if new is not None else [])]
    text = (
        IGNORE_HEADER if data is None else data.decode("utf-8").removeprefix("\ufeff")
    )
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    made = _joined(_spliced(lines, entries, id_, _lines(new)))
    if _contents(_parsed(made)) == _contents(wanted):
        return made
    listed = [line for entry in wanted for line in _lines(entry)]
    return _joined([*IGNORE_HEADER.rstrip().split("\n"), "ignore:", *listed])


def _spliced(
    lines: list[str], entries: Sequence[Ignore], id_: str, new: list[str]
) -> list[str]:
    if not entries:
        return [*(line for line in lines if line.startswith("#")), "ignore:", *new]
    starts = [e.place.line for e in entries]
    first = next((e.place.line for e in entries if e.id == id_), 0)
    if not first:
        return [*lines, *new]
    end = min((line for line in starts if line > first), default=len(lines) + 1) - 1
    # Comments above the next entry are that one's.
    while end > first and lines[end - 1].lstrip()[:1] in {"", "#"}:
        end -= 1
    return [*lines[: first - 1], *new, *lines[end:]]


def _parsed(data: bytes) -> tuple[Ignore, ...] | None:
    loaded = load_source(IGNORE, data)
    found = None if isinstance(loaded, Diagnostic) else _entries(loaded, "")
    return None if isinstance(found, Unusable) else found


def _contents(entries: Iterable[Ignore] | None) -> set[tuple[str, date, str]] | None:
    return None if entries is None else {(e.id, e.until, e.reason) for e in entries}


def _lines(entry: Ignore | None) -> list[str]:
    if entry is None:
        return []
    return [
        f'  "{entry.id}":',
        f'    until: "{entry.until}"',
        f"    reason: {_quoted(entry.reason)}",
    ]


def _quoted(text: str) -> str:
    """Write a string as YAML's double-quoted style has it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _joined(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
