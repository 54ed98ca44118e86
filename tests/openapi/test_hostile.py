"""Texts made to break a reader: one diagnostic each, soon, and never an exception."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from undrift.diagnostics import RULES, Diagnostic
from undrift.openapi import Document, Folder, Loaded, apply_overlay, load_source

SECONDS = 5.0
"""Far above what any of these takes, far below what falling for one would take."""


def bomb() -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for level in range(1, 40):
        inner = ", ".join([f"*a{level - 1}"] * 9)
        lines.append(f"a{level}: &a{level} [{inner}]")
    return "\n".join(lines)


def merge_bomb() -> str:
    keys = ", ".join(f"k{n}: {n}" for n in range(1000))
    lines = [f"m0: &m0 {{{keys}}}"]
    for level in range(1, 5000):
        lines.append(f"m{level}: &m{level} {{<<: *m{level - 1}}}")
    return "\n".join(lines)


def merge_list_bomb() -> str:
    lines = ["m0: &m0 {a: 1, b: 2}"]
    for level in range(1, 60):
        inner = f"*m{level - 1}, *m{level - 1}"
        lines.append(f"m{level}: &m{level} {{k{level}: [{inner}], <<: [{inner}]}}")
    return "\n".join(lines)


def alias_depth() -> str:
    lines = ["d0: &d0 [x]"]
    lines += [f"d{n}: &d{n} [*d{n - 1}]" for n in range(1, 1000)]
    return "\n".join(lines)


HOSTILE: dict[str, tuple[str, Callable[[], str]]] = {
    "alias bomb": ("UD012", bomb),
    "merge bomb": ("UD012", merge_bomb),
    "merge list bomb": ("UD012", merge_list_bomb),
    "alias depth": ("UD012", alias_depth),
    "open brackets": ("UD012", lambda: "[" * 100_000),
    "open braces": ("UD012", lambda: "{a: " * 100_000),
    "block lists": ("UD012", lambda: "- " * 100_000),
    "question marks": ("UD013", lambda: "? " * 100_000),
    "indented keys": (
        "UD012",
        lambda: "\n".join(" " * n + "a:" for n in range(2000)),
    ),
    "open JSON": ("UD012", lambda: '{"a":' * 100_000),
    "deep JSON": ("UD012", lambda: '{"a":' * 100_000 + "1" + "}" * 100_000),
    "deep JSON, unevenly": (
        "UD012",
        lambda: '{"a":[1],"b":' * 500 + "{}" + ',"c":[]}' * 500,
    ),
    "digits": ("UD012", lambda: "a: " + "9" * 1_000_000),
    "digits in JSON": ("UD012", lambda: '{"a": ' + "9" * 1_000_000 + "}"),
    "fraction in JSON": ("UD012", lambda: '{"a": 0.' + "9" * 1_000_000 + "}"),
    "hexadecimal digits": ("UD012", lambda: "a: 0x" + "f" * 1_000_000),
    "negative exponent": ("UD012", lambda: '{"a": 1e-999999999}'),
    "long exponent": ("UD012", lambda: '{"a": 1e' + "9" * 100_000 + "}"),
    "large YAML": ("UD012", lambda: "a: " + "x" * 20_000_000),
    "large JSON": ("UD012", lambda: '{"a": "' + "x" * 70_000_000 + '"}'),
    "long key twice": (
        "UD011",
        lambda: "{" + ('"\u202e' + "k" * 9999 + '": 1, ') * 2 + '"": 1}',
    ),
    "many same keys": ("UD011", lambda: "a: 1\n" * 100_000),
    "NUL": ("UD010", lambda: "a: b\0c"),
    "NUL in JSON": ("UD010", lambda: '{"a": "b\0c"}'),
    "escape": ("UD010", lambda: "a: \x1b[31mred"),
    "no such character": ("UD010", lambda: 'a: "\\UFFFFFFFF"'),
    "lone surrogate": ("UD013", lambda: '{"a": "\\ud800"}'),
    "lone surrogate in YAML": ("UD013", lambda: 'a: "\\ud800"'),
    "surrogates in the wrong order": ("UD013", lambda: 'a: "\\udc00\\ud800"'),
    "python object": ("UD013", lambda: "!!python/object/apply:os.system [id]"),
    "tag of another site": ("UD013", lambda: "%TAG ! tag:x.org,2000:\n---\na: !b c"),
    "unknown tag handle": ("UD010", lambda: "a: !x!y z"),
    "broken tag escape": ("UD010", lambda: "a: !<%zz> z"),
    "broken directive": ("UD010", lambda: "%YAML x.y\n---\na: 1"),
    "tab": ("UD010", lambda: "a:\n\tb: 1"),
    "unclosed quote": ("UD010", lambda: 'a: "' + "x\n" * 100_000),
    "open keys": ("UD010", lambda: "[" + "a, " * 50_000),
    "key without end": ("UD010", lambda: "{" + "a" * 100_000),
    "spaces": ("UD010", lambda: " " * 1_000_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_one_diagnostic(name: str) -> None:
    code, make = HOSTILE[name]
    text = make()
    start = time.process_time()
    outcome = load_source("file", text)
    assert time.process_time() - start < SECONDS
    assert isinstance(outcome, Diagnostic)
    assert outcome.code == code, outcome
    assert len(outcome.message) < 200
    assert outcome.message.isprintable()


BENIGN = {
    "aliases": "a: &a {x: 1}\nb: [" + "*a, " * 1000 + "]",
    "deep enough": "[" * 150 + "]" * 150,
    "float maximum": '{"a": 1.7976931348623157e+308, "b": 5e-324}',
    "long text": "a: " + "x" * 100_000,
    "NUL as an escape": '{"a": "\\u0000"}',
    "line separators": '{"a": "\u2028\u2029\u0085"}',
}


@pytest.mark.parametrize("name", BENIGN)
def test_benign_text_is_read(name: str) -> None:
    assert isinstance(load_source("file", BENIGN[name]), Loaded)


@pytest.mark.parametrize(
    ("data", "line"), [(b"a: 1\nb: \xff\n", 2), ("a: ü".encode("utf-16"), 1)]
)
def test_other_encodings_are_refused(data: bytes, line: int) -> None:
    outcome = load_source("file", data)
    assert isinstance(outcome, Diagnostic)
    assert (outcome.code, outcome.place.line) == ("UD010", line)


FRAGMENTS = st.sampled_from(
    [
        *"{}[]:,-?&*!|>%@`'\"#\\\n\r\t ~<=",
        *(": ", "- ", "? ", "\n  ", "&a ", "*a", "<<: ", "!!str ", "---\n", "..."),
        *(
            '"\\u',
            '"\\x',
            "|2",
            "%YAML 1.1\n",
            "%TAG ! !\n",
            "a",
            "1",
            "\u2028",
            "\ud7ff",
        ),
    ]
)


@given(st.lists(FRAGMENTS, max_size=25).map("".join))
def test_any_text_is_a_value_or_a_diagnostic(text: str) -> None:
    outcome = load_source("file", text)
    assert isinstance(outcome, Loaded) or outcome.code in RULES


@given(st.binary(max_size=40))
def test_any_bytes_are_a_value_or_a_diagnostic(data: bytes) -> None:
    outcome = load_source("file", data)
    assert isinstance(outcome, Loaded) or outcome.code in RULES


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("a: 1")
    folder = tmp_path / "provider"
    (folder / "sub").mkdir(parents=True)
    (folder / "link.yaml").symlink_to(secret)
    (folder / "up").symlink_to(tmp_path)
    (folder / "loop").symlink_to(folder / "loop")
    (folder / "inside.yaml").symlink_to(folder / "sub" / "real.yaml")
    (folder / "sub" / "real.yaml").write_text("a: 2")
    loaded = load_source("openapi.yaml", "x: 1")
    assert isinstance(loaded, Loaded)
    document = Document.of(loaded, Folder(folder, "specs/p", "openapi.yaml"))

    def code(reference: str) -> str:
        outcome = document.follow(reference, document.root)
        return outcome.code if isinstance(outcome, Diagnostic) else ""

    assert code("link.yaml#/a") == "UD017"
    assert code("up/secret.yaml") == "UD017"
    assert code("loop/x.yaml") == "UD016"
    assert code("sub") == "UD016"
    assert code("x" * 5000) == "UD016"
    assert code("inside.yaml#/a") == ""


def test_long_chains_of_references_end() -> None:
    chain = "\n".join(f"n{n}: {{$ref: '#/n{n + 1}'}}" for n in range(5000))
    loaded = load_source("openapi.yaml", chain)
    assert isinstance(loaded, Loaded)
    document = Document.of(loaded)
    first, last = document.at("/n0"), document.at("/n4999")
    assert first is not None
    assert last is not None
    for at in (first, last):
        outcome = document.resolve(at)
        assert isinstance(outcome, Diagnostic)
        assert outcome.code == "UD016"


@pytest.mark.parametrize(
    "expression",
    [
        *("$.info[", "info", "$.a[?@.x=1]", "$['a", "$.paths./x", "$[?foo(@)]"),
        *("$" + "[?@" * 200, "$" + ".a" * 400, "$" + ".a" * 100_000),
        *("$[99999999999999999999]", "$[?count(1)==1]", "$[?@.a && ]", "$.\x00"),
    ],
    ids=lambda text: text[:20].encode("unicode_escape").decode(),
)
def test_broken_expressions_are_diagnostics(expression: str) -> None:
    document, overlay = load_source("d", "a: 1"), load_source(
        "o",
        "{overlay: 1.1.0, info: {}, actions: "
        f"[{{target: {json.dumps(expression)}, description: d, remove: true}}]}}",
    )
    assert isinstance(document, Loaded)
    assert isinstance(overlay, Loaded)
    (problem,) = apply_overlay(Document.of(document), overlay).diagnostics
    assert problem.code in ("UD030", "UD031")
    assert (problem.place.line, problem.place.column) == (1, 39)
    assert len(problem.message) < 1000
    assert problem.message.isprintable()
