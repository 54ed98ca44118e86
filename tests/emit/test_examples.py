"""Texts that match a pattern, and values within limits, where documents show none."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from undrift.emit.examples.patterns import matching
from undrift.emit.examples.scalars import keeps, scalar
from undrift.emit.examples.validate import JsonValue
from undrift.ir import Constraints, Kind, Primitive

_ECMA_ONLY = re.compile(r"\\u\{|\\z|\(\?<x>|\(\?<=")
"""What Python's own expressions do not know, or of what the text pays no heed."""


@pytest.mark.parametrize(
    ("pattern", "length", "text"),
    [
        ("^.$", 0, "a"),
        ("^a|b$", 0, "a"),
        ("^(a$|b)", 0, "a"),
        ("^a{3}$", 0, "aaa"),
        ("^a{2,}$", 0, "aa"),
        ("^a{2,}$", 5, "aaaaa"),
        ("^a{2,4}$", 4, "aaaa"),
        ("^a{2,4}$", 5, None),
        (r"^(?P<x>ab)\1$", 0, "abab"),
        (r"\u0041\x42", 0, "AB"),
        ("^[^a-y]$", 0, "z"),
        ("^(?=a)a$", 0, "a"),
        (r"^\bq\b$", 0, "q"),
        (r"^\w+\.\d$", 5, "aaaaa.0"),
        ("^[b-]$", 0, "b"),
        ("^[-b]$", 0, "b"),
        ("^[!-]$", 0, "-"),
        ("^[x-z]$", 0, "x"),
        ("^[b-b]$", 0, "b"),
        ("^[\u00e9]$", 0, "é"),
        ("^[a", 0, None),
        ("^[^\\d\\D]$", 0, None),
        ("^abc", 5, "abccc"),
        ("", 3, "xxx"),
        ("^(abc)", 5, None),
        ("^(a)(b)\\1\\2$", 0, "abab"),
        ("^(?:a)(b)\\1$", 0, "abb"),
        ("^((a)b)\\1\\2$", 0, "ababa"),
        ("^(?<x>ab)\\1$", 0, "abab"),
        ("^\\1$", 0, None),
        ("^a?b*c+$", 0, "abc"),
        ("^a?b*c+$", 6, "abbbbcccc"),
        ("^a{0,2}b{0}c{2}$", 0, "acc"),
        ("^(?:a|bcd)$", 2, "bcd"),
        ("^(?:a|b|c|d|efghi)$", 5, None),
        ("^\\u{1F600}\\u00e9$", 0, "\U0001f600é"),
        (r"^\ud83d$", 0, None),
        (r"^\t\n\r\f\v\0$", 0, "\t\n\r\f\v\0"),
        (r"^\W\S\D\s$", 0, "-aa "),
        (r"^\$\/$", 0, "$/"),
        (r"\A\w\Z", 0, "a"),
        (r"^a\z", 0, "a"),
        ("^a(?!b)c$", 0, "ac"),
        ("^(?<=a)b(?<!c)$", 0, "b"),
        ("a)b", 0, None),
        ("(ab", 0, None),
        ("(?#a)", 0, None),
        ("*a", 0, None),
        ("a|*", 0, None),
        ("a\\", 0, None),
        (r"\q", 0, None),
        ("^.{9999}$", 0, None),
        ("^(?:^a$|b)$", 0, "a"),
        ("a^b", 0, None),
        ("a$b", 0, None),
    ],
)
def test_text_matches(pattern: str, length: int, text: str | None) -> None:
    assert matching(pattern, length, 9) == text
    if text is not None and not _ECMA_ONLY.search(pattern):
        assert re.search(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"^\P{L}+$", "0"),
        (r"^\PN$", "a"),
        (r"^\p{Lu}\p{Nd}$", "A0"),
        (r"^\p{L}\p{Ll}\p{N}\p{Z}\p{Zs}\p{P}$", "aa0  -"),
        (r"^\p{Alpha}\p{Alphabetic}\p{Letter}\p{Alnum}$", "aaaa"),
        (r"^\p{Digit}\p{XDigit}\p{Upper}\p{Lower}\p{Graph}\p{Print}$", "00Aaaa"),
        (r"^\p{gc=Lu}\p{IsLower}$", "Aa"),
        (r"^[^\p{L}\p{N}]$", "-"),
        (r"^[\p{Upper}]$", "A"),
        (r"^\p{Cyrillic}$", None),
    ],
)
def test_properties_of_characters_are_known(pattern: str, text: str | None) -> None:
    assert matching(pattern) == text


@pytest.mark.parametrize(
    ("limits", "value"),
    [
        (Constraints(exclusive_maximum=1), 0),
        (Constraints(exclusive_minimum=1), 2),
        (Constraints(minimum=1, maximum=1), 1),
        (Constraints(maximum=0), 0),
        (Constraints(minimum=2), 2),
        (Constraints(multiple_of=7), 7),
        (Constraints(exclusive_minimum=5, exclusive_maximum=7), 6),
    ],
)
def test_numbers_are_within_limits(limits: Constraints, value: int) -> None:
    assert scalar(Primitive(Kind.INTEGER, constraints=limits)) == value
    assert keeps(limits, value)


@pytest.mark.parametrize(
    ("limits", "within", "beyond"),
    [
        (Constraints(minimum=3), 3, 2),
        (Constraints(maximum=3), 3, 4),
        (Constraints(exclusive_minimum=3), 4, 3),
        (Constraints(exclusive_maximum=3), 2, 3),
        (Constraints(minimum=1, maximum=3), 2, 0),
        (Constraints(min_length=1, max_length=2), "a", "abc"),
        (Constraints(max_length=2, pattern="^a"), "a", "b"),
        (Constraints(multiple_of=Decimal("0.5")), Decimal("1.5"), Decimal("1.6")),
        (Constraints(min_length=2), "ab", "a"),
        (Constraints(max_length=2), "ab", "abc"),
        (Constraints(pattern="^a"), "ab", "b"),
        (Constraints(min_items=2), ["a", "b"], ["a"]),
        (Constraints(max_items=1), ["a"], ["a", "b"]),
        (Constraints(unique_items=True), ["a", "b"], ["a", "a"]),
    ],
)
def test_limits_are_kept(
    limits: Constraints, within: JsonValue, beyond: JsonValue
) -> None:
    assert keeps(limits, within)
    assert not keeps(limits, beyond)
