"""The emitters: whatever the text, it arrives as itself and nothing gets out."""

from __future__ import annotations

import ast
import re
import textwrap
from decimal import Decimal

import pytest
from hypothesis import example, given, strategies as st

from undrift.emit.code import (
    Code,
    NotCode,
    docstring,
    dotted,
    identifier,
    join,
    literal,
    octets,
    string,
)

# What ends lines, strings and reading order, beside plain text and lone surrogates.
_TRICKS = st.sampled_from(
    [
        *('"', "'", '"""', "'''", "\\", "\\\\", '\\"', '"""\\', "{", "}", "#", "\0"),
        *("\n", "\r", "\r\n", "\t", "\v", "\f", "\x1c", "\x1e", "\x85", "\x1b[31m"),
        *("\u2028", "\u2029", "\u202e", "\u2066", "\u200b", "\ufeff", "\u00ad"),
        *("\ud800", "\udfff", "\U0001f4a9", "\U000e0041", "é", "счёт", "請求書"),
        *("\\N{BULLET}", "\\x41", "%s", "{{ x }}", "- item", "1. item", "word " * 30),
        *("import os", "# type: ignore", "noqa", "```", " ", "    "),
    ]
)
TEXTS = st.lists(_TRICKS | st.text(st.characters(), max_size=5), max_size=8).map(
    "".join
)
INDENTS = st.sampled_from([0, 4, 8, 12])

# A character that a terminal or an editor acts on, or that is not there for the eye.
_ACTIVE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff"
    "\ufff9-\uffff\ud800-\udfff\U000e0000-\U0010ffff]"
)


def is_inert(source: str) -> bool:
    source.encode("utf-8")
    return not _ACTIVE.search(source)


@given(TEXTS)
def test_string(text: str) -> None:
    source = string(text)
    assert ast.literal_eval(source) == text
    assert is_inert(source)
    assert "\n" not in source


@given(st.binary())
def test_octets(data: bytes) -> None:
    source = octets(data)
    assert ast.literal_eval(source) == data
    assert source.isascii()


@given(st.none() | st.booleans() | st.integers() | TEXTS)
def test_literal(value: str | int | bool | None) -> None:
    found = ast.literal_eval(literal(value))
    assert found == value
    assert type(found) is type(value)


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_decimal_literal(value: Decimal) -> None:
    source = literal(value)
    found = re.fullmatch(r"Decimal\((.*)\)", source)
    assert found is not None
    assert str(Decimal(ast.literal_eval(found[1]))) == str(value)


@given(TEXTS, INDENTS)
@example('a"""', 0)
@example('"""', 4)
@example('a"', 4)
@example("a\\", 4)
@example("\n\n", 4)
def test_no_docstring_ends_early(text: str, indent: int) -> None:
    margin = " " * indent
    source = textwrap.dedent(f"{margin}{docstring(text, indent)}\n{margin}after = 1\n")
    module = ast.parse(source)
    said, after = module.body
    assert isinstance(said, ast.Expr)
    assert isinstance(said.value, ast.Constant)
    assert isinstance(after, ast.Assign)
    assert is_inert(source)
    assert isinstance(said.value.value, str)
    # Neutralised, not deleted: every mark of the text is in the docstring, in order.
    marks = re.sub(r"\s+", "", text)
    assert re.sub(r"\s+", "", said.value.value) == (marks or "Undocumented.")


@given(st.text())
@example("a\n")
@example("é")
@example("None")
def test_an_identifier_is_one_or_refused(name: str) -> None:
    try:
        source = identifier(name)
    except NotCode:
        return
    (statement,) = ast.parse(source).body
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Name)
    assert statement.value.id == name


@pytest.mark.parametrize(
    "name", ["a\n", "a b", "1a", "", "é", "ﬁ", "class", "a.b", "None"]
)
def test_what_is_no_identifier(name: str) -> None:
    with pytest.raises(NotCode):
        identifier(name)


@pytest.mark.parametrize("name", ["a..b", "a.b\n", "a b", "..class", "a;b"])
def test_what_is_no_module(name: str) -> None:
    with pytest.raises(NotCode):
        dotted(name)


@pytest.mark.parametrize("name", [".", "..types.invoice", "collections.abc"])
def test_modules(name: str) -> None:
    assert dotted(name) == name


def test_code_joins_to_code() -> None:
    assert isinstance(join([identifier("a"), string("b")]), Code)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("plain", '"plain"'),
        ("it's", '"it\'s"'),
        ('say "hi"', "'say \"hi\"'"),
        ('it\'s "so"', "'it\\'s \"so\"'"),
        ("Отмена", '"Отмена"'),
        ("a\u202eb", '"a\\u202eb"'),
        ("a\u00a0b", '"a\\xa0b"'),
        ("\U0001f4a9", '"\\U0001f4a9"'),
        ("C:\\n", '"C:\\\\n"'),
        *[
            (text, f'"{text}"')
            for text in (
                "¡¬®ɏ",
                "ΆώЀԯ",
                "אתءي",
                "ऄहกะ",
                "Ḁỿ‐‧‰⁞",
                "₠₿←⇿∀⋿",
                "─◿ぁヿ",
                "一龥가힣",
            )
        ],
        ("ɐ\u0370", '"\\u0250\\u0370"'),
        ("\u0591\u0e31\u2028", '"\\u0591\\u0e31\\u2028"'),
    ],
)
def test_strings_read_as_black_writes_them(text: str, source: str) -> None:
    assert string(text) == source
