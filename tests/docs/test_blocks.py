"""Blocks: what a page is made of, and on which lines."""

from __future__ import annotations

import pytest

from undrift.diagnostics import Diagnostic
from undrift.docs import (
    BlockQuote,
    Fence,
    Heading,
    HtmlBlock,
    ListBlock,
    PageText,
    Paragraph,
    Table,
    Tag,
    ThematicBreak,
    blocks_of,
    flat,
    read_page,
    title_of,
)
from undrift.docs.text import markdown
from undrift.docs.text.blocks import Text


def page(text: str) -> PageText:
    return PageText("page.md", text)


def fences(text: str) -> list[Fence]:
    return [block for block in flat(blocks_of(page(text))) if isinstance(block, Fence)]


def test_bytes_that_are_not_utf8_are_one_diagnostic() -> None:
    read = read_page("page.md", b"# Title\n\nprix: 5 \x80\n")
    assert isinstance(read, Diagnostic)
    assert (read.code, read.place.line) == ("UD001", 3)


def test_a_page_may_be_too_large() -> None:
    read = read_page("page.md", b"x" * (5 * 1024 * 1024 + 1))
    assert isinstance(read, Diagnostic)
    assert read.code == "UD012"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_the_same(end: str) -> None:
    text = end.join(
        ["---", "title: x", "---", "# A", "", "```yaml", "a: 1", "```", "B"]
    )
    blocks = blocks_of(page(text))
    assert [type(block).__name__ for block in blocks] == [
        "Frontmatter",
        "Heading",
        "Fence",
        "Paragraph",
    ]
    assert [block.line for block in blocks] == [1, 4, 6, 9]


def test_a_fence_that_ends_with_the_page_is_closed() -> None:
    (fence,) = fences("````yaml POST /x\nopenapi: 3.0.0\n````")
    assert fence.closed
    assert fence.text == "openapi: 3.0.0\n"


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("```\na\n```\n", True),
        ("```\na\n", False),
        ("```", False),
        ("```\n```", True),
        ("````\na\n```\n", False),
        ("~~~\n```\n~~~\n", True),
        ("- ```\n  a\n  ```\n", True),
        ("> ```\n> a\n\nb\n", False),
        ("```\na\n  ```", True),
        ("```a`b\ntext\n", None),
    ],
)
def test_closing_a_fence(text: str, closed: bool | None) -> None:
    assert [fence.closed for fence in fences(text)] == (
        [] if closed is None else [closed]
    )


@pytest.mark.parametrize(
    "before",
    [
        "<details>\n",
        "<details>\n<summary>Show</summary>\n",
        '<Tab title="cURL">\n',
        "<ParamField\n  path='x'\n>\n",
        '{% tab title="x" %}\n',
        "{% tabs %}{% tab\n  title='x' %}\n",
        "Text without a blank line\n",
        "| a |\n|---|\n| b |\n",
        "<b>\n",
        "- item\n",
    ],
)
def test_what_stands_right_above_does_not_hide_a_fence(before: str) -> None:
    (fence,) = fences(f"{before}```json\n1\n\n2\n```\nafter\n")
    assert (fence.text, fence.first_line) == ("1\n\n2\n", before.count("\n") + 2)


@pytest.mark.parametrize(
    "text",
    [
        "<!-- a\n\n```\nb\n```\n-->",
        "{/*\n```\nb\n```\n*/}",
        "<pre>\n```\nb\n```\n</pre>",
        "<table><tr><td>\n\n```\nb\n```\n</td></tr></table>",
    ],
)
def test_what_markup_encloses_is_no_fence(text: str) -> None:
    assert fences(f"{text}\n\nafter\n") == []
    assert isinstance(blocks_of(page(f"{text}\n\nafter\n"))[-1], Paragraph)


def test_an_open_comment_hides_the_rest_as_it_does_for_a_reader() -> None:
    blocks = blocks_of(page("# A\n\n<!-- b\n\n```\nc\n```\n"))
    assert [type(block) for block in blocks] == [Heading, HtmlBlock]


def test_inline_text_keeps_code_apart() -> None:
    (paragraph,) = blocks_of(
        page("Set `a_b` *or* **`c`** to &lt;1&#x20;\\_ [x](y)  \nz")
    )
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.codes == ("a_b", "c")
    assert paragraph.text.lines == ("Set a_b or c to <1 _ x", "z")


def test_tables_have_one_cell_for_each_column() -> None:
    (table,) = blocks_of(
        page("| a | b \\| c |\n|:--|--:|\n| 1 |\n| `x\\|y` | 2 | 3 |\n")
    )
    assert isinstance(table, Table)
    assert [cell.plain for cell in table.header] == ["a", "b | c"]
    assert [[cell.plain for cell in row.cells] for row in table.rows] == [
        ["1", ""],
        ["x|y", "2"],
    ]
    assert [row.line for row in table.rows] == [3, 4]


def test_hidden_columns_and_checkboxes_of_html_tables() -> None:
    (table,) = blocks_of(
        page(
            "<table><thead><tr><th>A</th><th data-hidden>A</th><th>B</th></tr></thead>"
            "<tbody>\n<tr><td>1</td><td>no</td><td><input type='checkbox' checked></td>"
            '</tr>\n<tr><td>2</td><td>no</td><td><input type="checkbox"></td></tr>'
            "</tbody></table>"
        )
    )
    assert isinstance(table, Table)
    assert [[cell.plain for cell in row.cells] for row in table.rows] == [
        ["1", "true"],
        ["2", "false"],
    ]
    assert [row.line for row in table.rows] == [2, 3]


def test_tags_have_names_and_attributes() -> None:
    first, second, last = blocks_of(
        page("{% tab title=\"a 'b'\" x=1 %}\n{% endtab %} {% /tabs %}\n")
    )
    assert isinstance(first, Tag)
    assert isinstance(second, Tag)
    assert isinstance(last, Tag)
    assert (first.name, first.get("title"), first.get("x")) == ("tab", "a 'b'", "1")
    assert (second.name, second.closing, second.line) == ("tab", True, 2)
    assert (last.name, last.closing) == ("tabs", True)


def test_quotations_keep_their_headings() -> None:
    text = "> ## Documentation Index\n\n# Title\n\n- # no\n"
    quote, heading, items = blocks_of(page(text))
    assert isinstance(quote, BlockQuote)
    assert isinstance(heading, Heading)
    assert isinstance(items, ListBlock)
    assert title_of(page(text)) == "Title"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: 'T'\n---\n\n## Body\n", "T"),
        ("# `POST` /x {#anchor}\n", "POST /x"),
        ("## Only\n", "Only"),
        ("---\n\n# After a rule\n", "After a rule"),
        ("no heading", ""),
        ("", ""),
        ("```\n# in a fence\n```\n# Real\n", "Real"),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert title_of(page(text)) == title


def marked(text: Text) -> list[str]:
    """Return spans as Markdown would mark them."""
    return ["*" * span.strong * 2 + "`" * span.code + span.text for span in text.spans]


@pytest.mark.parametrize(
    ("source", "spans"),
    [
        ("**a `b` c** d", ["**a ", "**`b", "** c", " d"]),
        ("**a** **b** c", ["**a b", " c"]),
        ("*a*b [c](d) ![e](f)", ["ab c e"]),
        ("`a` `b`", ["`a", " ", "`b"]),
        ("a&amp;b\\_c", ["a&b_c"]),
        ("**a&amp;b  \nc\nd ![e](f)**", ["**a&b\nc\nd e"]),
        ("GET /hooks/<id>/x", ["GET /hooks/<id>/x"]),
        ("**/hooks/<id>**", ["**/hooks/<id>"]),
        ("/x/<br>y<BR/>z", ["/x/ y z"]),
        ("/x/</b>y <b>z", ["/x/y z"]),
        ("**a<br>b**", ["**a b"]),
        ("a <b\nc='d'>e", ["a \ne"]),
    ],
)
def test_spans_of_inline_text(source: str, spans: list[str]) -> None:
    (paragraph,) = blocks_of(page(f"{source}\n"))
    assert isinstance(paragraph, Paragraph)
    assert marked(paragraph.text) == spans


@pytest.mark.parametrize(
    ("source", "spans"),
    [
        ("A {#b}", ["A"]),
        ("{#b}", []),
        ("`a` {#b}", ["`a"]),
        ("**a {#b}**", ["**a"]),
        ("A {#b} {#c}", ["A {#b}"]),
        ("A {#b} c}", ["A {#b} c}"]),
        ("A {b}", ["A {b}"]),
        ("A {#b} c", ["A {#b} c"]),
        ("A `{#b}`", ["A ", "`{#b}"]),
    ],
)
def test_anchors_of_headings(source: str, spans: list[str]) -> None:
    (heading,) = blocks_of(page(f"# {source}\n"))
    assert isinstance(heading, Heading)
    assert marked(heading.text) == spans


@pytest.mark.parametrize(
    ("source", "name", "attributes", "closing"),
    [
        ("{% tab %}", "tab", {}, False),
        ("{%- code-tab lang=js -%}", "code-tab", {"lang": "js"}, False),
        ("{% / tab %}", "tab", {}, True),
        ("{% endtab %}", "tab", {}, True),
        ("{%%}", "", {}, False),
        (
            "{% tab a= b=\"\" c='' d='e f' %}",
            "tab",
            {"b": "", "c": "", "d": "e f"},
            False,
        ),
        ("{% tab data-a=1 b=2%3 %}", "tab", {"data-a": "1", "b": "2%3"}, False),
    ],
)
def test_forms_of_tags(
    source: str, name: str, attributes: dict[str, str], closing: bool
) -> None:
    (tag,) = blocks_of(page(f"{source}\n"))
    assert isinstance(tag, Tag)
    assert (tag.name, dict(tag.attributes), tag.closing) == (name, attributes, closing)
    assert (tag.get("b"), tag.get("z")) == (attributes.get("b", ""), "")


@pytest.mark.parametrize(
    ("cell", "spans"),
    [
        ("a <b>b</b>\n  c", ["a ", "b", " c"]),
        ("<code>a  b</code> c", ["`a  b", " c"]),
        ("<p><code><a href='x'>a</a></code></p>", ["`a"]),
        ("<code><p>a</p></code>", ["`a"]),
        ("a<p>b</p>c", ["a", " ", "b", " ", "c"]),
        ("a<div>b </div><ul><li>c</li></ul>", ["a", " ", "b ", "c"]),
        ("a<br>b", ["a", " ", "b"]),
        (" <b></b> a <br> ", [" a "]),
        ("<input type=checkbox checked>", ["true"]),
        ("<input type='checkbox'>", ["false"]),
        ("<input type='text' checked>", []),
        ("<input data-type=checkbox>", []),
    ],
)
def test_cells_of_html_tables(cell: str, spans: list[str]) -> None:
    (table,) = blocks_of(page(f"<table><tr><td>{cell}</td></tr></table>\n"))
    assert isinstance(table, Table)
    assert [marked(cell) for cell in table.rows[0].cells] == [spans]


@pytest.mark.parametrize(
    ("rows", "header", "cells"),
    [
        ("<th>a<th>b<tr><td>1", ["a", "b"], [["1", ""]]),
        ("<th>a<td>b<tr><td>1", [], [["a", "b"], ["1", ""]]),
        ("<th>a<tr><td>1<td>2", ["a"], [["1", "2"]]),
        ("<th data-hidden>a<th>b<tr><td>1<td>2<td>3", ["b"], [["2", "3"]]),
        ("<th data-hidden=true>a<th>b<tr><td>1<td>2", ["b"], [["2"]]),
        ("<td data-hidden>a<td>b", [], [["a", "b"]]),
    ],
)
def test_rows_of_html_tables(
    rows: str, header: list[str], cells: list[list[str]]
) -> None:
    (table,) = blocks_of(page(f"<table><tr>{rows}</table>\n"))
    assert isinstance(table, Table)
    assert table.html
    assert [cell.plain for cell in table.header] == header
    assert [[cell.plain for cell in row.cells] for row in table.rows] == cells


def test_lines_of_html_rows() -> None:
    source = "x\n\n<table>\n<tr>\n\n<td>a\n<TR class='b'><td>b\n<tr><td>c</table>\n"
    _, table = blocks_of(page(source))
    assert isinstance(table, Table)
    assert (table.line, [row.line for row in table.rows]) == (3, [6, 7, 8])
    # A row that the parser adds by itself: none of them has a certain line.
    _, table = blocks_of(page(source.replace("</table>", "<tbody><td>d</table>")))
    assert isinstance(table, Table)
    assert [row.line for row in table.rows] == [3, 3, 3, 3]


@pytest.mark.parametrize(("depth", "readable"), [(99, True), (100, False)])
def test_how_deep_an_html_table_may_be(depth: int, readable: bool) -> None:
    deep = "<div>" * depth + "</div>" * depth
    table, *_ = blocks_of(page(f"<table><tr><td>{deep}x{deep}</table>\n"))
    assert isinstance(table, Table if readable else HtmlBlock)


@pytest.mark.parametrize("rows", ["", "<caption>none</caption>"])
def test_a_table_without_rows_is_no_table(rows: str) -> None:
    (block,) = blocks_of(page(f"<table>{rows}</table>\n"))
    assert isinstance(block, HtmlBlock)


@pytest.mark.parametrize(
    ("text", "language", "indent", "marker", "line"),
    [
        ("```JSON x\n1\n```\n", "json", 0, 3, 1),
        ("- a\n\n  ````\n  1\n  ````\n", "", 2, 4, 3),
        ("> ~~~ a\n> 1\n> ~~~\n", "a", 2, 3, 1),
        ("- ```\n\n  ```\n", "", 2, 3, 1),
        ("   ```\n 1\n   ```\n", "", 1, 3, 1),
        ("- ```\n\n      1\n  ```\n", "", 2, 3, 1),
    ],
)
def test_where_fences_stand(
    text: str, language: str, indent: int, marker: int, line: int
) -> None:
    (fence,) = fences(text)
    assert (fence.language, fence.indent, fence.marker, fence.line) == (
        language,
        indent,
        marker,
        line,
    )


@pytest.mark.parametrize("name", ["pre", "script", "style", "textarea", "PRE"])
def test_elements_whose_content_is_no_markdown(name: str) -> None:
    text = f"<{name} x>\n\n# a\n\n</{name}> b\n\n<{name}>\n# c\n"
    whole, opened, heading = blocks_of(page(text))
    assert (whole, opened) == (
        HtmlBlock(f"<{name} x>\n\n# a\n\n</{name}> b", 1),
        HtmlBlock(f"<{name}>", 7),
    )
    assert isinstance(heading, Heading)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("a\n| b |\n|---|\n| c |\n", [Paragraph, Table]),
        ("a\n{% b %}\nc\n", [Paragraph, Tag, Paragraph]),
        ("- a\n{% b %}\n", [ListBlock, Tag]),
        ("> a\n{% b %}\n", [BlockQuote, Tag]),
        ("- a\n<div>\n", [ListBlock, HtmlBlock]),
        ("> a\n<div>\n", [BlockQuote, HtmlBlock]),
        ("a\n<!-- b\n\n-->\nc\n", [Paragraph, HtmlBlock, Paragraph]),
        ("a\n{/* b\n\n*/}\nc\n", [Paragraph, HtmlBlock, Paragraph]),
        ("a\n<div>\nc\n", [Paragraph, HtmlBlock, Paragraph]),
        ("a\n<Card x={1}> b\nc\n", [Paragraph, HtmlBlock, Paragraph]),
        ("a\n<b>c</b>\n", [Paragraph]),
        ("<b>c</b>\n", [Paragraph]),
        ("<b><i/></b>\nc\n", [HtmlBlock, Paragraph]),
        ("<https://a.example>\n", [Paragraph]),
        ("<Card\n  a='1'\n  b>\nc\n", [HtmlBlock, Paragraph]),
        ("<Card\n  a='1'\n\nb>\n", [HtmlBlock, Paragraph]),
        ("<Card\n" + "a\n" * 18 + ">\n", [HtmlBlock]),
        ("<Card\n" + "a\n" * 19 + "# b\n>\n", [HtmlBlock, Heading, BlockQuote]),
        ("{% a\n b %} c\n", [Paragraph]),
        ("{% a\n b=1\n%}\n", [Tag]),
        ("{% a\n\n%}\n", [Paragraph, Paragraph]),
        ("{% a %} {% b %}\n# c\n", [Tag, Tag, Heading]),
        ("{% a\n" + "b\n" * 18 + "%}\n", [Tag]),
        ("{% a\n" + "b\n" * 19 + "%}\n", [Paragraph]),
        ("|a" * 200 + "\n" + "|-" * 200 + "\n", [Table]),
        ("|a" * 201 + "\n" + "|-" * 201 + "\n", [Paragraph]),
    ],
)
def test_where_blocks_begin_and_end(text: str, kinds: list[type]) -> None:
    assert [type(block) for block in blocks_of(page(text))] == kinds


def unread(text: str) -> list[tuple[int, str]]:
    return [(part.line, part.reason) for part in markdown.parse(text).unread]


def test_what_is_left_unread_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "_STEPS", 3)
    monkeypatch.setattr(markdown, "_HTML_TABLES", 1)
    monkeypatch.setattr(markdown, "_INLINE_SOURCE", 10)
    monkeypatch.setattr(markdown, "_INLINE_TOTAL", 15)
    assert unread("# a\n# b\n# c\n# d\n") == [(3, "the page has too many blocks")]
    table = "<table><tr><td>a</table>\n"
    assert unread(table * 2) == [(2, "the HTML table cannot be read")]
    reason = "there is too much inline markup"
    assert unread(f"# *{'a' * 8}*\n") == []
    assert unread(f"# *{'a' * 9}*\n# *{'b' * 9}*\n") == [(1, reason)]
    assert unread(f"# *{'a' * 8}*\n# *{'b' * 8}*\n") == [(2, reason)]
    assert unread(f"# *{'a' * 8}*\n# {'b' * 18}\n") == []
    assert unread("# *abcd*\n# *abcde*\n") == []
    assert unread("a\n\n<!-- b") == [(3, "a comment is not closed")]


def test_other_blocks() -> None:
    text = "1. a\n2. b\n\n---\n\n- c\n\n<!-- d -->\n"
    ordered, rule, bullets, comment = blocks_of(page(text))
    assert isinstance(ordered, ListBlock)
    assert isinstance(bullets, ListBlock)
    assert (ordered.ordered, len(ordered.items), bullets.ordered) == (True, 2, False)
    assert isinstance(rule, ThematicBreak)
    assert isinstance(comment, HtmlBlock)
    assert [block.line for block in (ordered, rule, bullets, comment)] == [1, 4, 6, 8]


def test_a_bundle_may_be_larger_than_a_page() -> None:
    most = b"x" * (64 * 1024 * 1024)
    assert isinstance(read_page("llms-full.txt", most), PageText)
    read = read_page("llms-full.txt", most + b"x")
    assert isinstance(read, Diagnostic)
    assert read.message == ("the page has 67,108,865 bytes, the limit is 67,108,864")
