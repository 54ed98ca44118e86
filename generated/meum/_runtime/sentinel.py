# SPDX-License-Identifier: MIT-0
"""An argument that is not given."""

from __future__ import annotations

from typing import Final, Literal


class Omit:
    """The type of `omit`: an argument that is not given, which is not `None`."""

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "omit"

    def __reduce__(self) -> str:
        return "omit"


omit: Final = Omit()
