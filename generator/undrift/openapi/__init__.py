"""From texts to one effective document in which every value knows its place.

    loaded = load_source("specs/storno/openapi.yaml", data)
    document, problems = merge([Part(loaded)], Folder(path, "specs/storno"))
    result = apply_overlay(document, load_source("specs/storno/overlay.yaml", more))
    problems += check(result.document)
    result.document.place("/paths/~1invoices/get")    # file, line, column

Values are plain Python (`Value`); `Node` is a value with the pointer that names it.
"""

from .check import check_document, check_frame, check_parts
from .document import Document, Graft, Node, OpenAPIVersion
from .fragments import merge
from .groups import OPERATION_METHODS, Part
from .load import Loaded, load_source
from .overlay import Applied, OverlayResult, apply_overlay
from .pieces import Pieces
from .pointer import escape, join_pointer, split_pointer, unescape
from .refs import Folder
from .source import Source
from .structure import canonical, equivalent, meaning, structure_of
from .swagger import upgraded
from .value import Value, containers, deeper, same
from .versions import settled_versions
from .write import yaml_text

__all__ = [
    "OPERATION_METHODS",
    "Applied",
    "Document",
    "Folder",
    "Graft",
    "Loaded",
    "Node",
    "OpenAPIVersion",
    "OverlayResult",
    "Part",
    "Pieces",
    "Source",
    "Value",
    "apply_overlay",
    "canonical",
    "check_document",
    "check_frame",
    "check_parts",
    "containers",
    "deeper",
    "equivalent",
    "escape",
    "join_pointer",
    "load_source",
    "meaning",
    "merge",
    "same",
    "settled_versions",
    "split_pointer",
    "structure_of",
    "unescape",
    "upgraded",
    "yaml_text",
]
