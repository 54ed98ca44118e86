"""`undrift sync` against real sites: what it prints, stores, and returns."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.fetch.server import Site, page, redirect, site, turns
from tests.runtime.server import Say
from tests.usecases.sync.project import NEW, OLD, TODAY, Project, explained, project
from undrift.cli import undrift
from undrift.cli.sync import run_sync
from undrift.output import digest

SECRET = "canary-s3cret"


def sync(made: Project, *arguments: str) -> Result:
    command = ["sync", "--root", str(made.root), *arguments]
    result = CliRunner().invoke(undrift, command, catch_exceptions=False)
    assert SECRET not in result.output
    return result


def acme(root: Path, running: Site, more: str = "") -> Project:
    return project(root, {"docs/cancel.md": f"{running.url}/cancel.md"}, more)


def test_nothing_changed(tmp_path: Path) -> None:
    with site({"/cancel.md": page(OLD)}) as it:
        made = acme(tmp_path, it)
        before = made.files()
        result = sync(made)
    assert result.output == (
        "acme  1 page: 1 unchanged\n\nNo page that was looked at has changed.\n"
    )
    assert result.exit_code == 0
    assert made.files() == before


def test_what_changed_is_shown_and_not_stored(tmp_path: Path) -> None:
    with site({"/cancel.md": page(NEW)}) as it:
        made = acme(tmp_path, it)
        before = made.files()
        result = sync(made)
    assert result.output == (
        "acme  1 page: 1 changed\n"
        "    docs/cancel.md has changed\n"
        "        @@ -1,3 +1,3 @@\n"
        "         # Cancel\n"
        "         \n"
        "        -Ask us\n"
        "        +Ask us, again\n"
        "\n"
        "Next: `undrift sync --accept` stores what is shown above.\n"
    )
    assert result.exit_code == 1
    assert made.files() == before


def test_what_was_shown_is_stored_and_asked_for_once(tmp_path: Path) -> None:
    answers = {"/cancel.md": turns(page(NEW, ETag='"7"'), page("# Another\n"))}
    with site(answers) as it:
        made = acme(tmp_path, it)
        result = sync(made, "--accept")
        assert it.paths == ["/cancel.md"]
    assert result.exit_code == 0
    assert "+Ask us, again" in result.output
    assert "stored specs/acme/docs/cancel.md" in result.output
    assert (made.folder / "docs/cancel.md").read_bytes() == NEW
    entry = made.fetched()["docs/cancel.md"]
    assert entry["digest"] == digest(NEW)
    assert entry["etag"] == '"7"'
    assert "CHANGES.md" not in made.files()


def test_the_next_request_is_conditional(tmp_path: Path) -> None:
    answers = {"/cancel.md": turns(page(NEW, ETag='"7"'), Say(304))}
    with site(answers) as it:
        made = acme(tmp_path, it)
        sync(made, "--accept")
        result = sync(made)
        assert it.asked("/cancel.md")[1].header("if-none-match") == ['"7"']
    assert (result.exit_code, "1 unchanged" in result.output) == (0, True)


def test_an_edited_page_is_asked_for_whole(tmp_path: Path) -> None:
    with site({"/cancel.md": page(NEW, ETag='"7"')}) as it:
        made = acme(tmp_path, it)
        sync(made, "--accept")
        (made.folder / "docs/cancel.md").write_bytes(OLD)
        assert sync(made).exit_code == 1
        assert not it.asked("/cancel.md")[1].header("if-none-match")


def test_a_page_that_nobody_fetched_yet(tmp_path: Path) -> None:
    with site({"/cancel.md": page(NEW)}) as it:
        made = acme(tmp_path, it)
        (made.folder / "docs/cancel.md").unlink()
        assert "docs/cancel.md is new" in sync(made).output
        assert sync(made, "--accept").exit_code == 0
    assert (made.folder / "docs/cancel.md").read_bytes() == NEW


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Say(404), "docs/cancel.md: gone: HTTP 404"),
        (Say(403), "docs/cancel.md: blocked: HTTP 403"),
        (Say(401), "docs/cancel.md: login: HTTP 401"),
        (page("<html></html>", "text/html"), "docs/cancel.md: unreadable: HTML, where"),
        (
            redirect("https://elsewhere.example/\x1b[31m::error::"),
            "docs/cancel.md: blocked: redirected to",
        ),
    ],
)
def test_what_could_not_be_checked(tmp_path: Path, answer: Say, said: str) -> None:
    with site({"/cancel.md": answer, "/list.md": page(OLD)}) as it:
        pages = {f"docs/{n}.md": f"{it.url}/{n}.md" for n in ("cancel", "list")}
        made = project(tmp_path, pages)
        result = sync(made, "--accept")
    assert f"    {said}" in result.output
    assert "\x1b" not in result.output
    assert result.exit_code == 3
    assert (made.folder / "docs/cancel.md").read_bytes() == OLD
    assert [*made.fetched()] == ["docs/list.md"]


def test_a_change_outranks_what_could_not_be_checked(tmp_path: Path) -> None:
    with site({"/list.md": page(NEW)}) as it:
        pages = {f"docs/{n}.md": f"{it.url}/{n}.md" for n in ("cancel", "list")}
        made = project(tmp_path, pages)
        assert sync(made).exit_code == 1
        assert sync(made, "--accept").exit_code == 3
    assert (made.folder / "docs/list.md").read_bytes() == NEW


def test_a_page_that_moved(tmp_path: Path) -> None:
    with site({"/cancel.md": redirect("/new.md"), "/new.md": page(OLD)}) as it:
        result = sync(acme(tmp_path, it))
        assert f"docs/cancel.md has moved to {it.url}/new.md" in result.output
    assert result.exit_code == 0


def test_hosts_of_the_manifest_may_be_moved_to(tmp_path: Path) -> None:
    with site({"/new.md": page(OLD)}) as other:
        there = redirect(f"{other.url}/new.md")
        more = f"hosts: ['{other.url.removeprefix('http://')}']"
        with site({"/cancel.md": there}) as it:
            assert sync(acme(tmp_path, it)).exit_code == 3
            assert sync(acme(tmp_path, it, more)).exit_code == 0


def test_private_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACME_DOCS", f"Bearer {SECRET}")
    (tmp_path / "undrift.toml").write_text('contact = "docs@acme.example"\n')
    with site({"/cancel.md": page(OLD)}) as it:
        made = acme(tmp_path, it, "headers: {Authorization: ACME_DOCS}")
        assert sync(made).exit_code == 0
        (seen,) = it.asked("/cancel.md")
        assert seen.header("authorization") == [f"Bearer {SECRET}"]
        (agent,) = seen.header("user-agent")
        assert agent.startswith("undrift/")
        assert agent.endswith(" (+docs@acme.example)")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "the environment variable ACME_DOCS is not set"),
        ("", "the environment variable ACME_DOCS is not set"),
        (f"{SECRET}\n", "the header of ACME_DOCS cannot be sent"),
    ],
)
def test_secrets_that_cannot_be_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str | None, said: str
) -> None:
    monkeypatch.delenv("ACME_DOCS", raising=False)
    if value is not None:
        monkeypatch.setenv("ACME_DOCS", value)
    with site({"/cancel.md": page(OLD)}) as it:
        made = acme(tmp_path, it, "headers: {Authorization: ACME_DOCS}")
        result = sync(made)
        assert not it.server.seen
    assert "specs/acme/provider.yaml:2:11: error[UD002]" in result.stderr
    assert said in result.stderr
    assert result.exit_code == 2


def test_offline(tmp_path: Path) -> None:
    with site({"/cancel.md": page(NEW)}) as it:
        made = acme(tmp_path, it)
        result = sync(made, "--offline")
        assert not it.server.seen
    assert result.exit_code == 3
    assert "--offline: no page can be fetched" in result.stderr


def test_pages_saved_by_hand(tmp_path: Path) -> None:
    urls = {
        "docs/cancel.md": "https://docs.acme.example/api/cancel",
        "docs/create.md": "https://docs.acme.example/api/create",
        "docs/list.md": "",
        "docs/left.md": "https://docs.acme.example/api/left",
    }
    made, saved = project(tmp_path / "p", urls), tmp_path / "saved"
    for name in ("docs.acme.example/api/cancel", "api/create.md", "list.md"):
        (saved / name).parent.mkdir(parents=True, exist_ok=True)
        (saved / name).write_bytes(NEW)
    result = sync(made, "--accept", "--offline", "--from", str(saved))
    assert "4 pages: 3 changed, 1 not in" in result.output
    assert result.exit_code == 0
    now = made.files()
    assert [name for name in urls if now[name] == NEW] == [*urls][:3]
    assert [*made.fetched()] == [*urls][:3]


def test_what_is_saved_by_hand_is_looked_at_too(tmp_path: Path) -> None:
    made, saved = project(tmp_path / "p", {"docs/cancel.md": ""}), tmp_path / "saved"
    saved.mkdir()
    (saved / "cancel.md").write_text("<!doctype html><input type=password>")
    result = sync(made, "--accept", "--from", str(saved))
    assert "docs/cancel.md: login: a form to log in with" in result.output
    assert result.exit_code == 3


def test_a_folder_without_a_page_is_a_mistake(tmp_path: Path) -> None:
    made, saved = project(tmp_path / "p", {"docs/cancel.md": ""}), tmp_path / "saved"
    saved.mkdir()
    result = sync(made, "--from", str(saved))
    assert result.exit_code == 2
    assert "holds no page of acme" in result.stderr
    (tmp_path / "p/specs/bolt").mkdir()
    (tmp_path / "p/specs/bolt/provider.yaml").write_text(
        "client: Bolt\npages: [{file: a.md, url: 'https://bolt.example/a'}]\n"
    )
    (saved / "a.md").write_bytes(OLD)
    result = sync(made, "--from", str(saved))
    assert result.output.startswith("bolt  1 page: 1 changed\n")


def test_changes_are_explained_and_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with site({"/cancel.md": page(NEW)}) as it:
        made = acme(tmp_path, it)
        for accept in (False, True):
            code = run_sync(
                [],
                accept=accept,
                source=None,
                offline=False,
                root=made.root,
                explain=explained,
                today=TODAY,
            )
            assert code == int(not accept)
            assert f"    breaking: acme: {len(NEW)} bytes" in capsys.readouterr().out
            assert ("CHANGES.md" in made.files()) is accept
    assert made.files()["CHANGES.md"].decode() == (
        "# API changes of acme\n\n## 2026-11-21\n\n"
        f"- **breaking** docs/cancel.md: acme: {len(NEW)} bytes"
        " (`acme.invoices.cancel`)\n"
    )


def test_changes_of_the_api_are_told_as_a_diff_tells_them(tmp_path: Path) -> None:
    case = Path(__file__).with_name("cases") / "lists-as-far-out"
    old = (case / "page.md").read_bytes()
    new = old.replace(b"| `page` |", b"| `pages` |").replace(b"`500`", b"`503`")
    new = new.replace(b"| `limit` | integer | No |", b"| `limit` | integer | Yes |")
    with site({"/cancel.md": page(new)}) as it:
        made = acme(tmp_path, it)
        (made.folder / "docs/cancel.md").write_bytes(old)
        result = sync(made, "--accept")
    assert "    breaking: " in result.output
    changes = made.files()["CHANGES.md"].decode()
    assert changes.startswith("# API changes of acme\n\n## 20")
    assert "- **breaking** docs/cancel.md: " in changes
    assert "limit" in changes


def test_one_broken_provider_stops_no_other(tmp_path: Path) -> None:
    with site({"/cancel.md": page(NEW)}) as it:
        made = acme(tmp_path, it)
        (tmp_path / "specs/bolt").mkdir()
        (tmp_path / "specs/bolt/provider.yaml").write_text("client: [")
        result = sync(made, "--accept")
    assert result.exit_code == 2
    assert (made.folder / "docs/cancel.md").read_bytes() == NEW
    assert "bolt  cannot be read" in result.output


def test_a_link_is_never_written_through(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_bytes(OLD)
    with site({"/cancel.md": page(NEW)}) as it:
        made = acme(tmp_path / "p", it)
        (made.folder / "kept.md").write_bytes(OLD)
        (made.folder / "docs/cancel.md").unlink()
        (made.folder / "docs/cancel.md").symlink_to("../kept.md")
        result = sync(made, "--accept")
        assert result.exit_code == 2
        assert "a link or a folder stands where a file belongs" in result.stderr
        (made.folder / "docs/cancel.md").unlink()
        (made.folder / "docs/cancel.md").symlink_to(outside)
        assert sync(made, "--accept").exit_code == 2
    assert (outside.read_bytes(), (made.folder / "kept.md").read_bytes()) == (OLD, OLD)
    assert sorted(os.listdir(made.folder)) == ["docs", "kept.md", "provider.yaml"]


def test_a_record_that_is_broken(tmp_path: Path) -> None:
    with site({"/cancel.md": page(OLD)}) as it:
        made = acme(tmp_path, it)
        (made.folder / "fetched.json").write_text("<<<<<<< ours")
        result = sync(made)
    assert result.exit_code == 2
    assert (
        "specs/acme/fetched.json: error[UD002] not a record of pages" in result.stderr
    )


def test_a_proposal_is_made_with_the_pages_it_is_from(tmp_path: Path) -> None:
    case = Path(__file__).with_name("cases") / "lists-as-far-out"
    new = (case / "page.md").read_bytes()
    with site({"/cancel.md": page(new)}) as it:
        made = acme(tmp_path, it, "spec: openapi.yaml")
        spec = made.folder / "openapi.yaml"
        spec.write_bytes((case / "openapi.yaml").read_bytes())
        before = made.files()
        shown = sync(made, "--propose")
        assert shown.exit_code == 1
        assert "openapi.yaml: 2 edits proposed" in shown.output
        assert "`undrift sync --propose --accept` stores" in shown.output
        assert "        +        - name: limit" in shown.output
        assert made.files() == before
        assert sync(made, "--propose", "--accept").exit_code == 0
        assert sync(made, "--propose").exit_code == 0
        assert not it.asked("/robots.txt")[3:]
    assert b"- name: limit" in spec.read_bytes()
    assert (made.folder / "docs/cancel.md").read_bytes() == new


def test_a_proposal_needs_no_network(tmp_path: Path) -> None:
    case = Path(__file__).with_name("cases") / "flow-style"
    made = project(tmp_path, {"page.md": "https://docs.acme.example"}, "spec: api.yaml")
    (made.folder / "page.md").write_bytes((case / "page.md").read_bytes())
    (made.folder / "api.yaml").write_bytes((case / "openapi.yaml").read_bytes())
    result = sync(made, "--propose", "--offline")
    assert (
        "page.md:11: the spec lacks query parameter 'limit': edit it by"
        in result.output
    )
    assert result.exit_code == 0
