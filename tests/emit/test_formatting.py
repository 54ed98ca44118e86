"""The quick formatter against black: whatever a template may print, they agree."""

from __future__ import annotations

import pytest
from black.strings import str_width
from hypothesis import example, given, strategies as st

from tests.properties import examples
from undrift.emit.code import Code, bracket
from undrift.emit.format import formatting, shape, statements
from undrift.emit.format.formatting import black_formatted, formatted

_NAMES = st.integers(1, 70).map(lambda n: ("Abcdefgh_" * 8)[:n].rstrip("_"))
_STRINGS = st.sampled_from(
    [
        '"x"',
        '"' + "y" * 30 + '"',
        "'a \"b\", (c'",
        '"[{"',
        '"/very/long/' + "z" * 90 + '"',
        '"日本語の説明、とても長い文字列ですから二倍の幅"',
        'b"{}"',
    ]
)


def _joined(parts: list[str]) -> str:
    return ", ".join(parts)


def _tuple(items: list[str]) -> str:
    return f"({_joined(items)}{',' if len(items) == 1 else ''})"


def _types(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        inner.map(lambda t: f"list[{t}]"),
        inner.map(lambda t: f"dict[str, {t}]"),
        st.lists(inner, min_size=2, max_size=4).map(" | ".join),
        st.lists(_STRINGS, min_size=1, max_size=9).map(
            lambda v: f"Literal[{_joined(v)}]"
        ),
        inner.map(lambda t: f"Annotated[{t}, MaxLength(3), Pattern(\"^{'a' * 30}$\")]"),
    )


_TYPES = st.recursive(_NAMES, _types, max_leaves=5)


def _values(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, max_size=5)
    given = st.lists(st.tuples(st.sampled_from(["a", "examples"]), inner), max_size=4)
    return st.one_of(
        several.map(_tuple),
        several.map(lambda v: f"[{_joined(v)}]"),
        several.map(lambda v: f"Probe({_joined(v)})"),
        given.map(lambda v: f"Reply({_joined([f'{k}={x}' for k, x in v])})"),
        given.map(lambda v: "{" + _joined([f'"{k}": {x}' for k, x in v]) + "}"),
        several.map(lambda v: f"lambda client: client.invoices.cancel({_joined(v)})"),
        st.lists(_STRINGS.filter(lambda s: s[0] != "b"), min_size=2, max_size=5).map(
            lambda v: f"Example(content=({' '.join(v)}))"
        ),
        # A magic trailing comma.
        st.lists(inner, min_size=2, max_size=3).map(lambda v: f"({_joined(v)},)"),
    )


_VALUES = st.recursive(st.one_of(_STRINGS, _NAMES), _values, max_leaves=14)


def _agree(source: str) -> None:
    """Compare with black, which alone formats the whole."""
    assert formatted(source) == black_formatted(source)


_WIDE = '"日本語の説明" "日本語の説明、とても長い文字列ですから二倍の幅" "日本語の説明"'
"""Half as many characters as columns, and too long only where it is indented."""


@example([f"Example(content=({_WIDE}))"], "Abc", "int")
@given(st.lists(_VALUES, min_size=1, max_size=3), _NAMES, _TYPES)
@examples(100)
def test_descriptors(values: list[str], name: str, kind: str) -> None:
    arguments = "".join(f"    argument={value},\n" for value in values)
    _agree(f"{name.upper()}: Operation[{kind}] = Operation(\n{arguments})\n")


@given(_NAMES, _TYPES, st.sampled_from(["", " = None", ' = Field(alias="x")']))
@examples(100)
def test_fields(name: str, kind: str, value: str) -> None:
    _agree(f"class Model_:\n    {name}: {kind}{value}\n")


@given(_NAMES, _TYPES)
@examples(100)
def test_aliases(name: str, kind: str) -> None:
    _agree(f"{name}: TypeAlias = {kind}\n")


@given(
    _NAMES,
    st.lists(st.tuples(_NAMES, _TYPES, st.booleans()), max_size=4),
    st.one_of(_NAMES, _TYPES),
    st.sampled_from(["", "async "]),
)
@examples(100)
def test_methods(
    name: str, parameters: list[tuple[str, str, bool]], result: str, word: str
) -> None:
    listed = "".join(
        f", {n}: {kind}{' | Omit = omit' if optional else ''}"
        for n, kind, optional in parameters
    )
    given = _joined([f'"{n}": {n}' for n, _, _ in parameters])
    wait = "await " if word else ""
    _agree(
        f"class Resource:\n"
        f"    {word}def {name.lower()}(self{listed}) -> {result}:\n"
        f'        """Do it."""\n'
        f"        return {wait}self._call({name.upper()}, {{{given}}})\n"
    )


@given(_NAMES, _NAMES)
@examples(60)
def test_raw_access(name: str, other: str) -> None:
    _agree(
        f"class {name}(Model):\n"
        f"    def __init__(self, resource: {other}) -> None:\n"
        f"        self.{name.lower()} = to_raw_async(resource.{name.lower()})\n"
    )


@given(st.lists(_NAMES, min_size=1, max_size=4, unique=True), _NAMES)
@examples(60)
def test_imports(names: list[str], module: str) -> None:
    _agree(f"if TYPE_CHECKING:\n    from .{module} import {_joined(names)}\n")


@given(st.lists(_NAMES, max_size=3, unique=True))
@examples(40)
def test_brackets_that_a_template_opens(names: list[str]) -> None:
    several = "".join(f"            *{name}.CONTRACTS,\n" for name in names)
    pairs = "".join(f'            "{name}": ".{name}",\n' for name in names)
    exports = "".join(f'    "{name}",\n' for name in names)
    _agree(
        f"def check() -> None:\n"
        f"    assert_covered(\n        PROVIDER,\n        contracts=(\n{several}"
        f"        ),\n        names={{\n{pairs}        }},\n    )\n\n\n"
        f"__all__ = [\n{exports}]\n"
    )


_PROSE = st.text(
    st.sampled_from(list("ab \t\\\"'.\n")), min_size=1, max_size=40
).filter(lambda text: '"""' not in text and not text.endswith(("\\", '"')))


@given(_PROSE, st.sampled_from([0, 4, 8]))
@examples(100)
def test_docstrings(prose: str, extra: int) -> None:
    lines = prose.replace("\\", "\\\\").split("\n")
    text = "\n".join(
        f"{' ' * (4 + extra) if n else ''}{x}" for n, x in enumerate(lines)
    )
    _agree(f'class Model_:\n    """{text}\n    """\n\n    field: int\n')
    _agree(f'class Model_:\n    """{text}"""\n')


@pytest.mark.parametrize("blank", ["", "\n", "\n\n", "\n\n\n"])
def test_blank_lines(blank: str) -> None:
    _agree(
        f'"""Module."""\n\nimport a\n{blank}X = 1\n{blank}class A:\n    """A."""\n'
        f"{blank}\n    x: int\n{blank}\nY = 2\n{blank}def f() -> None:\n    pass\n"
        f"{blank}Z = 3\n"
    )


_ATOMS = st.one_of(_STRINGS, _NAMES).map(Code)
_LINES = st.lists(_STRINGS.filter(lambda s: s[0] != "b"), min_size=2, max_size=6)


def _spread(head: str, items: list[tuple[str, str]], indent: int) -> tuple[str, str]:
    """Return a bracket as `bracket` prints it, and on one line."""
    printed = bracket(head, [Code(item) for item, _ in items], indent)
    flat = _joined([item for _, item in items])
    comma = "," if len(items) == 1 and head.endswith("=(") else ""
    return printed, f"{head}{flat}{comma})"


def _content(lines: list[str]) -> tuple[str, str]:
    flat = f"content=({' '.join(lines)})"
    if sum(map(len, lines)) < shape.WIDTH:
        return flat, flat
    inner = "".join(f"\n{' ' * 24}{line}" for line in lines)
    return f"content=({inner}\n{' ' * 20})", flat


@given(
    st.lists(
        st.tuples(
            st.lists(st.lists(_ATOMS, min_size=2, max_size=5), min_size=1, max_size=4),
            st.lists(_LINES, max_size=2),
        ),
        min_size=1,
        max_size=3,
    )
)
@examples(60)
def test_what_is_printed_on_several_lines_is_where_black_has_it(
    replies: list[tuple[list[list[Code]], list[list[str]]]],
) -> None:
    """Printing a bracket over several lines never changes what comes of it."""
    made: list[tuple[str, str]] = []
    source = 'source="#/x"'
    for probes, contents in replies:
        rows = [_spread("Probe(", [(a, a) for a in atoms], 16) for atoms in probes]
        members = [("status=200", "status=200"), _spread("fields=(", rows, 12)]
        shown = [
            _spread("Example(", [(source, source), _content(lines)], 16)
            for lines in contents
        ]
        if shown:
            members.append(_spread("examples=(", shown, 12))
        made.append(_spread("Reply(", members, 8))
    printed, flat = _spread("successes=(", made, 4)
    whole = "GET = Contract(\n    name=x,\n    {},\n)\n"
    assert formatted(whole.format(printed)) == black_formatted(whole.format(flat))


def test_narrow_characters_are_narrow() -> None:
    """They are measured without black, which takes long to import."""
    narrow = [c for n in range(32, 0x3000) if shape.NARROW.fullmatch(c := chr(n))]
    assert {"ä", "ж", "—", "’", "·"} < set(narrow)
    assert str_width("".join(narrow)) == len(narrow)


def test_long_documents_ask_black_for_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What every package holds must never need black, which takes long to import."""

    def unsure(source: str) -> str:
        raise AssertionError(source)

    monkeypatch.setattr(formatting, "black_formatted", unsure)
    probes = _joined(
        [f'Probe("/{n}", "{n}", "string", required=True)' for n in "abcde"]
    )
    source = (
        f"CANCEL: Operation[Invoice] = Operation(\n"
        f'    name="invoices.cancel",\n'
        f'    replies=(Reply("200", fields=({probes})), Reply("404", Any)),\n'
        f")\n\n\nclass Invoices:\n"
        f"    def cancel(self, invoice_id: str, *, reason: str | Omit = omit, "
        f"notify_customer: bool | Omit = omit) -> Invoice:\n"
        f'        return self._call(CANCEL, {{"invoice_id": invoice_id, '
        f'"reason": reason, "notify_customer": notify_customer}})\n'
    )
    assert len(formatted(source).split("\n")) > 30


def test_what_no_template_prints_is_left_to_black() -> None:
    """Being unsure is an answer: these shapes have rules that are black's alone."""
    long = "x" * 60
    for source in (
        f"total = {long} + {long}",
        f"value = first({long}).second({long})",
        f"value = [{long} for {long} in {long}]",
    ):
        with pytest.raises(shape.Unsure):
            statements.statement(source, 0)
        _agree(f"{source}\n")


_LONG = "Abcdefgh_" * 12
_SWEPT = [
    "class {0}(Model):\n    pass\n",
    "class Model_:\n    {0}: {0}\n",
    "class Model_:\n    name: {0} = None\n",
    "class Model_:\n    name: dict[str, {0}] = None\n",
    "class Model_:\n    name: Maybe[{0} | other] = None\n",
    'class Model_:\n    {0}: str | None = Field(alias="x")\n',
    'class Model_:\n    name: Maybe[{0}] = Field(default=None, alias="from")\n',
    "{0}: TypeAlias = first | second | third\n",
    "{0}: TypeAlias = dict[str, first]\n",
    'Name: TypeAlias = Annotated[Literal["{0}", "b"] | str, OPEN]\n',
    "from .{0} import first, second\n",
    "class Resource:\n    def {0}(self) -> first:\n        pass\n",
    "class Resource:\n    def name(self, a: {0}) -> first:\n        pass\n",
    "class Resource:\n    def name(self, *, a: {0}, b: c) -> first:\n        pass\n",
    "class Resource:\n    def name(self, a: {0} | b | Om = o) -> c:\n        pass\n",
    "class Resource:\n    def name(self, a: b) -> {0}:\n        pass\n",
    "class Resource:\n    def name(self, a: b) -> {0} | second:\n        pass\n",
    "class Resource:\n    def name(self):\n        return self.call({0}, {{}})\n",
    "class Resource:\n    def name(self):\n        return await {0}(a, b)\n",
    'class Resource:\n    def name(self):\n        self.{0} = raw(first, "b")\n',
    "name: Operation[{0}] = Operation(\n    name=first,\n)\n",
    "{0}: Operation[a] = Operation(\n    name=first,\n)\n",
    "name = Contract(\n    a={0}(b, c),\n)\n",
    "name = Contract(\n    a={0}(),\n)\n",
    "name = Contract(\n    a={0}[b](c, (d,)),\n)\n",
    "name = Contract(\n    a=(b, {0}(c)),\n)\n",
    "name = Contract(\n    a=b({0},),\n)\n",
    "name = Contract(\n    a=({0},),\n)\n",
    "name = Contract(\n    a=(\n        {0},\n    ),\n)\n",
    'name = Contract(\n    a={{"b": {0}, "c": [d, e]}},\n)\n',
    "name = Contract(\n    a=lambda client: client.{0}(b=c),\n)\n",
    'name = Contract(\n    a=("{0}" "b" "c"),\n)\n',
    "name = Contract(\n    a=b | {0} | c(d),\n)\n",
    "assert_covered(\n    {0},\n    a=(),\n)\n",
]
"""What templates print, with a name that grows until nothing fits any more."""


@pytest.mark.parametrize("source", _SWEPT)
def test_every_width(source: str) -> None:
    """What just fits and what just does not are where the rules meet."""
    for length in range(20, 100):
        _agree(source.format(_LONG[:length].rstrip("_")))


@pytest.mark.parametrize(
    "source",
    [
        'class A:\n    """A."""\n\n    x: int\n    """  Not moved.   """\n',
        'X = 1\n"""  Not moved.   """\n',
        '# A comment.\n"""  Moved.   """\n',
        "name = call(\n    a\n)\n",
        "name = call(\n    a,\n    b\n)\n",
        "name = call(\n    a,\n)\n",
        "name = (\n    a,\n)\n",
        "name = [\n    a,\n]\n",
        "name = call(\n)\n",
        f"name = call(\n    {'a' * 90}(),\n    b,\n)\n",
        f"name = call(\n    {'a' * 40}(), {'b' * 40}(),\n    b,\n)\n",
        f"name = call(\n    a,\n).then({'b' * 90})\n",
        f"name = call(\n    b={'a' * 60}(\n        c,\n    ),\n    d=e,\n)\n",
        "from a import b\nx = 1\nimport c\ndef e() -> None:\n    pass\nx = 2\n",
        "async def a() -> None:\n    pass\nx = 1\nasync def b() -> None:\n    pass\n",
    ],
)
def test_statements(source: str) -> None:
    _agree(source)
