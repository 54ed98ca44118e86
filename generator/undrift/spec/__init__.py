"""From texts to one effective document in which every value knows its place.

    loaded = load_source("specs/storno/openapi.yaml", data)
    document = Document.of(loaded, Folder(path, "specs/storno", "openapi.yaml"))
    document.place("/paths/~1invoices/get")    # Place(file, line, column, pointer)

Values are plain Python (`Value`); `At` is a value with its pointer.
"""

from .document import At, Document, Graft, Version
from .load import Loaded, load_source
from .refs import Folder
from .source import Source
from .value import Value, escape, join_pointer, same, split_pointer, unescape

__all__ = [
    "At",
    "Document",
    "Folder",
    "Graft",
    "Loaded",
    "Source",
    "Value",
    "Version",
    "escape",
    "join_pointer",
    "load_source",
    "same",
    "split_pointer",
    "unescape",
]
