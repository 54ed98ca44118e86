# SPDX-License-Identifier: MIT-0
"""Everything that a program may print, log or store about a failure."""

from __future__ import annotations

import copy
import pickle
import traceback
from collections.abc import Iterable


def printed_forms(error: BaseException) -> str:
    """Return what a person may come to see: text, repr, notes and traceback."""
    return "\n".join((str(error), repr(error), *traceback.format_exception(error)))


def stored(error: BaseException) -> str:
    """Return what is kept of an error: its pickle, and its copy's."""
    pickles = (pickle.dumps(error), pickle.dumps(copy.copy(error)))
    return "\n".join(data.decode("latin-1") for data in pickles)


def leaked(secrets: Iterable[str], text: str) -> list[str]:
    """Return the secrets that stand in a text, by their first letters."""
    return [f"{secret[:6]}…" for secret in secrets if secret in text]
