"""From the words of a wire name to a Python identifier.

Identifiers are ASCII letters, digits and underscores: `str.isidentifier` differs
between Python versions and NFKC makes distinct spellings one name, so neither is relied
on.
"""

from __future__ import annotations

import hashlib
import keyword
import re
import unicodedata
from functools import lru_cache

MAX_LENGTH = 80
"""The longest identifier: file names stay short and lines readable."""

_BOUNDARY = re.compile(
    r"""[^A-Za-z0-9]+                  # anything else separates words
      | (?<=[a-z0-9])(?=[A-Z])         # fooBar
      | (?<=[A-Z])(?=[A-Z][a-z])       # HTTPServer""",
    re.VERBOSE,
)
_SYMBOLS = {
    "+": " plus ",
    "-": " minus ",
    "*": " star ",
    "/": " slash ",
    "%": " percent ",
    "<": " less ",
    ">": " greater ",
    "=": " equal ",
    "!": " not ",
    "&": " and ",
    "|": " or ",
    "~": " tilde ",
    "^": " caret ",
    "$": " dollar ",
    "@": " at ",
    "#": " hash ",
    "?": " question ",
    ".": " dot ",
    ",": " comma ",
    ":": " colon ",
}

# Soft keywords are fine as names; these are not (True, None and the like included).
_KEYWORDS = frozenset(keyword.kwlist) | {"async", "await", "print", "exec"}

# Device names that Windows refuses as a file's stem.
_DEVICES = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(10)
}

_ANNOTATION_NAMES = frozenset(
    {"str", "int", "float", "bool", "bytes", "list", "dict", "object"}
)
"""Builtins that annotations use: a class attribute of that name would shadow them."""

_MODEL_ATTRIBUTES = frozenset(
    {
        "construct",
        "copy",
        "dict",
        "from_orm",
        "json",
        "parse_file",
        "parse_obj",
        "parse_raw",
        "schema",
        "schema_json",
        "update_forward_refs",
        "validate",
    }
)
"""What pydantic's BaseModel (2.x) defines beside `model_*`."""


_CONSTRUCTOR_OPTIONS = frozenset(
    {
        "allow_http",
        "base_url",
        "deadline",
        "environment",
        "http_client",
        "max_retries",
        "on_deviation",
        "timeout",
        "validation",
    }
)
"""What every client's constructor takes, whatever the provider asks for."""


def name_words(text: str) -> tuple[str, ...]:
    """Split a wire name into lower-case ASCII words; () if it holds none."""
    folded = unicodedata.normalize("NFKD", text)
    plain = folded.encode("ascii", "ignore").decode("ascii")
    return tuple(word.lower() for word in _BOUNDARY.split(plain) if word)


def _spelled(text: str) -> tuple[str, ...]:
    """Return words for a name of symbols only, such as `+1` or `<=`."""
    return name_words("".join(_SYMBOLS.get(char, char) for char in text))


def _digest(text: str) -> str:
    data = text.encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:8]


def bounded(name: str, text: str, longest: int = MAX_LENGTH) -> str:
    """Keep a name within a length, still distinct for distinct texts."""
    if len(name) <= longest:
        return name
    return f"{name[: longest - 9].rstrip('_')}_{_digest(text)}"


def _words_or_stand_in(text: str, stand_in: str) -> tuple[str, ...]:
    words = name_words(text)
    # A sign is the only difference between reactions `+1` and `-1`.
    if not any(word[0].isalpha() for word in words):
        words = _spelled(text) or words
    # A name in another script has no ASCII words: name it by what it is.
    return words or (stand_in, _digest(text))


@lru_cache(maxsize=1 << 14)
def snake(text: str, stand_in: str = "value") -> str:
    """Return a snake_case identifier for a wire name, never a keyword."""
    name = "_".join(_words_or_stand_in(text, stand_in))
    if name[0].isdigit():
        name = f"{stand_in}_{name}"
    name = bounded(name, text)
    return f"{name}_" if name in _KEYWORDS else name


@lru_cache(maxsize=1 << 14)
def pascal(text: str, stand_in: str = "Type") -> str:
    """Return a CapWords identifier for a wire name.

    Capitals inside a word stay (`InvoiceVATLine`), so that what the documentation
    calls a thing can still be searched for.
    """
    folded = (
        unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    )
    pieces = [p for p in re.split(r"[^A-Za-z0-9]+", folded) if p]
    if not pieces or not any(c.isalpha() for c in folded):
        pieces = list(_words_or_stand_in(text, stand_in.lower()))
    name = "".join(piece[0].upper() + piece[1:] for piece in pieces)
    if name[0].isdigit():
        name = f"{stand_in}{name}"
    name = bounded(name, text)
    return f"{name}_" if name in _KEYWORDS else name


def cap_words(name: str) -> str:
    """Return an identifier in CapWords; distinct ones stay distinct."""
    return re.sub(r"(?:^|_)([a-z])", lambda found: found[1].upper(), name)


def field_name(wire: str) -> str:
    """Return the attribute name of a property on a pydantic model."""
    name = snake(wire, "field")
    if (
        name in _ANNOTATION_NAMES
        or name in _MODEL_ATTRIBUTES
        or name.startswith("model_")
    ):
        return f"{name}_"
    return name


def argument_name(wire: str) -> str:
    """Return the name of a method's argument."""
    name = snake(wire, "argument")
    return f"{name}_" if name in {"self", "cls"} else name


def credential_name(wire: str) -> str:
    """Return the name of a constructor's argument that a provider asks for."""
    name = argument_name(wire)
    return f"{name}_" if name in _CONSTRUCTOR_OPTIONS else name


def module_name(text: str) -> str:
    """Return the name of a module, which is also a file's on any system."""
    name = snake(text, "module")
    return f"{name}_" if name in _DEVICES else name


def singular(word: str) -> str:
    """Return an English word's singular, well enough to compare words with."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("ses", "xes", "zes", "ches", "shes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def distinct(wanted: str, taken: set[str], text: str) -> str:
    """Return `wanted`, or a variation of it that is not in `taken`, and take it.

    Comparison ignores case: some file systems and all readers do. The variation is
    made from the wire text, so that a neighbour's arrival never renames this one.
    """
    name = wanted
    while name.lower() in taken:
        name = f"{wanted.rstrip('_')}_{_digest(text)}"
        text += "'"  # Somebody may be called exactly so.
    taken.add(name.lower())
    return name
