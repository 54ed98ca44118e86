"""Bytes to a value and its source, whichever of JSON and YAML they hold."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from ..diagnostics import Diagnostic, Place
from .block_yaml import read_block_yaml
from .budget import YAML_SIZE
from .json import JsonPositions, parse_json
from .pieces import Pieces
from .positions import YamlPositions
from .source import Fault, Source, fault_diagnostic
from .value import Value
from .yaml import read_yaml

_JSON = re.compile(r"""[ \t\r\n]*\{[ \t\r\n]*["}]""")
"""How JSON begins. Such a text is never tried as YAML, which reads `{"a": tru}`."""


class Loaded(NamedTuple):
    """A value and the source it was read from."""

    value: Value
    source: Source


def load_source(
    file: str,
    data: bytes | str,
    *,
    first_line: int = 1,
    indent: int = 0,
    pieces: Pieces | None = None,
) -> Loaded | Diagnostic:
    """Read a JSON or YAML text, or say in one diagnostic why it cannot be read.

    A text that begins as JSON does, or a file named so, must be JSON to its end.

    `file` is the name that people see. A fragment of a page says at which line of that
    file it begins, and how many characters were taken off the start of each line.
    Texts that repeat one another are read with the same `pieces`.
    """
    if isinstance(data, bytes):
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + first_line
            message = f"byte {data[error.start]:#04x} is not UTF-8"
            place = Place(file, line)
            return Diagnostic("UD010", message, place, "save the file as UTF-8")
    else:
        text = data
    text = text.removeprefix("\ufeff")
    if _JSON.match(text) or file.endswith(".json"):
        outcome = parse_json(text)
        if not isinstance(outcome, Fault):
            positions = JsonPositions(text)
            return Loaded(outcome[0], Source(file, text, positions, first_line, indent))
        if outcome.code == "UD010" and not file.endswith(".json"):
            hint = "a text that begins like this is read as JSON, never as YAML"
            outcome = replace(outcome, hint=hint)
    else:
        simple = None
        if len(text) <= YAML_SIZE:
            simple = pieces.read(text) if pieces is not None else read_block_yaml(text)
        if simple is not None:
            value, root = simple
            places = YamlPositions(root)
            return Loaded(value, Source(file, text, places, first_line, indent))
        read = read_yaml(text)
        if not isinstance(read, Fault):
            value, places = read
            return Loaded(value, Source(file, text, places, first_line, indent))
        outcome = read
    return fault_diagnostic(outcome, file, first_line, indent)
