"""Documentation pages: text to blocks, OpenAPI fragments and facts.

page = read_page("specs/storno/docs/invoices-cancel.md", data)
fragments, problems = fragments_of(page)    # for pages that hold OpenAPI
facts, problems = facts_of_page(page)       # for pages written by hand
"""

from .contents import (
    Contents,
    blocks_of,
    contents_of,
    facts_of_page,
    reason_left_out,
    title_of,
)
from .fragments import Fragment, fragments_of
from .statements.endpoints import names_own_host
from .statements.missing_method import address_without_method
from .text.blocks import (
    Block,
    BlockQuote,
    Fence,
    Frontmatter,
    Heading,
    HtmlBlock,
    ListBlock,
    Paragraph,
    Row,
    Span,
    Table,
    Tag,
    Text,
    ThematicBreak,
    flat,
)
from .text.bundle import is_bundle, split_bundle
from .text.index import Index, IndexEntry, is_index, read_index
from .text.page import PageText, read_page
from .text.revision import revision_of

__all__ = [
    "Block",
    "BlockQuote",
    "Contents",
    "Fence",
    "Fragment",
    "Frontmatter",
    "Heading",
    "HtmlBlock",
    "Index",
    "IndexEntry",
    "ListBlock",
    "PageText",
    "Paragraph",
    "Row",
    "Span",
    "Table",
    "Tag",
    "Text",
    "ThematicBreak",
    "address_without_method",
    "blocks_of",
    "contents_of",
    "facts_of_page",
    "flat",
    "fragments_of",
    "is_bundle",
    "is_index",
    "names_own_host",
    "read_index",
    "read_page",
    "reason_left_out",
    "revision_of",
    "split_bundle",
    "title_of",
]
