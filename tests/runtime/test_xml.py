"""XML: read by its shape, written by its shape, refused where it is not safe."""

from __future__ import annotations

from decimal import Decimal

import pytest

from undrift.runtime import (
    BodyField,
    RequestError,
    XmlAnything,
    XmlBody,
    XmlChoice,
    XmlDocument,
    XmlList,
    XmlMap,
    XmlMember,
    XmlName,
    XmlObject,
    XmlRef,
    XmlText,
)
from undrift.runtime.deviation import Deviation
from undrift.runtime.jsontext import Json
from undrift.runtime.request_body import content_of
from undrift.runtime.sentinel import omit
from undrift.runtime.serialize import Writer
from undrift.runtime.xml_read import read_xml
from undrift.runtime.xml_tree import MAX_XML_DEPTH, XmlTextError, parse_xml
from undrift.runtime.xml_write import write_xml

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
INTEGER, NUMBER, TEXT = XmlText(("integer",)), XmlText(("number",)), XmlText()
BOOLEAN = XmlText(("boolean",))
A, B = "urn:a", "urn:b"


def name(local: str) -> XmlName:
    return XmlName(local)


def document(*members: XmlMember, **others: XmlObject) -> XmlDocument:
    objects = {"R": XmlObject(members), **others}
    return XmlDocument(name("r"), XmlRef("R"), objects)


def element(key: str, shape: object = TEXT, called: str = "") -> XmlMember:
    assert isinstance(shape, XmlText | XmlRef | XmlList | XmlMap | XmlChoice)
    return XmlMember(key, "element", name(called or key), shape)


LINES = XmlMember("lines", "items", name("lines"), XmlList(name("line"), INTEGER))
WRAPPED = element("all", XmlList(name("one"), TEXT), "All")
CAT = XmlObject((XmlMember("kind", "attribute", name("kind"), TEXT), element("purrs")))
DOG = XmlObject((element("barks", INTEGER),))
PET = XmlChoice("kind", ((("cat",), XmlRef("Cat")), (("dog", "hound"), XmlRef("Dog"))))

SHAPES: list[tuple[str, XmlDocument, Json]] = [
    ("<r/>", document(element("a")), {}),
    ("<r><a>x</a></r>", document(element("a")), {"a": "x"}),
    ("<r><B>x</B></r>", document(element("a", called="B")), {"a": "x"}),
    ("<r><a>7</a></r>", document(element("a", INTEGER)), {"a": 7}),
    ("<r><a>7</a></r>", document(element("a", NUMBER)), {"a": 7}),
    ("<r><a>7</a></r>", document(element("a")), {"a": "7"}),
    (
        "<r><a>9007199254740993.01</a></r>",
        document(element("a", NUMBER)),
        {"a": Decimal("9007199254740993.01")},
    ),
    ("<r><a>true</a></r>", document(element("a", BOOLEAN)), {"a": True}),
    ("<r><a>false</a></r>", document(element("a", BOOLEAN)), {"a": False}),
    (
        '<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        '<a xsi:nil="true"/></r>',
        document(element("a", INTEGER)),
        {"a": None},
    ),
    (
        '<r id="1">x &lt; y&#13;</r>',
        document(
            XmlMember("n", "attribute", name("id"), INTEGER),
            XmlMember("t", "text", name("t"), TEXT),
        ),
        {"n": 1, "t": "x < y\r"},
    ),
    (
        '<r a="&quot;&#10;&#9;&lt;&amp;"/>',
        document(XmlMember("a", "attribute", name("a"), TEXT)),
        {"a": '"\n\t<&'},
    ),
    (
        "<r><![CDATA[<b>]]]]><![CDATA[></b>]]></r>",
        document(XmlMember("t", "cdata", name("t"), TEXT)),
        {"t": "<b>]]></b>"},
    ),
    ("<r><line>1</line><line>2</line></r>", document(LINES), {"lines": [1, 2]}),
    (
        "<r><All><one>1</one><one/></All></r>",
        document(WRAPPED),
        {"all": ["1", ""]},
    ),
    ("<r><All/></r>", document(WRAPPED), {"all": []}),
    (
        "<r><a><x>1</x><y>2</y></a></r>",
        document(element("a", XmlMap(INTEGER))),
        {"a": {"x": 1, "y": 2}},
    ),
    (
        '<r><a kind="cat"><purrs>x</purrs></a></r>',
        document(element("a", PET), Cat=CAT, Dog=DOG),
        {"a": {"kind": "cat", "purrs": "x"}},
    ),
    (
        "<r><a><kind>hound</kind><barks>2</barks></a></r>",
        document(element("a", PET), Cat=CAT, Dog=DOG),
        {"a": {"kind": "hound", "barks": 2}},
    ),
    (
        "<r><a><a/></a></r>",
        document(element("a", XmlRef("R"))),
        {"a": {"a": {}}},
    ),
    (
        '<p:r xmlns:p="urn:a" xmlns:p2="urn:b" xmlns:q="urn:b" q:i="1">'
        "<p:a>1</p:a><p2:a>2</p2:a><c>3</c></p:r>",
        XmlDocument(
            XmlName("r", A, "p"),
            XmlRef("R"),
            {
                "R": XmlObject(
                    (
                        XmlMember("i", "attribute", XmlName("i", B, "q"), INTEGER),
                        XmlMember("x", "element", XmlName("a", A, "p"), INTEGER),
                        XmlMember("y", "element", XmlName("a", B, "p"), INTEGER),
                        element("c", INTEGER),
                    )
                )
            },
        ),
        {"i": 1, "x": 1, "y": 2, "c": 3},
    ),
    (
        '<r xmlns="urn:a"><a>1</a><b xmlns="urn:b"/></r>',
        XmlDocument(
            XmlName("r", A),
            XmlRef("R"),
            {
                "R": XmlObject(
                    (
                        XmlMember("a", "element", XmlName("a", A), INTEGER),
                        XmlMember("b", "element", XmlName("b", B), TEXT),
                    )
                )
            },
        ),
        {"a": 1, "b": ""},
    ),
    (
        "<r><one>a</one></r>",
        XmlDocument(name("r"), XmlList(name("one"), TEXT), {}),
        ["a"],
    ),
    ("<r>5</r>", XmlDocument(name("r"), INTEGER, {}), 5),
]


LEGS = XmlMember("legs", "element", XmlName("legs"), INTEGER)


@pytest.mark.parametrize(("text", "shape", "value"), SHAPES)
def test_values_are_read_and_written(
    text: str, shape: XmlDocument, value: Json
) -> None:
    read, noted = read_xml(f"{HEAD}{text}".encode(), "", shape)
    assert (read, noted) == (value, ())
    assert repr(read) == repr(value) or isinstance(value, dict)
    by_prefix = write_xml(value, shape).decode()
    assert read_xml(by_prefix.encode(), "", shape) == (value, ())
    if "q:i" not in text:  # which prefix is declared first is no matter
        assert by_prefix == f"{HEAD}{text}"


@pytest.mark.parametrize(
    ("text", "value", "noted"),
    [
        ("<r><a>seven</a></r>", {"a": "seven"}, []),
        ("<r><a/></r>", {"a": None}, []),
        ("<r><a> 7 </a></r>", {"a": 7}, []),
        ("<r><a>1</a><a>2</a></r>", {"a": [1, 2]}, []),
        ("<r><a><b>1</b></a></r>", {"a": {"b": "1"}}, []),
        ("<r><b>x</b></r>", {"b": "x"}, []),
        ("<r><b c='1'><d/>t</b></r>", {"b": {"@c": "1", "d": "", "#text": "t"}}, []),
        ("<r z='1'>text</r>", {"@z": "1", "#text": "text"}, []),
        ("<other><a>1</a></other>", {"a": 1}, ["", "the element r", "element other"]),
        ("<r><a u='1'>1</a></r>", {"a": 1}, ["/a", "no attributes", "attribute u"]),
        ("<n:r xmlns:n='urn:x'><n:a>1</n:a></n:r>", {"a": 1}, []),
        (f"<r><a>{'9' * 5000}</a></r>", {"a": "9" * 5000}, []),
    ],
)
def test_what_is_not_as_documented_is_kept_or_told(
    text: str, value: Json, noted: list[str]
) -> None:
    read = read_xml(text.encode(), "", document(element("a", INTEGER)))
    assert read == (value, (Deviation(*noted),) if noted else ())


def test_an_undocumented_element_is_no_member_of_another_name() -> None:
    shape = document(element("title", called="Name"))
    read, _ = read_xml(b"<r><title>x</title><Name>y</Name></r>", "", shape)
    assert read == {"{}title": "x", "title": "y"}


def test_strangers_in_a_list_are_told() -> None:
    read, noted = read_xml(b"<r><All>t<two>x</two></All></r>", "", document(WRAPPED))
    assert read == {"all": ["x"]}
    assert noted == (
        Deviation("/all", "elements only", "text"),
        Deviation("/all/0", "the element one", "element two"),
    )


def test_a_parent_is_what_no_subtype_says_to_be() -> None:
    either = XmlChoice("kind", ((("cat",), XmlRef("Cat")),), XmlRef("Dog"))
    shape = document(element("a", either), Cat=CAT, Dog=DOG)
    cases: tuple[tuple[bytes, Json], ...] = (
        (b"<r><a><barks>1</barks></a></r>", {"a": {"barks": 1}}),
        (b'<r><a kind="cat"/></r>', {"a": {"kind": "cat"}}),
    )
    for text, value in cases:
        assert read_xml(text, "", shape)[0] == value
        assert write_xml(value, shape).endswith(text)


def test_an_absent_list_and_an_absent_attribute() -> None:
    required = XmlMember(
        "l", "items", name("l"), XmlList(name("l"), TEXT), required=True
    )
    null = XmlMember("n", "attribute", name("n"), TEXT, required=True, nullable=True)
    left_out = XmlMember("o", "attribute", name("o"), TEXT, required=True)
    shape = document(required, null, left_out, LINES)
    assert read_xml(b"<r/>", "", shape)[0] == {"l": [], "n": None}


def test_a_list_in_an_attribute_is_parted_by_blanks() -> None:
    shape = document(
        XmlMember("a", "attribute", name("a"), XmlList(name("a"), INTEGER))
    )
    assert read_xml(b'<r a=" 1  2 "/>', "", shape)[0] == {"a": [1, 2]}
    assert write_xml({"a": [1, 2]}, shape).endswith(b'<r a="1 2"/>')


def test_a_union_whose_tag_is_unknown_stays_what_it_is() -> None:
    shape = document(element("a", PET), Cat=CAT, Dog=DOG)
    read, _ = read_xml(b"<r><a kind='bird'><flies>1</flies></a></r>", "", shape)
    assert read == {"a": {"@kind": "bird", "flies": "1"}}


BOMB = (
    '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
    + "]><r>&j;</r>"
)

HOSTILE = {
    "billion laughs": BOMB.encode(),
    "external entity": b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>',
    "parameter entity": b'<!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1/x">%x;]><r/>',
    "external subset": b'<!DOCTYPE r SYSTEM "http://127.0.0.1/x.dtd"><r/>',
    "plain doctype": b"<!DOCTYPE r><r/>",
    "undeclared entity": b"<r>&x;</r>",
    "too deep": b"<r>" * 100_000 + b"</r>" * 100_000,
    "cut off": b"<r><a>",
    "two roots": b"<r/><r/>",
    "empty": b"",
    "text": b"hello",
    "JSON": b'{"a": 1}',
    "NUL": b"<r>\x00</r>",
    "NUL by reference": b"<r>&#0;</r>",
    "control character": b"<r>\x01</r>",
    "not UTF-8": b"<r>\xff\xfe</r>",
    "surrogate": b"<r>\xed\xa0\x80</r>",
    "unknown encoding": b'<?xml version="1.0" encoding="no-such"?><r/>',
    "multi-byte codec": b'<?xml version="1.0" encoding="utf-7"?><r/>',
    "an attribute twice": b'<r a="1" a="2"/>',
    "an undeclared prefix": b"<p:r/>",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_unsafe_and_broken_xml_is_refused(content: bytes) -> None:
    with pytest.raises(XmlTextError) as caught:
        parse_xml(content)
    assert "passwd" not in str(caught.value)
    assert "hello" not in str(caught.value)


def test_entities_of_xml_itself_are_read() -> None:
    read = read_xml(b"<r>&amp;&lt;&#233;</r>", "", XmlDocument(name("r"), TEXT, {}))
    assert read == ("&<é", ())


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        ("<r>é</r>".encode(), ""),
        ("<r>é</r>".encode("utf-16"), ""),
        ('<?xml version="1.0" encoding="iso-8859-1"?><r>é</r>'.encode("latin-1"), ""),
        ("<r>é</r>".encode("latin-1"), "iso-8859-1"),
        ('<?xml version="1.0" encoding="utf-8"?><r>é</r>'.encode("latin-1"), "latin-1"),
    ],
)
def test_encodings(content: bytes, charset: str) -> None:
    assert parse_xml(content, charset).text == "é"


@pytest.mark.parametrize("charset", ["no-such", "utf-8"])
def test_a_charset_that_does_not_hold_is_refused(charset: str) -> None:
    with pytest.raises(XmlTextError):
        parse_xml("<r>é</r>".encode("latin-1"), charset)


def test_nesting_is_bounded_where_it_is_said() -> None:
    deepest = MAX_XML_DEPTH
    assert parse_xml(b"<r>" * deepest + b"</r>" * deepest).names == ("", "r")
    with pytest.raises(XmlTextError, match="deeper than"):
        parse_xml(b"<r>" * (deepest + 1) + b"</r>" * (deepest + 1))


def test_a_value_that_nests_too_deep_is_refused() -> None:
    value: Json = {}
    for _ in range(MAX_XML_DEPTH):
        value = {"a": value}
    with pytest.raises(XmlTextError, match="deeper than"):
        write_xml(value, document(element("a", XmlRef("R"))))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"a": "\x00"}, "character"),
        ({"a": "\ud800"}, "character"),
        ({"a": "\ufffe"}, "character"),
        ({"a": [["x"]]}, "list"),
        ({"not a name": "x"}, "name"),
        ({"a><b": "x"}, "name"),
        ({"1": "x"}, "name"),
    ],
)
def test_what_xml_cannot_hold_is_refused_before_sending(value: Json, said: str) -> None:
    body = XmlBody(document(element("a")), whole="body")
    with pytest.raises(RequestError, match=said):
        content_of(body, {"body": value}, Writer())


def test_a_body_of_fields() -> None:
    fields = (BodyField("first", "a", str), BodyField("second", "lines", list[int]))
    body = XmlBody(document(element("a"), LINES), fields)
    made = content_of(body, {"first": "x", "second": [1]}, Writer())
    assert made is not None
    assert made.data.decode() == f"{HEAD}<r><a>x</a><line>1</line></r>"
    assert made.media_type == "application/xml"


def test_an_optional_body_that_is_not_given_is_not_sent() -> None:
    fields = (BodyField("first", "a", str),)
    body = XmlBody(document(element("a")), fields, required=False)
    assert content_of(body, {"first": omit}, Writer()) is None
    whole = XmlBody(document(element("a")), whole="body", required=False)
    assert content_of(whole, {"body": omit}, Writer()) is None


def test_further_members_have_the_documented_shape() -> None:
    objects = {"R": XmlObject((element("a"),), XmlText(("integer",)))}
    shape = XmlDocument(name("r"), XmlRef("R"), objects)
    assert read_xml(b"<r><a>1</a><b>2</b></r>", "", shape)[0] == {"a": "1", "b": 2}
    assert write_xml({"a": "1", "b": 2}, shape).endswith(b"<r><a>1</a><b>2</b></r>")


def test_anything_is_written_as_it_was_read() -> None:
    shape = XmlDocument(name("r"), XmlAnything(), {})
    text = b"<r><a><b>1</b><b>2</b></a><c/></r>"
    read, _ = read_xml(text, "", shape)
    assert read == {"a": {"b": ["1", "2"]}, "c": ""}
    assert write_xml(read, shape).endswith(text)


def test_only_a_boolean_is_read_from_the_word() -> None:
    shape = document(element("a", INTEGER))
    assert read_xml(f"{HEAD}<r><a>true</a></r>".encode(), "", shape)[0] == {"a": "true"}


def test_an_attribute_tells_variants_apart_whatever_a_child_is_called() -> None:
    cat = XmlObject((XmlMember("kind", "attribute", XmlName("kind"), TEXT),))
    dog = XmlObject((XmlMember("kind", "attribute", XmlName("kind"), TEXT), LEGS))
    shape = document(element("a", PET), Cat=cat, Dog=dog)
    text = '<r><a kind="hound"><kind>cat</kind><legs>4</legs></a></r>'
    read, _ = read_xml(f"{HEAD}{text}".encode(), "", shape)
    assert isinstance(read, dict)
    assert isinstance(read["a"], dict)
    assert read["a"]["legs"] == 4
