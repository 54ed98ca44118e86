"""Bytes to a value and its source, whichever of JSON and YAML they hold."""

from __future__ import annotations

from typing import NamedTuple

from ..diagnostics import Diagnostic, Place
from .json import JsonPositions, read_json
from .source import Fault, Source, fault_diagnostic
from .value import Value
from .yaml import read_yaml


class Loaded(NamedTuple):
    """A value and the source it was read from."""

    value: Value
    source: Source


def load_source(
    file: str, data: bytes | str, *, first_line: int = 1, indent: int = 0
) -> Loaded | Diagnostic:
    """Read a JSON or YAML text, or say in one diagnostic why it cannot be read.

    `file` is the name that people see. A fragment of a page says at which line of that
    file it begins, and how many characters were taken off the start of each line.
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
    fault: Fault | None = None
    if text.lstrip(" \t\r\n").startswith(("{", "[")):
        outcome = read_json(text)
        if not isinstance(outcome, Fault):
            positions = JsonPositions(text)
            source = Source(file, text, positions, first_line, indent)
            return Loaded(outcome[0], source)
        fault = outcome
    if fault is None or fault.code == "UD010":
        read = read_yaml(text)
        if not isinstance(read, Fault):
            value, places = read
            return Loaded(value, Source(file, text, places, first_line, indent))
        # Of two readers, the one that came further understood more of the text.
        if fault is None or (read.line, read.column) > (fault.line, fault.column):
            fault = read
    return fault_diagnostic(fault, file, first_line, indent)
