# SPDX-License-Identifier: MIT-0
"""`NamesClosed`, `NamesMaybe`, `NamesMoreDeep` and 2 more."""

from __future__ import annotations

from pydantic import Field

from .._runtime import Maybe, Model
from .tags import Tags


class NamesClosed(Model):
    """`NamesClosed`, as it arrives."""

    x: Maybe[str] = None


class NamesMaybe(Model):
    """`NamesMaybe`, as it arrives."""

    y: Maybe[str] = None


class NamesMoreDeep(Model):
    """`NamesMoreDeep`, as it arrives."""

    er: Maybe[str] = None


class NamesMore(Model):
    """`NamesMore`, as it arrives."""

    deep: Maybe[NamesMoreDeep] = None


class Names(Model):
    """`Names`, as it arrives."""

    class_: str = Field(alias="class")

    import_: str = Field(alias="import")
    """From where."""

    model_config_: str = Field(alias="model_config")
    none: Maybe[str] = Field(default=None, alias="None")
    list_: Maybe[list[str]] = Field(default=None, alias="list")

    dict_: Maybe[Tags] = Field(default=None, alias="dict")
    """By name."""

    a_b_d44362d6: Maybe[str] = Field(default=None, alias="a-b")
    a_b: Maybe[str] = Field(default=None, alias="a b")
    field_1st: Maybe[str] = Field(default=None, alias="1st")
    more: Maybe[NamesMore] = None
    closed: Maybe[NamesClosed] = None
    maybe: NamesMaybe | None = None

    said: Maybe[str] = None
    """Not on the provider's page: Seen in replies. (support)"""

    asked: Maybe[str] = None
    """Unconfirmed: Is it text? (a.md:3)"""

    __pydantic_extra__: dict[str, int] = Field(init=False)
    """Whatever else arrived."""
