"""The HTML report as a reviewer's browser has it.

Needs Chromium; without one these tests are skipped, unless `make test-browser` asks for
them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import Page, browser, found
from tests.drift.report.sample import FILES, HARM, HOSTILE, REPORT
from undrift.drift.report import ReportContext, passages, render_report

CONTEXT = ReportContext(
    passages({**FILES, **{text: f"{text}\n" * 5 for text in HARM}}.get),
    ("acme", "meum", "storno"),
    "checked 2026-03-01",
)
TAKEN = "taken over"
VISIBLE = "[...document.querySelectorAll('article')].filter(a => a.checkVisibility())"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    for name, report in (("report", REPORT), ("hostile", HOSTILE)):
        html = render_report(report, "html", CONTEXT)
        (folder / f"{name}.html").write_text(html, "utf-8")
    return folder


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    program = found()
    if program is None:
        if os.environ.get("UNDRIFT_BROWSER") == "required":
            pytest.fail("there is no Chromium here (Debian: apt-get install chromium)")
        pytest.skip("there is no Chromium here")
    with browser(program, tmp_path_factory.mktemp("profile")) as started:
        yield Page.new(started)


@pytest.fixture
def page(running: Page) -> Iterator[Page]:
    yield running
    running.call("Emulation.setEmulatedMedia", media="", features=[])
    running.call("Emulation.setScriptExecutionDisabled", value=False)
    running.call("Emulation.clearDeviceMetricsOverride")


@pytest.fixture
def report(page: Page, folder: Path) -> Iterator[Page]:
    page.open(folder / "report.html")
    yield page
    assert page.problems == []


def calls(page: Page) -> list[str]:
    """Return what the visible findings are about."""
    subjects: list[str] = page.evaluate(
        f"{VISIBLE}.map(a => a.querySelector('h3 code').textContent)"
    )
    return subjects


CANCEL, RETRIEVE = "storno.invoices.cancel", "storno.invoices.retrieve"
NEW_PAGE, IGNORED = "page docs/refunds.md", "GET /refunds"


def test_what_pages_say_is_text(page: Page, folder: Path) -> None:
    page.open(folder / "hostile.html")
    assert page.problems == []
    assert page.requests == [(folder / "hostile.html").as_uri()]
    assert page.evaluate("document.title").startswith("API drift: 20 breaking;")
    assert page.evaluate("document.querySelectorAll('img, a[href^=h]').length") == 0
    assert page.evaluate("document.scripts.length") == 1
    assert len(calls(page)) == len(HARM)
    shown = page.evaluate("document.body.innerText")
    assert "<script>document.title='taken over'</script>" in shown
    assert "&lt;b&gt; &#60;b&#62; &amp;" in shown
    assert "\\u202egnp.exe" in shown


def test_these_tests_would_notice(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "careless.html"
    for harm in HARM[:2]:
        file.write_text(f'<!doctype html><p title="{harm}">{harm}', "utf-8")
        page.open(file)
        # An image that cannot be loaded is told a moment later.
        page.evaluate("new Promise(done => setTimeout(done, 300))")
        assert page.evaluate("document.title") == TAKEN


def test_the_policy_stops_what_escaping_might_miss(
    page: Page, folder: Path, tmp_path: Path
) -> None:
    html = (folder / "report.html").read_text("utf-8")
    link = '<a id="link" href="javascript:document.title=\'taken over\'">x</a>'
    form = '<form action="https://evil.example/"><button id="send">x</button></form>'
    outside = '<img src="https://evil.example/x.png"><style>h1 { color: red }</style>'
    more = "".join((*HARM[:2], link, form, outside))
    file = tmp_path / "pierced.html"
    file.write_text(html.replace("<main", f"{more}<main", 1), "utf-8")
    page.open(file)
    page.evaluate("link.click(), send.click()")
    page.evaluate("new Promise(done => setTimeout(done, 300))")
    assert page.evaluate("document.title").startswith("API drift:")
    assert page.evaluate("location.protocol") == "file:"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") != (
        "rgb(255, 0, 0)"
    )
    assert any("Content Security Policy" in problem for problem in page.problems)


@pytest.mark.parametrize(
    ("fragment", "expected", "said"),
    [
        ("", [NEW_PAGE, CANCEL, RETRIEVE], "3 of 3 shown"),
        ("#level=breaking", [CANCEL], "1 of 3 shown"),
        ("#level=warning,info", [NEW_PAGE, RETRIEVE], "2 of 3 shown"),
        ("#new=1", [NEW_PAGE, CANCEL], "2 of 3 shown"),
        ("#text=VOID", [RETRIEVE], "1 of 3 shown"),
        ("#text=limit", [IGNORED], "0 of 3 shown"),
        ("#level=breaking&text=void", [], "0 of 3 shown"),
        ("#level=%3Cimg%20src%3Dx%3E&text=%3Cscript%3E", [], "0 of 3 shown"),
    ],
)
def test_a_view_can_be_sent_around(
    page: Page, folder: Path, fragment: str, expected: list[str], said: str
) -> None:
    page.open(folder / "report.html", fragment)
    assert calls(page) == expected
    assert page.evaluate("document.querySelector('output').value") == said
    assert page.evaluate("none.checkVisibility()") is (not expected)
    assert page.problems == []


def test_filters_follow_the_reader(report: Page) -> None:
    report.evaluate("document.querySelector('[name=level][value=info]').click()")
    assert calls(report) == [CANCEL, RETRIEVE]
    assert report.evaluate("location.hash") == "#level=breaking%2Cwarning"
    report.evaluate("document.querySelector('[name=text]').focus()")
    report.call("Input.insertText", text="reason")
    assert calls(report) == [CANCEL]
    assert report.evaluate("location.hash").endswith("&text=reason")
    report.evaluate("location.hash = ''")
    report.evaluate("new Promise(done => setTimeout(done, 50))")
    assert set(calls(report)) == {IGNORED, NEW_PAGE, CANCEL, RETRIEVE}


def test_a_link_to_a_finding_shows_it(page: Page, folder: Path) -> None:
    ignored = REPORT.findings[3].id
    page.open(folder / "report.html", f"#{ignored}")
    assert IGNORED in calls(page)
    assert page.evaluate(f"document.querySelector(':target').id === '{ignored}'")
    assert page.problems == []


def test_everything_is_there_without_scripts(page: Page, folder: Path) -> None:
    page.call("Emulation.setScriptExecutionDisabled", value=True)
    page.open(folder / "report.html", "#level=info")
    assert calls(page) == [NEW_PAGE, CANCEL, RETRIEVE]
    assert page.evaluate("document.querySelector('form').hidden") is True
    assert page.evaluate("theme.hidden") is True


def test_the_keyboard_is_enough(report: Page) -> None:
    reached: list[str] = []
    for _ in range(40):
        report.press("Tab", 9)
        reached.append(
            report.evaluate(
                "(e => e.id || e.name || e.className || e.tagName)"
                "(document.activeElement)"
            )
        )
    assert reached[:7] == ["skip", "theme", "level", "level", "level", "new", "text"]
    assert {"A", "SUMMARY", "PRE"} <= set(reached)
    report.evaluate("document.querySelector('[name=new]').focus()")
    report.press(" ", 32)
    assert calls(report) == [NEW_PAGE, CANCEL]
    report.evaluate("document.querySelector('article:not([hidden]) summary').focus()")
    report.press("\r", 13)
    assert report.evaluate("document.activeElement.parentElement.open") is True


def test_light_and_dark(report: Page) -> None:
    background = "getComputedStyle(document.documentElement).backgroundColor"
    for preferred in ("dark", "light"):
        feature = {"name": "prefers-color-scheme", "value": preferred}
        report.call("Emulation.setEmulatedMedia", media="", features=[feature])
        report.evaluate("delete document.documentElement.dataset.theme")
        before = report.evaluate(background)
        report.evaluate("theme.click()")
        after = report.evaluate(background)
        assert {before, after} == {"rgb(251, 250, 248)", "rgb(22, 24, 28)"}
        assert (before == "rgb(22, 24, 28)") is (preferred == "dark")
        shown = "Dark" if preferred == "dark" else "Light"
        assert report.evaluate("theme.textContent") == shown
    report.evaluate("localStorage.clear()")


CONTRAST = """
(() => {
  const rgb = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => rgb(colour).slice(0, 3).map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => {
    for (; element; element = element.parentElement) {
      const colour = getComputedStyle(element).backgroundColor;
      if ((rgb(colour)[3] ?? 1) > 0) return colour;
    }
  };
  const worst = { ratio: 99, where: "" };
  for (const element of document.body.querySelectorAll("*")) {
    if (!element.checkVisibility() || !element.innerText) continue;
    const pair = [light(getComputedStyle(element).color), light(behind(element))];
    const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    if (ratio < worst.ratio) {
      Object.assign(worst, { ratio, where: element.outerHTML.slice(0, 120) });
    }
  }
  return worst;
})()
"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_can_be_read(report: Page, theme: str) -> None:
    report.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
    report.evaluate(
        "for (const d of document.querySelectorAll('details')) d.open = true"
    )
    worst = report.evaluate(CONTRAST)
    # WCAG 2.2, level AA.
    assert worst["ratio"] >= 4.5, worst


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", ["report", "hostile"])
def test_nothing_sticks_out(page: Page, folder: Path, name: str, width: int) -> None:
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    page.call("Emulation.setDeviceMetricsOverride", **size)
    page.open(folder / f"{name}.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_paper_has_no_controls(report: Page) -> None:
    feature = {"name": "prefers-color-scheme", "value": "dark"}
    report.call("Emulation.setEmulatedMedia", media="print", features=[feature])
    assert report.evaluate(
        "[filters, theme].map(e => getComputedStyle(e).display)"
    ) == ["none", "none"]
    scheme = "getComputedStyle(document.documentElement).backgroundColor"
    assert report.evaluate(scheme) == "rgb(251, 250, 248)"
    printed = report.call("Page.printToPDF", printBackground=True)["data"]
    assert len(printed) > 10_000
