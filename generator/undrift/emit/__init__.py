"""IR and names → Python source: views, then templates, then black, then the gate."""

from .exemplars import defect_diagnostics
from .formatting import normalised
from .package import Rendered, Target, render_package

__all__ = [
    "Rendered",
    "Target",
    "defect_diagnostics",
    "normalised",
    "render_package",
]
