"""Looks at values from a configuration file that note what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from ..diagnostics import Diagnostic
from ..openapi import Source, Value, join_pointer
from .files import did_you_mean


@dataclass(slots=True)
class FormReader:
    """Reads one file's values; every problem it meets is of rule `code`."""

    code: str
    source: Source
    problems: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def report(self, pointer: str, message: str, hint: str = "") -> None:
        """Note a problem at a value."""
        place = self.source.locate(pointer)
        self.problems.append(Diagnostic(self.code, message, place, hint))

    def mapping(
        self, value: Value, pointer: str, keys: Collection[str]
    ) -> dict[str, Value]:
        """Return the members of a mapping that are known; the others are problems."""
        if not isinstance(value, dict):
            self.report(pointer, "a mapping is expected here")
            return {}
        for key in value:
            if key not in keys:
                known = f"known keys are {', '.join(keys)}"
                hint = did_you_mean(key, keys) or known
                self.report(join_pointer(pointer, key), f"unknown key {key!a}", hint)
        return {key: item for key, item in value.items() if key in keys}

    def text(self, value: Value, pointer: str, form: Form) -> str:
        """Return a string of a certain form; "" after noting why it is none."""
        if not isinstance(value, str):
            self.report(pointer, f"{form.noun} is expected here, as a string")
        elif not form.fits(value):
            self.report(pointer, f"{value!a} is not {form.noun}", form.hint)
        else:
            return value
        return ""


@dataclass(frozen=True, slots=True)
class Form:
    """What a string must look like: a pattern that Python and JSON Schema share."""

    noun: str
    pattern: str
    hint: str
    longest: int
    refused: tuple[str, ...] = ()

    def fits(self, text: str) -> bool:
        """Return whether a string has this form."""
        return (
            len(text) <= self.longest
            and text not in self.refused
            and re.fullmatch(self.pattern, text) is not None
        )
