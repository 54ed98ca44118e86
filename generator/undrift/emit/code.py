"""The only ways for text from a document to become Python source.

Each function encodes for one context. What it returns is `Code`, and templates print
nothing else: `render` refuses any other value, so a bare spec text in a template is an
error on the first run and not a review comment.

Characters stay readable where they are plainly harmless, by a fixed table: asking
`str.isprintable` would let the Unicode version of the running Python decide.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from decimal import Decimal
from keyword import iskeyword

from .format.shape import WIDTH

_PLAIN = (
    (0x20, 0x7E),  # ASCII
    (0xA1, 0xAC),  # Latin-1 without NBSP and the soft hyphen
    (0xAE, 0x24F),  # Latin-1 and Latin Extended
    (0x386, 0x3CE),  # Greek
    (0x400, 0x52F),  # Cyrillic
    (0x5D0, 0x5EA),  # Hebrew letters
    (0x621, 0x64A),  # Arabic letters
    (0x904, 0x939),  # Devanagari letters
    (0xE01, 0xE30),  # Thai letters
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2010, 0x2027),  # dashes, quotation marks, ellipsis
    (0x2030, 0x205E),
    (0x20A0, 0x20BF),  # currencies
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2500, 0x25FF),  # boxes and shapes
    (0x3041, 0x30FF),  # kana
    (0x4E00, 0x9FA5),  # CJK
    (0xAC00, 0xD7A3),  # Hangul
)

_SHORT = {"\n": "\\n", "\t": "\\t", "\\": "\\\\"}


def _escape(char: str) -> str:
    if char in _SHORT:
        return _SHORT[char]
    point = ord(char)
    if point <= 0xFF:
        return f"\\x{point:02x}"
    if point <= 0xFFFF:
        return f"\\u{point:04x}"
    return f"\\U{point:08x}"


_ODD = re.compile(
    "[^" + "".join(f"{re.escape(chr(a))}-{re.escape(chr(b))}" for a, b in _PLAIN) + "]"
    r"|\\"
)


_USUAL = re.compile(r"[ -~]*")
_UNQUOTED = re.compile(r"[ !#-\[\]-~]*")
"""What nearly every text consists of, so that it need not be looked at twice."""


def _encoded(text: str) -> str:
    """Escape all that is not plain; quotes are the caller's business."""
    if "\\" not in text and _USUAL.fullmatch(text):
        return text
    return _ODD.sub(lambda found: _escape(found[0]), text)


class Code(str):
    """Python source text that is safe to print where it was made for."""

    __slots__ = ()


class NotCode(ValueError):
    """A name reached the emitter that naming should never have made."""


def identifier(name: str) -> Code:
    """Return a Python identifier; anything else is undrift's own bug."""
    if not (name.isascii() and name.isidentifier()) or iskeyword(name):
        raise NotCode(name)
    return Code(name)


def dotted(name: str) -> Code:
    """Return a dotted module path, relative ones included."""
    head = name.lstrip(".")
    for part in head.split(".") if head else ():
        identifier(part)
    return Code(name)


def string(text: str) -> Code:
    """Return a string literal as black would quote it."""
    if _UNQUOTED.fullmatch(text):
        return Code(f'"{text}"')
    return Code(_quoted(_encoded(text)))


def _quoted(body: str) -> str:
    """Quote what is encoded already, with the quotes that need fewer escapes."""
    quote = "'" if body.count("'") < body.count('"') else '"'
    return quote + body.replace(quote, "\\" + quote) + quote


def octets(data: bytes) -> Code:
    """Return a bytes literal."""
    body = "".join(
        chr(b) if 0x20 <= b <= 0x7E and b != 0x5C else _escape(chr(b)) for b in data
    )
    return Code("b" + _quoted(body))


def literal(value: str | int | bool | Decimal | None) -> Code:
    """Return a literal for a scalar."""
    match value:
        case str():
            return string(value)
        case Decimal():
            return Code(f"Decimal({string(str(value))})")
        case bool() | None:
            return Code(repr(value))
        case int():
            return Code(str(value))


_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BULLET = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+")


def _wrapped(line: str, width: int) -> list[str]:
    """Wrap one line of prose, a list item under its own text."""
    line = line.replace("\t", "    ").rstrip()
    if len(line) <= width:
        return [line]
    found = _BULLET.match(line)
    hang = len(found[0]) if found else len(line) - len(line.lstrip(" "))
    if hang > width // 2:
        return [line]
    indent = " " * hang
    return textwrap.wrap(
        line,
        width,
        initial_indent="",
        subsequent_indent=indent,
        drop_whitespace=True,
        break_long_words=False,
        break_on_hyphens=False,
    )


def paragraph(text: str, indent: int) -> list[str]:
    """Return prose as encoded lines of bounded width, blank lines kept single."""
    lines: list[str] = []
    fenced = False
    for raw in _LINE_ENDS.split(text.strip()):
        fenced ^= raw.lstrip().startswith("```")
        wrapped = [raw.rstrip()] if fenced else _wrapped(raw, WIDTH - indent)
        for line in wrapped:
            if line.strip() or (lines and lines[-1]):
                lines.append(_encoded(line).rstrip())
    return lines


# A quote at the end that no backslash escapes: those before it pair up.
_OPEN_QUOTE = re.compile(r"""(?<!\\)(?:\\\\)*"$""")


def docstring(text: str | Iterable[str], indent: int) -> Code:
    """Return a docstring; `text` is prose, or lines already wrapped.

    Triple quotes, backslashes and every other way out are escaped, not removed.
    """
    lines = paragraph(text, indent) if isinstance(text, str) else list(text)
    while lines and not lines[-1]:
        lines.pop()
    lines = [line.replace('"""', '\\"\\"\\"') for line in lines] or ["Undocumented."]
    if lines[0].startswith('"'):
        lines[0] = "\\" + lines[0]
    if _OPEN_QUOTE.search(lines[-1]):
        lines[-1] = lines[-1][:-1] + '\\"'
    joint = "\n" + " " * indent
    if len(lines) == 1 and indent + len(lines[0]) + 6 <= WIDTH:
        return Code(f'"""{lines[0]}"""')
    body = "".join(f"{joint}{line}" if line else "\n" for line in lines[1:])
    return Code(f'"""{lines[0]}{body}{joint}"""')


def items_tuple(items: list[Code]) -> Code:
    """Return a tuple's source."""
    return Code(f"({', '.join(items)}{',' if len(items) == 1 else ''})")


def bracket(head: str, items: Sequence[Code], indent: int) -> Code:
    """Return a call or a tuple that `head` opens on a line of this indentation.

    What is sure to take several lines is printed on several, one item on each: that
    spares the formatter reading it. An item of several lines is indented already.
    """
    if sum(map(len, items)) < WIDTH and not any("\n" in item for item in items):
        comma = "," if len(items) == 1 and head.endswith("=(") else ""
        return Code(f"{head}{', '.join(items)}{comma})")
    outer = "\n" + " " * indent
    body = "".join(f"{outer}    {item}," for item in items)
    return Code(f"{head}{body}{outer})")


def join(parts: Iterable[Code], separator: str = ", ") -> Code:
    """Join pieces of code with a separator that the caller writes."""
    return Code(separator.join(parts))
