"""IR and names → Python source: views, then templates, then black, then the gate."""

from .examples.responses import defect_diagnostics
from .format.formatting import normalised
from .package import PackageIdentity, Rendered, render_package

__all__ = [
    "PackageIdentity",
    "Rendered",
    "defect_diagnostics",
    "normalised",
    "render_package",
]
