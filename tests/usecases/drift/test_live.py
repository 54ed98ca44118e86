"""`undrift drift` against sites on loopback, kept pages, and folders of pages."""

import json
from collections.abc import Generator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TypedDict

import pytest
from click.testing import CliRunner

from tests.fetch.server import Answer, Site, page, redirect, site
from tests.runtime.server import Say
from undrift.cli import undrift

FRAGMENT = """\
# {title}

## OpenAPI

````yaml openapi.yaml {method} {path}
openapi: 3.1.0
info:
  title: Acme
  version: '1'
servers:
  - url: https://api.acme.example
paths:
  {path}:
    {method}:
      operationId: {title}-invoice
      tags: [Invoices]
      parameters:
        - name: limit
          in: query
          schema:
            type: integer
      responses:
        '200':
          description: Done
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Invoice'
components:
  schemas:
    Invoice:
      type: object
      properties:
        id:
          type: string
        total:
          type: string
````
"""
CANCEL = FRAGMENT.format(
    title="cancel", method="post", path="/invoices/{id}/cancel"
).replace(
    "        - name: limit\n          in: query\n",
    "        - name: id\n          in: path\n          required: true\n",
)
LIST = FRAGMENT.format(title="list", method="get", path="/invoices")
INDEX = """\
# Acme

> Invoices

## API

- [Cancel](/cancel.md): cancels
- [List](/list.md)
"""
LOGIN = "<html><title>Sign in</title><form><input type=password></form></html>"

Table = dict[str, Answer]


class Report(TypedDict):
    """The JSON report."""

    findings: list[dict[str, object]]
    checked: int
    unreachable: list[dict[str, object]]


@dataclass
class Acme:
    """A provider whose pages a site serves, and the command about it."""

    root: Path
    answers: Table
    site: Site

    def drift(self, *options: str) -> tuple[int, Report]:
        """Run the command; return its exit code and its JSON report."""
        arguments = ["drift", "--root", str(self.root), "--format", "json", *options]
        done = CliRunner().invoke(undrift, arguments)
        assert done.exception is None or isinstance(done.exception, SystemExit)
        return done.exit_code, json.loads(done.stdout)

    def codes(self, *options: str) -> tuple[int, list[str]]:
        """Run the command; return its exit code and the codes of findings."""
        code, report = self.drift(*options)
        return code, [str(finding["code"]) for finding in report["findings"]]

    def run(self, *arguments: str) -> int:
        """Run another command."""
        return (
            CliRunner()
            .invoke(undrift, [*arguments, "--root", str(self.root)])
            .exit_code
        )


@pytest.fixture
def acme(tmp_path: Path) -> Generator[Acme]:
    answers: Table = {
        "/cancel.md": page(CANCEL),
        "/list.md": page(LIST),
        "/llms.txt": page(INDEX, "text/plain"),
    }
    with site(answers) as served:
        made = Acme(tmp_path, answers, served)
        assert made.run("add", "acme", f"{served.url}/llms.txt") == 0
        yield made


def test_nothing_changed(acme: Acme) -> None:
    code, report = acme.drift()
    assert (code, report["findings"], report["unreachable"]) == (0, [], [])
    assert report["checked"] == 3
    assert acme.codes("--snapshot") == (0, [])


def test_a_shared_component_is_one_finding_with_every_page(acme: Acme) -> None:
    for path, text in (("/cancel.md", CANCEL), ("/list.md", LIST)):
        acme.answers[path] = page(
            text.replace("        total:\n          type: string\n", "")
        )
    code, report = acme.drift()
    (finding,) = report["findings"]
    assert code == 1
    assert (finding["code"], finding["level"]) == ("DR321", "breaking")
    assert finding["operation"] == "POST /invoices/{id}/cancel"
    assert finding["call"] == "acme.invoices.cancel"
    assert finding["pages"] == [
        {"page": f"{acme.site.url}/cancel.md", "line": 32},
        {"page": f"{acme.site.url}/list.md", "line": 31},
    ]
    assert finding["old"] == {"file": "specs/acme/docs/cancel.md", "line": 37}
    assert acme.codes("--fail-on", "never")[0] == 0


def test_prose_is_no_finding_unless_asked_for(acme: Acme) -> None:
    acme.answers["/list.md"] = page(
        LIST.replace("description: Done", "description: OK")
    )
    assert acme.codes() == (0, [])
    assert acme.codes("--prose", "--fail-on", "info") == (1, ["DR501"])


def test_a_page_that_is_gone_is_a_warning_and_no_operation_removed(acme: Acme) -> None:
    del acme.answers["/list.md"]
    code, report = acme.drift("--fail-on", "warning")
    assert [f["code"] for f in report["findings"]] == ["DR001"]
    assert (code, report["unreachable"]) == (1, [])


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Say(403, b"no"), "DR003"),
        (Say(401, b"no"), "DR004"),
        (page(LOGIN, "text/html"), "DR004"),
        (page(b"\xff\xfe\x00", "text/markdown"), "DR005"),
        (page("<html><p>rendered</p></html>", "text/html"), "DR005"),
    ],
    ids=["forbidden", "unauthorised", "form", "encoding", "html"],
)
def test_what_cannot_be_checked_is_never_no_drift(
    acme: Acme, answer: Answer, code: str
) -> None:
    acme.answers["/list.md"] = answer
    exit_code, report = acme.drift()
    assert exit_code == 3
    assert [f["code"] for f in report["findings"]] == [code]
    (unreachable,) = report["unreachable"]
    assert unreachable["page"] == "specs/acme/docs/list.md"


def test_drift_outranks_what_cannot_be_checked(acme: Acme) -> None:
    acme.answers["/list.md"] = Say(403, b"no")
    acme.answers["/cancel.md"] = page(
        CANCEL.replace("post:", "put:").replace(" post ", " put ")
    )
    code, codes = acme.codes()
    assert code == 1
    assert "DR107" in codes


def test_a_page_that_moved_is_checked_where_it_is(acme: Acme) -> None:
    acme.answers["/new/list.md"] = page(LIST)
    acme.answers["/list.md"] = redirect("/new/list.md", 301)
    assert acme.codes() == (0, ["DR002"])


def test_a_site_that_changed_is_one_finding(acme: Acme) -> None:
    acme.answers.clear()
    code, codes = acme.codes("--fail-on", "warning")
    assert (code, codes) == (1, ["DR007"])


def test_a_site_that_is_down_is_one_finding_however_old_the_last_check(
    acme: Acme,
) -> None:
    for path in tuple(acme.answers):
        acme.answers[path] = Say(403, b"no")
    code, report = acme.drift("--max-age", "7d")
    (finding,) = report["findings"]
    assert (code, finding["code"]) == (3, "DR007")
    assert finding["pages"] == [{"page": "specs/acme/provider.yaml", "line": 1}]
    assert len(report["unreachable"]) == 3


def test_a_page_that_is_missed_is_named_once_with_its_address(acme: Acme) -> None:
    del acme.answers["/list.md"]
    arguments = ["drift", "--root", str(acme.root)]
    told = CliRunner().invoke(undrift, arguments).stdout
    assert "specs/acme/docs/list.md:1: warning[DR001] page is gone: " in told
    assert told.count("specs/acme/docs/list.md") == 1
    assert f"({acme.site.url}/list.md)" in told


def test_annotations_are_about_files_of_the_repository(acme: Acme) -> None:
    acme.answers["/list.md"] = page(LIST.replace("type: integer", "type: string"))
    arguments = ["drift", "--root", str(acme.root), "--format", "github"]
    told = CliRunner().invoke(undrift, arguments).stdout
    assert told.startswith("::error file=specs/acme/docs/list.md,line=21,")
    assert f"seen on {acme.site.url}/list.md:20" in told


def test_an_index_tells_of_new_pages(acme: Acme) -> None:
    acme.answers["/llms.txt"] = page(INDEX + "- [Create](/create.md)\n", "text/plain")
    code, report = acme.drift("--fail-on", "info")
    (finding,) = report["findings"]
    assert (code, finding["code"]) == (1, "DR006")
    assert "/create.md" in str(finding["message"])


def test_a_page_may_go_unchecked_for_a_while(acme: Acme) -> None:
    assert acme.run("sync", "--accept") == 0
    acme.answers["/list.md"] = Say(503, b"later", (("Retry-After", "9999"),))
    code, report = acme.drift("--max-age", "7d")
    assert (code, [f["code"] for f in report["findings"]]) == (0, ["DR003"])
    assert report["unreachable"][0]["last_checked"] == date.today().isoformat()
    before = (date.today() - timedelta(days=9)).isoformat()
    for file in ("specs/acme/fetched.json", ".undrift-state.json"):
        text = (acme.root / file).read_text("utf-8")
        text = text.replace(date.today().isoformat(), before)
        (acme.root / file).write_text(text, "utf-8")
    code, codes = acme.codes("--max-age", "7d")
    assert (code, sorted(codes)) == (3, ["DR003", "DR008"])


def test_a_check_is_remembered(acme: Acme) -> None:
    assert acme.codes() == (0, [])
    acme.answers["/list.md"] = Say(403, b"no")
    assert acme.codes("--max-age", "7d") == (0, ["DR003"])


def test_only_what_is_new_fails_if_that_is_wanted(acme: Acme) -> None:
    acme.answers["/list.md"] = page(LIST.replace("type: integer", "type: string"))
    assert acme.codes("--new-only")[0] == 1
    assert acme.codes("--new-only")[0] == 0
    assert acme.codes()[0] == 1
    _, report = acme.drift()
    assert report["findings"][0]["state"] == "known"


def test_what_is_ignored_does_not_fail(acme: Acme) -> None:
    acme.answers["/list.md"] = page(LIST.replace("type: integer", "type: string"))
    _, report = acme.drift()
    until = (date.today() + timedelta(days=60)).isoformat()
    name = str(report["findings"][0]["id"])
    assert acme.run("ignore", name, "--until", until, "--reason", "known") == 0
    code, report = acme.drift()
    assert (code, report["findings"][0]["state"]) == (0, "ignored")


def test_pages_of_a_folder_are_checked_instead(acme: Acme, tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    (saved / "list.md").write_text(LIST.replace("type: integer", "type: string"))
    code, report = acme.drift("--docs", str(saved))
    (finding,) = report["findings"]
    assert (code, finding["code"]) == (1, "DR225")
    assert finding["new"] == {"file": f"{saved.as_posix()}/list.md", "line": 21}


def test_offline_connects_to_nothing(acme: Acme) -> None:
    asked = len(acme.site.server.seen)
    arguments = ["drift", "--root", str(acme.root), "--offline"]
    assert CliRunner().invoke(undrift, arguments).exit_code == 3
    assert len(acme.site.server.seen) == asked


def test_an_overlay_action_that_pages_made_unnecessary_is_told(acme: Acme) -> None:
    folder = acme.root / "specs" / "acme"
    (folder / "overlay.yaml").write_text(
        "overlay: 1.0.0\ninfo: {title: Corrections, version: '1'}\nactions:\n"
        "  - target: $.components.schemas.Invoice.properties.total\n"
        "    description: the amount is decimal\n"
        "    update: {format: decimal}\n"
    )
    manifest = folder / "provider.yaml"
    manifest.write_text(manifest.read_text("utf-8") + "overlay: overlay.yaml\n")
    assert acme.codes() == (0, [])
    for path, text in (("/cancel.md", CANCEL), ("/list.md", LIST)):
        total = "        total:\n          type: string\n"
        acme.answers[path] = page(
            text.replace(total, f"{total}          format: decimal\n")
        )
    assert acme.codes("--fail-on", "info") == (1, ["DR604"])


def test_a_page_that_nobody_asked_for_was_not_checked(
    acme: Acme, tmp_path: Path
) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    code, report = acme.drift("--docs", str(saved))
    assert (code, report["checked"], len(report["unreachable"])) == (3, 0, 3)
    (saved / "list.md").write_text(LIST)
    code, report = acme.drift("--docs", str(saved))
    assert (code, report["checked"], len(report["unreachable"])) == (0, 1, 2)
    manifest = acme.root / "specs" / "acme" / "provider.yaml"
    lines = manifest.read_text("utf-8").splitlines()
    manifest.write_text("\n".join(line for line in lines if "url:" not in line))
    code, report = acme.drift()
    assert (code, report["checked"], len(report["unreachable"])) == (3, 0, 3)


def test_a_report_that_cannot_be_written_is_not_remembered(acme: Acme) -> None:
    acme.answers["/list.md"] = page(LIST.replace("type: integer", "type: string"))
    there = str(acme.root / "no" / "report.json")
    arguments = ["drift", "--root", str(acme.root), "--new-only", "--output", there]
    assert CliRunner().invoke(undrift, arguments).exit_code == 2
    assert acme.codes("--new-only")[0] == 1


def test_a_provider_that_stops_the_check_is_no_provider_without_drift(
    acme: Acme,
) -> None:
    other = acme.root / "specs" / "other"
    (other / "docs").mkdir(parents=True)
    (other / "provider.yaml").write_text("client: Other\npages: [{file: docs/a.md}]\n")
    (other / "docs" / "a.md").write_text("# Nothing\n")
    code, report = acme.drift()
    assert (code, report["checked"]) == (2, 3)
    assert [u["provider"] for u in report["unreachable"]] == ["other"]


def test_what_an_index_names_anew_is_told_when_it_is_taken_in(acme: Acme) -> None:
    acme.answers["/llms.txt"] = page(INDEX + "- [Create](/create.md)\n", "text/plain")
    assert acme.run("sync", "--accept") == 0
    changes = (acme.root / "specs" / "acme" / "CHANGES.md").read_text("utf-8")
    assert "the index names new pages: Create" in changes


def test_a_component_that_one_page_shows_anew_is_a_finding(acme: Acme) -> None:
    acme.answers["/list.md"] = page(LIST.replace("total:", "sum:"))
    code, report = acme.drift()
    assert code == 1
    assert [f["code"] for f in report["findings"]] == ["DR321", "DR320"]
    assert report["unreachable"] == []
