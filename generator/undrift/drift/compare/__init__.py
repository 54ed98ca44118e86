"""Two documents held together: what changed for those who call the API.

    operations ─▶ pairs ─▶ nodes of changes ─▶ causes ─▶ findings

A component is compared once for each direction in which its values travel; every
operation that reaches it shares what was found, so that one cause is one finding.
"""

from .described import Described, described, template_of
from .documents import DocumentSide, compare_documents, pairs, templates
from .pages import PagesSide, compare_pages

__all__ = [
    "Described",
    "DocumentSide",
    "PagesSide",
    "compare_documents",
    "compare_pages",
    "described",
    "pairs",
    "template_of",
    "templates",
]
