"""How large a document may be. Each limit is far above what real documents need."""

from __future__ import annotations

JSON_SIZE = 64 * 1024 * 1024
"""Characters of a JSON text."""

YAML_SIZE = 16 * 1024 * 1024
"""Characters of a YAML text: the complete reader takes a hundred times as long."""

DEPTH = 200
"""How deeply arrays and objects may nest, aliases expanded."""

DIGITS = 1000
"""Digits of a number, written without an exponent."""

EXPANSION = 1_000_000
"""Values that YAML aliases and merge keys may add."""

REFERENCES = 100
"""References that may lead to one another before something is reached."""

FILE_COUNT = 10_000
"""Files that one document may refer to."""

EXPRESSION = 1000
"""Characters of a JSONPath expression; the library nests a call for each step."""

DESCENTS = 2
"""How often a JSONPath expression may descend (`..`): each goes through everything."""

MATCHES = 100_000
"""Values that a JSONPath expression may find."""

GRAFTS = 100_000
"""Places that overlays may change; copies of copies would double them without end."""
