# SPDX-License-Identifier: MIT-0
"""The base of generated models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field


class Model(BaseModel):
    """A documented object: typed attributes, and whatever else arrived.

    `model_fields_set` tells what arrived from what did not; unknown members are kept in
    `model_extra`. Built by Python names, read and written by the documented ones.
    """

    model_config = ConfigDict(
        strict=True,
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        defer_build=True,
        protected_namespaces=(),
    )

    if TYPE_CHECKING:
        # A model may say what kind of thing the members are that it does not name.
        __pydantic_extra__: Any = Field(init=False)

    else:
        # A reply may hold values that are not as documented; writing them is no news.

        def model_dump(self, **options: Any) -> dict[str, Any]:
            """Return the members as a dict; see `pydantic.BaseModel.model_dump`."""
            return super().model_dump(**{"warnings": False, **options})

        def model_dump_json(self, **options: Any) -> str:
            """Return JSON text; see `pydantic.BaseModel.model_dump_json`."""
            return super().model_dump_json(**{"warnings": False, **options})
