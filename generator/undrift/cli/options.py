"""Options that several commands have."""

from __future__ import annotations

import re
from pathlib import Path

import click

from ..drift.forms import FAIL_ON, FORMS

ROOT = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder that holds `specs/`; by default the nearest one upwards.",
)


_CALLABLE = re.compile(r"(?:https://|http://(?:localhost|127\.0\.0\.1)\b)[^\s?#]+")


def _server(_: click.Context, __: click.Parameter, value: str) -> str:
    if value and not _CALLABLE.fullmatch(value):
        raise click.BadParameter("an address that begins with https:// is expected")
    return value.rstrip("/")


SERVER = click.option(
    "--server",
    default="",
    metavar="URL",
    callback=_server,
    help="The API's address, where pages written by hand name none.",
)

REPORT_FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    show_default=True,
    help="For a terminal, programs, a comment, GitHub's log, or a browser.",
)
OUTPUT = click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the report there instead of printing it.",
)
FAIL_LEVEL = click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default="breaking",
    show_default=True,
    help="The lowest level of a finding that makes the exit code 1.",
)
