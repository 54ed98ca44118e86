"""Manifests: what is accepted, what is said about the rest, and the schema's word."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from undrift.config import Manifest, read_manifest, schema_path
from undrift.config.manifest import (
    CLIENT,
    FILE,
    HEADER_FORM,
    HOST,
    MANIFEST_KEYS,
    TITLE,
    URL,
    VARIABLE,
    structure,
)
from undrift.config.reading import Form, FormReader
from undrift.diagnostics import Diagnostic
from undrift.openapi import load_source

SCHEMA = json.loads(schema_path().read_text("utf-8"))
# Imported by name, because jsonschema comes without types.
DRAFT: Any = import_module("jsonschema").Draft202012Validator
VALIDATOR: Any = DRAFT(SCHEMA)
ROOT = Path(__file__).parents[2]
FULL = """\
client: Acme
title: acme.example
pages:
  - file: docs/cancel.md
    url: https://docs.acme.example/cancel
  - file: docs/create.md
spec: api.yaml
overlay: fixes.yaml
names: python.yaml
hosts: [docs.acme.example, 'old.acme.example:8443']
headers:
  Authorization: ACME_DOCS
conflicts: keep-apart
refused: leave-out
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a provider's folder that holds every file a manifest may name."""
    acme = tmp_path / "specs" / "acme"
    (acme / "docs").mkdir(parents=True)
    for name in ("docs/cancel.md", "docs/create.md", "api.yaml", "fixes.yaml"):
        (acme / name).write_text("{}")
    return acme


def read(folder: Path, text: str | bytes) -> Manifest | tuple[Diagnostic, ...]:
    data = text.encode() if isinstance(text, str) else text
    (folder / "provider.yaml").write_bytes(data)
    return read_manifest(folder, "specs/acme")


def problems(folder: Path, text: str | bytes) -> list[str]:
    found = read(folder, text)
    assert isinstance(found, tuple), found
    return [str(problem) for problem in found]


def test_a_whole_manifest(folder: Path) -> None:
    manifest = read(folder, FULL)
    assert isinstance(manifest, Manifest)
    assert manifest.provider == "acme"
    assert manifest.client == "Acme"
    assert manifest.title == "acme.example"
    assert [(p.file, p.url, str(p.place)) for p in manifest.pages] == [
        (
            "docs/cancel.md",
            "https://docs.acme.example/cancel",
            "specs/acme/provider.yaml:4:5",
        ),
        ("docs/create.md", "", "specs/acme/provider.yaml:6:5"),
    ]
    assert (manifest.spec, manifest.overlay) == ("api.yaml", "fixes.yaml")
    assert manifest.hosts == ("docs.acme.example", "old.acme.example:8443")
    assert manifest.headers == (("Authorization", "ACME_DOCS"),)
    assert manifest.keep_apart
    assert manifest.leave_out
    assert str(manifest.place("overlay")) == "specs/acme/provider.yaml:8:1"
    existing = ("provider.yaml", "docs/cancel.md", "docs/create.md", "api.yaml")
    assert manifest.files() == (*existing, "fixes.yaml")
    (folder / "python.yaml").write_text("{}")
    assert manifest.files() == (*existing, "fixes.yaml", "python.yaml")
    assert manifest.read("api.yaml") == b"{}"
    assert manifest.path("api.yaml") == folder / "api.yaml"


def test_the_least_that_will_do(folder: Path) -> None:
    manifest = read(folder, "client: Acme\nspec: api.yaml\n")
    assert isinstance(manifest, Manifest)
    assert (manifest.title, manifest.pages, manifest.overlay) == ("", (), "")
    assert manifest.names == "names.yaml"
    assert not manifest.keep_apart


@pytest.mark.parametrize(
    "name", sorted(p.name for p in (ROOT / "specs").iterdir() if p.is_dir())
)
def test_the_manifests_of_this_repository(name: str) -> None:
    folder = ROOT / "specs" / name
    manifest = read_manifest(folder, f"specs/{name}")
    assert isinstance(manifest, Manifest), manifest
    first = (folder / "provider.yaml").read_text("utf-8").splitlines()[0]
    marker, _, path = first.partition("=")
    assert marker == "# yaml-language-server: $schema"
    assert (folder / path).resolve() == schema_path().resolve()


def test_every_problem_is_told_at_its_place(folder: Path) -> None:
    text = "client: acme inc\ntitel: x\npages:\n  - fil: docs/cancel.md\nspec: [a]\n"
    assert problems(folder, text) == [
        "specs/acme/provider.yaml:2:1: error[UD002] #/titel: unknown key 'titel'\n"
        "    did you mean title?",
        "specs/acme/provider.yaml:1:1: error[UD002] #/client: "
        "'acme inc' is not a class name\n"
        "    ASCII letters and digits, the first a capital: Storno, VisaAcceptance",
        "specs/acme/provider.yaml:4:5: error[UD002] #/pages/0/fil: unknown key 'fil'\n"
        "    did you mean file?",
        "specs/acme/provider.yaml:4:5: error[UD002] #/pages/0: "
        "the page's file is missing",
        "specs/acme/provider.yaml:5:1: error[UD002] #/spec: "
        "a file in this folder is expected here, as a string",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "error[UD010] the text holds no value"),
        ("- a", "error[UD002] a mapping is expected here"),
        ("spec: api.yaml", "the name of the client is missing"),
        ("client: Acme", "there is nothing to make a client from"),
        ("client: Acme\nclient: B\nspec: api.yaml", "error[UD011]"),
        ("client: [", "error[UD010]"),
        (b"client: \xff", "is not UTF-8"),
        ("client: Acme\npages: []", "a list of pages is expected here"),
        ("client: Acme\npages: docs/cancel.md", "a list of pages is expected here"),
        ("client: Acme\npages: [docs/cancel.md]", "a mapping is expected here"),
        ("client: Acme\nspec: openapi.yml", "there is no file openapi.yml"),
        ("client: Acme\nspec: docs", "docs is not a file"),
        ("client: Acme\nspec: ../api.yaml", "'../api.yaml' is not a file in this"),
        ("client: Acme\nspec: /etc/passwd", "'/etc/passwd' is not a file in this"),
        ("client: Acme\nspec: docs\\a", "is not a file in this folder"),
        ("client: Acme\nspec: provider.yaml", "provider.yaml is named twice"),
        ("client: Acme\nspec: api.yaml\noverlay: api.yaml", "api.yaml is named twice"),
        ("client: Acme\nspec: api.yaml\ntitle: null", "a title is expected here"),
        ("client: yes\nspec: api.yaml", "'yes' is not a class name"),
        ("client: Acme\nspec: api.yaml\nnames: docs", "docs is not a file"),
        ("client: Acme\nspec: api.yaml\nhosts: a", "a list of hosts is expected"),
        ("client: Acme\nspec: api.yaml\nhosts: ['https://a']", "'https://a' is not a"),
        ("client: Acme\nspec: api.yaml\nrefused: no", "'no' is not leave-out"),
        ("client: Acme\nspec: api.yaml\nconflicts: both", "'both' is not keep-apart"),
        ("client: Acme\nspec: api.yaml\nheaders: [A]", "a mapping of headers is"),
        ("client: Acme\nspec: api.yaml\nheaders: {a b: A}", "the name of a header"),
        (
            "client: Acme\nspec: api.yaml\nheaders: {A: Bearer x}",
            "is not the name of an",
        ),
    ],
)
def test_what_is_refused(folder: Path, text: str | bytes, message: str) -> None:
    found = problems(folder, text)
    assert any(message in problem for problem in found), found
    assert all(p.startswith("specs/acme/provider.yaml:") for p in found)
    assert len(found) == 1


def test_a_file_that_is_not_there_names_its_neighbour(folder: Path) -> None:
    (found,) = problems(folder, "client: Acme\npages: [{file: docs/cancle.md}]")
    assert found.startswith("specs/acme/provider.yaml:2:10: error[UD001]")
    assert found.endswith("did you mean cancel.md?")


@pytest.mark.parametrize(
    ("unnamed", "key"), [("openapi.yaml", "spec"), ("overlay.yaml", "overlay")]
)
def test_a_file_that_nothing_names_is_not_ignored(
    folder: Path, unnamed: str, key: str
) -> None:
    (folder / unnamed).write_text("{}")
    (found,) = problems(folder, "client: Acme\npages: [{file: docs/cancel.md}]")
    assert f"{unnamed} is in the folder, but nothing here names it" in found
    assert f"add {key}: {unnamed}" in found


def test_a_link_may_not_lead_out_of_the_folder(folder: Path) -> None:
    outside = folder.parent / "outside.md"
    outside.write_text("secret")
    (folder / "docs/link.md").symlink_to(outside)
    (found,) = problems(folder, "client: Acme\npages: [{file: docs/link.md}]")
    assert "leads out of the provider's folder" in found
    assert "secret" not in found
    (folder / "docs/loop.md").symlink_to("loop.md")
    (found,) = problems(folder, "client: Acme\npages: [{file: docs/loop.md}]")
    assert "there is no file docs/loop.md" in found
    (folder / "docs/inside.md").symlink_to("cancel.md")
    text = "client: Acme\npages: [{file: docs/inside.md}]"
    assert isinstance(read(folder, text), Manifest)


def test_the_schema_is_a_schema() -> None:
    DRAFT.check_schema(SCHEMA)
    assert tuple(SCHEMA["properties"]) == MANIFEST_KEYS


@pytest.mark.parametrize(
    ("form", "there"),
    [
        (CLIENT, SCHEMA["properties"]["client"]),
        (TITLE, SCHEMA["properties"]["title"]),
        (URL, SCHEMA["properties"]["pages"]["items"]["properties"]["url"]),
        (FILE, SCHEMA["$defs"]["file"]),
        (HOST, SCHEMA["properties"]["hosts"]["items"]),
        (HEADER_FORM, SCHEMA["properties"]["headers"]["propertyNames"]),
        (VARIABLE, SCHEMA["properties"]["headers"]["additionalProperties"]),
    ],
)
def test_the_schema_has_the_readers_patterns(
    form: Form, there: dict[str, object]
) -> None:
    assert (there["pattern"], there["maxLength"]) == (form.pattern, form.longest)
    assert there.get("not", {"enum": []}) == {"enum": list(form.refused)}


def accepts(value: object) -> bool:
    """Whether the reader accepts a manifest, its files apart."""
    loaded = load_source("provider.yaml", json.dumps(value).encode())
    assert not isinstance(loaded, Diagnostic)
    reader = FormReader("UD002", loaded.source)
    structure(loaded.value, reader, Path("acme"), "specs/acme")
    return not reader.problems


SCALARS = st.none() | st.booleans() | st.integers(0, 9)
WORDS = st.sampled_from(
    [
        *("Acme", "ACME9", "acme", "None", "A" * 60, "A" * 61, "Äcme", "A-b", ""),
        *("docs/a.md", "a", "a/", "/a", "a//b", "./a", "../a", "a/..", "a/...", ".a"),
        *("a\\b", "C:a", "a b", "a\tb", "\x7f", "é/ü.md", "x" * 300, "x" * 301),
        *("https://a.example/b?c#d", "http://a", "https://", "ftp://a", "https://a b"),
        *("docs.acme.example", "a:1", "a:123456", "-a", "X-Token", "DOCS_TOKEN", "9A"),
    ]
)
PAGES = st.fixed_dictionaries(
    {}, optional={"file": WORDS | SCALARS, "url": WORDS | SCALARS}
)
ANY = st.recursive(
    SCALARS | WORDS,
    lambda inner: st.lists(inner, max_size=2)
    | st.dictionaries(
        st.sampled_from([*MANIFEST_KEYS, "file", "url", "x"]), inner, max_size=3
    ),
    max_leaves=5,
)
MANIFESTS = st.fixed_dictionaries(
    {},
    optional={
        "client": WORDS | ANY,
        "title": WORDS | ANY,
        "pages": st.lists(PAGES, max_size=2) | ANY,
        "spec": WORDS | ANY,
        "overlay": WORDS | ANY,
        "names": WORDS | ANY,
        "hosts": st.lists(WORDS | SCALARS, max_size=2) | ANY,
        "headers": st.dictionaries(WORDS, WORDS | SCALARS, max_size=2) | ANY,
        "unknown": ANY,
    },
)


@given(MANIFESTS | ANY)
def test_reader_and_schema_agree(value: object) -> None:
    assert accepts(value) == VALIDATOR.is_valid(value)


@given(WORDS)
def test_reader_and_schema_agree_word_by_word(word: str) -> None:
    """Mostly good manifests, so that acceptance is not a rare accident."""
    good: dict[str, object] = {"client": "Acme", "spec": "a", "pages": [{"file": "a"}]}
    assert accepts(good)
    for key in ("client", "title", "spec", "overlay", "names"):
        value = {**good, key: word}
        assert accepts(value) == VALIDATOR.is_valid(value), key
    for more in ({"hosts": [word]}, {"headers": {word: "A"}}, {"headers": {"A": word}}):
        value = {**good, **more}
        assert accepts(value) == VALIDATOR.is_valid(value), more
    for page in ({"file": word}, {"file": "a", "url": word}):
        value = {**good, "pages": [page]}
        assert accepts(value) == VALIDATOR.is_valid(value)
