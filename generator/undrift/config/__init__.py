"""What people write for undrift: settings, provider manifests, recorded names.

Every reader returns what it read or everything that is wrong with it, with places.
"""

from __future__ import annotations

from .fetched import FETCHED, FetchedPage, read_fetched, render_fetched
from .files import did_you_mean, is_inside, read_file
from .manifest import MANIFEST, Manifest, Page, read_manifest, schema_path
from .names import Names, Recorded, read_names, render_names
from .providers import Provider, Providers, list_providers, select_providers
from .settings import Settings, find_root, load_settings

__all__ = [
    "FETCHED",
    "MANIFEST",
    "FetchedPage",
    "Manifest",
    "Names",
    "Page",
    "Provider",
    "Providers",
    "Recorded",
    "Settings",
    "did_you_mean",
    "find_root",
    "is_inside",
    "list_providers",
    "load_settings",
    "read_fetched",
    "read_file",
    "read_manifest",
    "read_names",
    "render_fetched",
    "render_names",
    "schema_path",
    "select_providers",
]
