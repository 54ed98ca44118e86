"""The providers of a project: the folders of `specs` that hold a manifest."""

from __future__ import annotations

import keyword
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import Diagnostic, Place
from .files import did_you_mean
from .manifest import MANIFEST
from .settings import Settings, joined

LONGEST = 60

_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)\d")

# A package that shadows one of these breaks whatever imports the original. Completed
# with what only other Python versions have, so that all judge alike.
_TAKEN = frozenset(sys.stdlib_module_names) | frozenset("""
        aifc annotationlib asynchat asyncore audioop cgi cgitb chunk compression crypt
        distutils imghdr imp lib2to3 mailcap msilib nis nntplib ossaudiodev pipes smtpd
        sndhdr spwd sunau telnetlib uu xdrlib
        """.split()) | {"httpx2", "pydantic", "pytest", "undrift"}


@dataclass(frozen=True, slots=True, order=True)
class Provider:
    """One provider's folder; `shown` is what messages call it."""

    name: str
    folder: Path
    shown: str


@dataclass(frozen=True, slots=True)
class Providers:
    """Providers that can be worked on, and what is wrong with the others."""

    found: tuple[Provider, ...]
    problems: tuple[Diagnostic, ...] = ()


def list_providers(settings: Settings) -> Providers:
    """Return every provider of a project, by name."""
    try:
        inside = sorted(settings.specs_folder().iterdir())
    except FileNotFoundError:
        message = "there is no such folder"
        hint = f"make {settings.specs}/<provider>/{MANIFEST}, or give --root"
        place = Place(settings.specs)
        return Providers((), (Diagnostic("UD001", message, place, hint),))
    except OSError as error:
        message = error.strerror or type(error).__name__
        problem = Diagnostic("UD001", message, Place(settings.specs))
        return Providers((), (problem,))
    found: list[Provider] = []
    problems: list[Diagnostic] = []
    for folder in (path for path in inside if os.path.isdir(path)):
        shown = joined(settings.specs, folder.name)
        if not os.path.lexists(folder / MANIFEST):
            if os.path.exists(folder / "provider.yml"):
                message = f"the manifest is called {MANIFEST}, not provider.yml"
                problems.append(Diagnostic("UD002", message, Place(shown)))
        elif reason := name_problem(folder.name):
            message = f"{folder.name!a} cannot be the name of a provider: it {reason}"
            hint = "rename the folder; it names the Python package"
            problems.append(Diagnostic("UD002", message, Place(shown), hint))
        else:
            found.append(Provider(folder.name, folder, shown))
    return Providers(tuple(found), tuple(problems))


def select_providers(settings: Settings, asked: Sequence[str]) -> Providers:
    """Return the providers that were asked for, all if none was named."""
    every = list_providers(settings)
    if not asked:
        return every
    by_name = {provider.name: provider for provider in every.found}
    by_shown = {problem.place.file: problem for problem in every.problems}
    found: list[Provider] = []
    problems: list[Diagnostic] = []
    for name in dict.fromkeys(asked):
        shown = joined(settings.specs, name)
        if name in by_name:
            found.append(by_name[name])
        elif problem := by_shown.get(shown, by_shown.get(settings.specs)):
            problems.append(problem)
        else:
            problems.append(_unknown(settings, name, tuple(by_name)))
    return Providers(tuple(found), tuple(problems))


def name_problem(name: str) -> str:
    """Return why a folder's name cannot name a Python package, or ""."""
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        return "is not lower-case ASCII letters, digits and underscores"
    if len(name) > LONGEST:
        return f"is longer than {LONGEST} characters"
    if _DEVICE.fullmatch(name):
        return "is the name of a device on Windows"
    if keyword.iskeyword(name):
        return "is a keyword of Python"
    if name in _TAKEN:
        return "is the name of a module that programs import"
    return ""


def _unknown(settings: Settings, name: str, known: tuple[str, ...]) -> Diagnostic:
    message = f"there is no provider {name!a}"
    plain = bool(re.fullmatch(r"[\w-]+", name))
    if plain and os.path.isdir(settings.specs_folder() / name):
        message = f"{joined(settings.specs, name)} holds no {MANIFEST}"
    listing = f"providers here: {', '.join(known) or 'none'}"
    meant = did_you_mean(Path(name).name, known)
    hint = f"{meant} ({listing})" if meant else listing
    return Diagnostic("UD003", message, Place(settings.specs), hint)
