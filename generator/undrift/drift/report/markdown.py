"""A report for a comment or an issue: GitHub's Markdown, pages' own Markdown inert."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...escaping import visible
from ..finding import DriftReport, Finding, Seen, Unreachable
from .outcome import (
    by_provider,
    first_place,
    heading_of,
    levels,
    other_places,
    subject_of,
    summary,
)

_LARGEST = 60_000
"""Characters: a comment on GitHub holds 65,536."""

_LONGEST = 120
_PAGES = 3


def markdown_report(report: DriftReport) -> str:
    """Return a table for each provider, cut where a comment could hold no more."""
    lines = [f"**undrift drift:** {escape_markdown(summary(report))}"]
    length = len(lines[0])
    for block in _blocks(report):
        length += len(block) + 1
        if length > _LARGEST:
            lines += ["", "_More did not fit here; `--format html` shows all._"]
            break
        lines.append(block)
    return "\n".join(lines) + "\n"


def escape_markdown(text: str) -> str:
    """Return text that no Markdown, HTML, mention or link comes from.

    Character references never begin markup, and a space of no width keeps GitHub from
    finding names, numbers and addresses in what they stand for.
    """
    text = visible(" ".join(text.split()))
    text = _ACTIVE.sub(lambda found: f"&#{ord(found[0])};", text)
    return _LINKED.sub(r"\g<0>&#8203;", text)


def _code(text: str) -> str:
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
    return f"<code>{escape_markdown(text)}</code>" if text.strip() else ""


_ACTIVE = re.compile(r"""[^\w\s.,:;/()'"?=+%-]|_""")
_LINKED = re.compile(
    r"&#64;(?=\S)|&#35;(?=\d)|:(?=//)|\bGH-(?=\d)|\bwww(?=\.)", re.IGNORECASE
)


def _blocks(report: DriftReport) -> Iterator[str]:
    for provider, findings in by_provider(report).items():
        shown = [f for f in findings if f.seen is not Seen.IGNORED]
        missing = [u for u in report.unreachable if u.provider == provider]
        if not shown and not missing:
            continue
        heading = f"{heading_of(provider)}: {levels(shown) or 'no drift found'}"
        yield f"\n### {escape_markdown(heading)}\n"
        if shown:
            yield "| Level | Call | What changed | Where | Remedy |"
            yield "|---|---|---|---|---|"
            yield from (_row(finding) for finding in shown)
        if missing:
            yield "\nNot checked:\n"
            yield from (_unreachable(page) for page in missing)


def _row(finding: Finding) -> str:
    level = "**breaking**" if finding.level == "breaking" else finding.level.value
    known = "" if finding.seen is Seen.NEW else "<br>seen before"
    what = escape_markdown(finding.message)
    match finding.before, finding.after:
        case None, None:
            pass
        case None, str(added):
            what += f"<br>added: {_code(added)}"
        case str(removed), None:
            what += f"<br>removed: {_code(removed)}"
        case str(before), str(after):
            what += f"<br>{_code(before)} → {_code(after)}"
    remedy = "<br>".join(
        filter(None, (escape_markdown(finding.remedy), _code(finding.id)))
    )
    cells = (
        f"{level} {finding.code}{known}",
        _code(subject_of(finding)),
        what,
        _where(finding),
        remedy,
    )
    return f"| {' | '.join(cells)} |"


def _where(finding: Finding) -> str:
    first = first_place(finding)
    places = [*([first] if first is not None else []), *other_places(finding)]
    shown = [_code(str(place)) for place in places[: _PAGES + 1]]
    more = len(places) - len(shown)
    return "<br>".join([*shown, f"and {more} more"] if more > 0 else shown)


def _unreachable(page: Unreachable) -> str:
    last = f"last checked {page.last_checked}" if page.last_checked else "never checked"
    where = _code(page.page or page.url)
    return f"- {where}: {escape_markdown(page.reason)}; {escape_markdown(last)}"
