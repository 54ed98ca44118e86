"""Adding by address: pages, indexes, bundles and specs of a site on loopback."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.fetch.server import Answer, page, site
from undrift.cli import undrift

CASES = Path(__file__).parent / "cases"
GET = (CASES / "folder-of-fragments/source/orders/get.md").read_text("utf-8")
LIST = (CASES / "folder-of-tables/source/list.md").read_text("utf-8")
SPEC = (CASES / "spec-beside-pages/source/openapi.yaml").read_text("utf-8")
HTML = "<!doctype html><html><body>Orders</body></html>"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def add(url: str, *more: str) -> str:
    result = CliRunner().invoke(undrift, ["add", "acme", url, *more])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return f"exit {result.exit_code}\n{result.stdout}{result.stderr}"


def test_a_page_keeps_its_bytes_and_its_address() -> None:
    with site({"/orders/get.md": page(GET)}) as docs:
        said = add(f"{docs.url}/orders/get.md")
        assert said.startswith("exit 0\n"), said
        assert Path("specs/acme/docs/get.md").read_text("utf-8") == GET
        manifest = Path("specs/acme/provider.yaml").read_text("utf-8")
        assert f"url: {docs.url}/orders/get.md\n" in manifest


def test_of_a_page_that_is_html_its_markdown_is_taken() -> None:
    answers: dict[str, Answer] = {
        "/orders/list": page(HTML, "text/html"),
        "/orders/list.md": page(LIST),
    }
    with site(answers) as docs:
        said = add(f"{docs.url}/orders/list", "--server", "https://api.acme.example")
        assert said.startswith("exit 0\n"), said
        manifest = Path("specs/acme/provider.yaml").read_text("utf-8")
        assert f"url: {docs.url}/orders/list.md\n" in manifest


def test_an_index_leads_to_its_pages_and_to_no_other_host() -> None:
    index = (
        "# Acme\n\n- [Get](/orders/get.md)\n- [List](orders/list.md): all\n"
        "- [Gone](/gone.md)\n- [Elsewhere](https://other.example/page.md)\n"
    )
    answers: dict[str, Answer] = {
        "/llms.txt": page(index, "text/plain"),
        "/orders/get.md": page(GET),
        "/orders/list.md": page(LIST),
    }
    with site(answers) as docs:
        said = add(f"{docs.url}/llms.txt")
        assert said.startswith("exit 0\n"), said
        assert "on another host than the index" in said
        assert f"{docs.url}/gone.md" in said
        assert Path("specs/acme/docs/orders/get.md").exists()
        assert sorted(docs.paths) == [
            *("/gone.md", "/llms.txt", "/orders/get.md", "/orders/list.md")
        ]


def test_the_full_spec_that_an_index_names_is_preferred() -> None:
    index = "# Acme\n\n- [Get](/get.md)\n\n## OpenAPI Specs\n\n- [api](/openapi.yaml)\n"
    answers: dict[str, Answer] = {
        "/llms.txt": page(index, "text/plain"),
        "/openapi.yaml": page(SPEC, "application/yaml"),
    }
    with site(answers) as docs:
        said = add(f"{docs.url}/llms.txt")
        assert said.startswith("exit 0\n"), said
        assert "it is preferred" in said
        assert Path("specs/acme/docs/openapi.yaml").read_text("utf-8") == SPEC
        assert docs.paths == ["/llms.txt", "/openapi.yaml"]


def test_a_spec_by_its_address() -> None:
    with site({"/openapi.yaml": page(SPEC, "application/yaml")}) as docs:
        assert add(f"{docs.url}/openapi.yaml").startswith("exit 0\n")


def test_generate_from_an_address_needs_no_folder() -> None:
    with site({"/list.md": page(LIST)}) as docs:
        arguments = ["generate", "--from", f"{docs.url}/list.md", "--into", "out"]
        result = CliRunner().invoke(undrift, [*arguments, "--name", "acme"])
        # There is a client; which host it is to call is still open.
        assert result.exit_code == 1
        assert "no page names a host" in result.stderr
        assert Path("out/acme/_client.py").exists()
        assert not Path("specs").exists()


def test_what_is_not_there_is_said_and_nothing_written() -> None:
    with site({}) as docs:
        said = add(f"{docs.url}/llms.txt")
        assert said.startswith("exit 2\n"), said
        assert "nothing was written" in said
        assert not Path("specs").exists()


def test_offline_asks_nobody() -> None:
    with site({"/get.md": page(GET)}) as docs:
        assert add(f"{docs.url}/get.md", "--offline").startswith("exit 2\n")
        assert not docs.server.seen
