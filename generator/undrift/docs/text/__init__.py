"""A page as text: bytes to blocks and sections; indexes and bundles of pages."""
