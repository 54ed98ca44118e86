# SPDX-License-Identifier: MIT-0
"""How objects of the Acme client stand in XML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ._runtime import (
    XmlChoice,
    XmlList,
    XmlMap,
    XmlMember,
    XmlName,
    XmlObject,
    XmlRef,
    XmlText,
)

XML_OBJECTS: Final[Mapping[str, XmlObject]] = {
    "Author": XmlObject(
        (
            XmlMember("born", "attribute", XmlName("born"), XmlText()),
            XmlMember("name", "text", XmlName("name"), XmlText(), required=True),
        )
    ),
    "Blurb": XmlObject((XmlMember("html", "cdata", XmlName("html"), XmlText()),)),
    "Book": XmlObject(
        (
            XmlMember(
                "id", "attribute", XmlName("id"), XmlText(("integer",)), required=True
            ),
            XmlMember(
                "isbn", "attribute", XmlName("isbn-13"), XmlText(), required=True
            ),
            XmlMember(
                "rating",
                "attribute",
                XmlName("rating"),
                XmlText(("number",)),
                required=True,
                nullable=True,
            ),
            XmlMember(
                "formats",
                "attribute",
                XmlName("formats"),
                XmlList(XmlName("formats"), XmlText()),
            ),
            XmlMember(
                "title",
                "element",
                XmlName("title", "https://library.example/ns", "lib"),
                XmlText(),
                required=True,
            ),
            XmlMember(
                "maker",
                "element",
                XmlName("maker", "urn:dc", "dc"),
                XmlText(),
                required=True,
            ),
            XmlMember(
                "price",
                "element",
                XmlName("price"),
                XmlText(("number",)),
                required=True,
            ),
            XmlMember("lent", "element", XmlName("lent"), XmlText(("boolean",))),
            XmlMember("state", "element", XmlName("state"), XmlText()),
            XmlMember(
                "published", "element", XmlName("published"), XmlText(), nullable=True
            ),
            XmlMember(
                "subtitle", "element", XmlName("subtitle"), XmlText(), nullable=True
            ),
            XmlMember(
                "tags",
                "items",
                XmlName("tags"),
                XmlList(XmlName("tag"), XmlText()),
                required=True,
            ),
            XmlMember(
                "pages",
                "element",
                XmlName("pages"),
                XmlList(XmlName("page"), XmlText(("integer",))),
            ),
            XmlMember(
                "authors",
                "element",
                XmlName("Authors"),
                XmlList(XmlName("author"), XmlRef("Author")),
                required=True,
            ),
            XmlMember("names", "element", XmlName("names"), XmlMap(XmlText())),
            XmlMember("blurb", "element", XmlName("blurb"), XmlRef("Blurb")),
            XmlMember(
                "cover",
                "element",
                XmlName("cover"),
                XmlChoice(
                    "kind",
                    ((("picture",), XmlRef("Picture")), (("plain",), XmlRef("Plain"))),
                ),
            ),
        )
    ),
    "Picture": XmlObject(
        (
            XmlMember("kind", "attribute", XmlName("kind"), XmlText(), required=True),
            XmlMember("width", "element", XmlName("width"), XmlText(("integer",))),
        )
    ),
    "Plain": XmlObject(
        (
            XmlMember("kind", "attribute", XmlName("kind"), XmlText(), required=True),
            XmlMember("colour", "element", XmlName("colour"), XmlText()),
        )
    ),
    "Problem": XmlObject(
        (
            XmlMember("code", "element", XmlName("code"), XmlText(), required=True),
            XmlMember("detail", "element", XmlName("detail"), XmlText()),
            XmlMember("cause", "element", XmlName("problem"), XmlRef("Problem")),
        )
    ),
    "Shelf": XmlObject(
        (
            XmlMember(
                "label",
                "element",
                XmlName("label", "urn:shelf"),
                XmlText(),
                required=True,
            ),
            XmlMember(
                "books",
                "items",
                XmlName("books"),
                XmlList(
                    XmlName("book", "https://library.example/ns", "lib"), XmlRef("Book")
                ),
            ),
        ),
        extra=XmlText(("integer",)),
    ),
}
