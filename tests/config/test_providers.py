"""Providers: which folders are some, and what is said about the others."""

from pathlib import Path

import pytest

from undrift.config import Settings, list_providers, select_providers
from undrift.config.providers import name_problem


@pytest.fixture
def project(tmp_path: Path) -> Settings:
    for name in ("storno", "acme"):
        (tmp_path / "specs" / name).mkdir(parents=True)
        (tmp_path / "specs" / name / "provider.yaml").touch()
    (tmp_path / "specs" / "notes").mkdir()
    (tmp_path / "specs" / "README.md").touch()
    return Settings(tmp_path)


def test_providers_are_listed_by_name(project: Settings) -> None:
    providers = list_providers(project)
    assert [(p.name, p.shown) for p in providers.found] == [
        ("acme", "specs/acme"),
        ("storno", "specs/storno"),
    ]
    assert providers.problems == ()
    assert select_providers(project, []) == providers


def test_some_are_asked_for(project: Settings) -> None:
    providers = select_providers(project, ["storno", "storno"])
    assert [p.name for p in providers.found] == ["storno"]
    assert providers.problems == ()


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (
            "storn",
            "specs: error[UD003] there is no provider 'storn'\n"
            "    did you mean storno? (providers here: acme, storno)",
        ),
        (
            "http://x\n",
            "specs: error[UD003] there is no provider 'http://x\\n'\n"
            "    providers here: acme, storno",
        ),
        (
            "specs/acme",
            "specs: error[UD003] there is no provider 'specs/acme'\n"
            "    did you mean acme? (providers here: acme, storno)",
        ),
        (
            "notes",
            "specs: error[UD003] specs/notes holds no provider.yaml\n"
            "    providers here: acme, storno",
        ),
    ],
)
def test_an_unknown_provider(project: Settings, asked: str, message: str) -> None:
    providers = select_providers(project, [asked, "acme"])
    assert [str(p) for p in providers.problems] == [message]
    assert [p.name for p in providers.found] == ["acme"]


def test_a_bad_name_blocks_nobody_else(project: Settings) -> None:
    bad = project.specs_folder() / "visa-acceptance"
    bad.mkdir()
    (bad / "provider.yaml").touch()
    (project.specs_folder() / "notes" / "provider.yml").touch()
    providers = list_providers(project)
    assert [p.name for p in providers.found] == ["acme", "storno"]
    assert [str(p).splitlines()[0] for p in providers.problems] == [
        "specs/notes: error[UD002] the manifest is called provider.yaml, "
        "not provider.yml",
        "specs/visa-acceptance: error[UD002] 'visa-acceptance' cannot be the name of "
        "a provider: it is not lower-case ASCII letters, digits and underscores",
    ]
    assert select_providers(project, ["acme"]).problems == ()
    asked = select_providers(project, ["visa-acceptance"])
    assert asked.problems == providers.problems[1:]


@pytest.mark.parametrize(
    "name",
    [
        *("Storno", "visa-acceptance", "2checkout", "_x", "añb", "a b", "", "ａｂ"),
        *("class", "json", "http", "asyncio", "cgi", "compression", "pydantic"),
        *("x" * 61, "a\n"),
    ],
)
def test_names_that_no_package_can_have(name: str) -> None:
    assert name_problem(name)


@pytest.mark.parametrize("name", ["storno", "visa_acceptance", "x2", "x" * 60, "match"])
def test_names_that_are_fine(name: str) -> None:
    assert name_problem(name) == ""


def test_a_project_without_specs(tmp_path: Path) -> None:
    providers = list_providers(Settings(tmp_path))
    assert [str(p) for p in providers.problems] == [
        "specs: error[UD001] there is no such folder\n"
        "    make specs/<provider>/provider.yaml, or give --root"
    ]
    assert select_providers(Settings(tmp_path), ["x"]).problems == providers.problems
    (tmp_path / "specs").touch()
    assert len(list_providers(Settings(tmp_path)).problems) == 1
