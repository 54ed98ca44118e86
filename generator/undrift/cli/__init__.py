"""The command line: the owner of click and rich.

Commands import what they need when they run, so that `--help` is instant.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import click

from .. import __version__
from .options import FAIL_LEVEL, OUTPUT, REPORT_FORMAT, ROOT, SERVER
from .welcome import welcome


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="undrift")
@click.pass_context
def undrift(context: click.Context) -> None:
    """Typed Python clients from the API documentation you actually have.

    Exit codes: 0 done, nothing differs; 1 something differs; 2 wrong usage,
    configuration or input; 3 something could not be checked.
    """
    if context.invoked_subcommand is None:
        click.echo(welcome(Path.cwd()), nl=False)


@undrift.command()
@click.argument("providers", nargs=-1, metavar="[PROVIDER]...")
@click.option(
    "--check", is_flag=True, help="Write nothing; exit 1 if anything differs."
)
@click.option(
    "--full",
    is_flag=True,
    help="With --check: render everything and compare, not only digests.",
)
@click.option(
    "--confirmed",
    is_flag=True,
    help="With --check: exit 1 as well if a drafted spec leaves anything open.",
)
@ROOT
@click.option(
    "--from",
    "source",
    metavar="SOURCE",
    help="Generate from a document, a page, a folder of pages, an llms.txt, or the"
    " address of one instead; needs no specs/.",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="With --from: the folder in which the package is made.  [default: generated]",
)
@click.option("--name", default="", help="With --from: the package's name.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.json",
    help="With --from: write what was generated and what was not.",
)
@click.option(
    "--allow-skips",
    is_flag=True,
    help="With --from: leave out operations that cannot be generated.",
)
@click.option("--offline", is_flag=True, help="Connect to nothing.")
@SERVER
def generate(
    providers: tuple[str, ...],
    check: bool,
    full: bool,
    confirmed: bool,
    root: Path | None,
    source: str | None,
    into: Path | None,
    name: str,
    report: Path | None,
    allow_skips: bool,
    offline: bool,
    server: str,
) -> None:
    """Write the clients and contract tests of all providers, or of those named.

    Only --from with an address needs the network.

    Exit codes: 0 done, or nothing differs; 1 --check found something, operations were
    refused, or no page names the host; 2 wrong usage, configuration or input.
    """
    if full and not check:
        raise click.UsageError("--full goes with --check")
    if confirmed and not check:
        raise click.UsageError("--confirmed goes with --check")
    if source is not None:
        if providers or check or root is not None:
            raise click.UsageError("--from goes with no providers, --check or --root")
        from .standalone import run_standalone

        code = run_standalone(
            source,
            into or Path("generated"),
            name,
            report,
            allow_skips=allow_skips,
            server=server,
            offline=offline,
        )
        sys.exit(code)
    if into is not None or name or report is not None or allow_skips or server:
        raise click.UsageError(
            "--into, --name, --report, --allow-skips and --server need --from"
        )
    from .generate import run_generate

    code = run_generate(providers, check=check, full=full, root=root)
    if confirmed and code < 2:
        from .unconfirmed import check as check_confirmed

        code = max(code, check_confirmed(providers, root=root))
    sys.exit(code)


@undrift.command()
@click.argument("name")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--client", default="", help="The client's class; by default from NAME.")
@click.option(
    "--dry-run", is_flag=True, help="Show what would be added; write nothing."
)
@click.option("--offline", is_flag=True, help="Connect to nothing.")
@SERVER
@ROOT
def add(
    name: str,
    sources: tuple[str, ...],
    client: str,
    dry_run: bool,
    offline: bool,
    server: str,
    root: Path | None,
) -> None:
    """Add a provider: a page, a folder of pages, an llms.txt or an OpenAPI document.

    A SOURCE is a file, a folder or an address; only addresses need the network.
    Writes specs/NAME and shows what became of each page. From pages without OpenAPI
    a spec is drafted: `show --unconfirmed` lists what they leave open.

    Exit codes: 0 done; 1 written, but something has to be corrected first; 2 nothing
    was written.
    """
    from .add import run_add

    code = run_add(
        name,
        sources,
        root=root,
        client=client,
        server=server,
        dry_run=dry_run,
        offline=offline,
    )
    sys.exit(code)


@undrift.command()
@click.argument("provider")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write to a file instead of standard output.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["yaml", "json"]),
    help="By default that of FILE's name, else yaml.",
)
@ROOT
def export(
    provider: str, output: Path | None, form: str | None, root: Path | None
) -> None:
    """Write the merged and corrected OpenAPI document, for other tools.

    Exit codes: 0 written; 2 unknown provider, or its files have errors.
    """
    from .export import run_export

    sys.exit(run_export(provider, output=output, form=form or "", root=root))


@undrift.command()
@click.argument("provider", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or for programs.",
)
@click.option(
    "--unconfirmed",
    is_flag=True,
    help="Only what drafted specs leave open, with page and line.",
)
@ROOT
def show(provider: str | None, form: str, unconfirmed: bool, root: Path | None) -> None:
    """Show what a client does: calls, errors, hosts, credentials, and their sources.

    Exit codes: 0 shown, even if something is open; 2 unknown provider, or its files
    have errors.
    """
    if unconfirmed:
        from .unconfirmed import run_unconfirmed

        sys.exit(run_unconfirmed(provider, form=form, root=root))
    from .show import run_show

    sys.exit(run_show(provider, form=form, root=root))


@undrift.command()
@click.argument(
    "sources",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    metavar="FILE|DIR...",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or for programs.",
)
def facts(sources: tuple[Path, ...], form: str) -> None:
    """Print what pages document, each fact with its line; folders are searched.

    Exit codes: 0 all was read; 2 no such file; 3 a page cannot be read, with
    the reason.
    """
    from .facts import run_facts

    sys.exit(run_facts(sources, form=form))


@undrift.command()
@click.argument("finding", metavar="ID")
@click.option("--until", default="", metavar="DATE", help="The last day: 2026-12-31.")
@click.option("--reason", default="", metavar="TEXT", help="Why, for whoever reads it.")
@click.option("--remove", is_flag=True, help="Take the entry out again.")
@click.option(
    "--provider",
    default="",
    metavar="NAME",
    help="Whose finding it is; by default where the last drift check saw it.",
)
@click.option(
    "--state",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="What the last drift check wrote; by default .undrift-state.json in the root.",
)
@ROOT
def ignore(
    finding: str,
    until: str,
    reason: str,
    remove: bool,
    provider: str,
    state: Path | None,
    root: Path | None,
) -> None:
    """Set a drift finding aside until a day, at most two years ahead.

    Writes specs/<provider>/drift-ignore.yaml, which is to be committed. The same ID
    again replaces its entry. Once the day is over the finding counts again, and that is
    announced 14 days before.

    Exit codes: 0 written; 2 wrong usage, or no such finding.
    """
    if remove and (until or reason):
        raise click.UsageError("--remove goes with neither --until nor --reason")
    if not remove and not (until and reason):
        raise click.UsageError("--until DATE and --reason TEXT are needed")
    from .ignore import run_ignore

    sys.exit(
        run_ignore(
            finding,
            until=until,
            reason=reason,
            remove=remove,
            provider=provider,
            state=state,
            root=root,
        )
    )


@undrift.command()
@click.argument("providers", nargs=-1, metavar="[PROVIDER]...")
@click.option("--accept", is_flag=True, help="Store what is shown, exactly.")
@click.option(
    "--propose",
    is_flag=True,
    help="Show edits of hand-written specs that pages ask for; --accept makes them.",
)
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="Take pages that were saved by hand in DIR; nothing is fetched.",
)
@click.option("--offline", is_flag=True, help="Connect to nothing.")
@ROOT
def sync(
    providers: tuple[str, ...],
    accept: bool,
    propose: bool,
    source: Path | None,
    offline: bool,
    root: Path | None,
) -> None:
    """Fetch the documentation pages of providers and show what changed.

    Exit codes: 0 nothing changed, or all was accepted; 1 something changed and was not
    accepted; 2 wrong usage or configuration; 3 something could not be checked.
    """
    from .sync import run_sync

    sys.exit(
        run_sync(
            providers,
            accept=accept,
            source=source,
            offline=offline,
            root=root,
            proposing=propose,
        )
    )


@undrift.command()
@click.argument("old", type=click.Path(path_type=Path, exists=True))
@click.argument("new", type=click.Path(path_type=Path, exists=True))
@REPORT_FORMAT
@OUTPUT
@FAIL_LEVEL
@click.option("--name", default="", help="What the provider is called in the report.")
def diff(
    old: Path, new: Path, form: str, output: Path | None, fail_on: str, name: str
) -> None:
    """Show what changed for callers between two specs, pages or folders of pages.

    OLD and NEW are each an OpenAPI document, a documentation page, or a folder of
    pages. Only changes of requests and responses are shown, each cause once.

    Exit codes: 0 no change; 1 changes at or above --fail-on; 2 wrong usage or input;
    3 something could not be read.
    """
    from .diff import run_diff

    sys.exit(run_diff(old, new, form=form, output=output, fail_on=fail_on, name=name))


@undrift.command()
@click.argument("providers", nargs=-1, metavar="[PROVIDER]...")
@click.option(
    "--snapshot", is_flag=True, help="Check the pages that are kept; fetch nothing."
)
@click.option(
    "--docs",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="Check pages of a folder instead of the live ones.",
)
@click.option("--offline", is_flag=True, help="Connect to nothing.")
@click.option(
    "--max-age",
    metavar="AGE",
    help="How long a page may go unchecked, such as 36h, 7d or 2w, before that fails.",
)
@click.option("--new-only", is_flag=True, help="Fail only on findings not seen before.")
@click.option("--prose", is_flag=True, help="Show changed text as well.")
@click.option(
    "--state",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="What earlier checks saw; .undrift-state.json beside specs/ by default.",
)
@REPORT_FORMAT
@OUTPUT
@FAIL_LEVEL
@ROOT
def drift(
    providers: tuple[str, ...],
    snapshot: bool,
    docs: Path | None,
    offline: bool,
    max_age: str | None,
    new_only: bool,
    prose: bool,
    state: Path | None,
    form: str,
    output: Path | None,
    fail_on: str,
    root: Path | None,
) -> None:
    """Hold documentation as it is now against what the clients were made from.

    Pages are fetched from the addresses in provider.yaml. The state file notes what
    was seen, for --new-only; without one, every finding is new.

    Exit codes: 0 no drift; 1 findings at or above --fail-on; 2 wrong usage or
    configuration; 3 something could not be checked, which is never "no drift".
    """
    if snapshot and docs is not None:
        raise click.UsageError("--snapshot and --docs name different pages")
    from .drift import Wanted, duration, run_drift

    age = None if max_age is None else duration(max_age)
    if max_age is not None and age is None:
        raise click.UsageError("--max-age takes a time such as 36h, 7d or 2w")
    wanted = Wanted(
        snapshot, docs, offline, age, new_only, prose, state, form, output, fail_on
    )
    sys.exit(run_drift(providers, wanted, root=root))


def main() -> None:
    """Run the command line; no traceback ever reaches a user's terminal."""
    # A run is short, and what it makes holds few circles: to look for them again and
    # again in a large document takes longer than reading it.
    gc.disable()
    try:
        undrift(standalone_mode=True)
    except BrokenPipeError:
        # The reader went away, as `head` does: there is nobody left to tell.
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        if os.environ.get("UNDRIFT_DEBUG"):
            raise
        click.echo(
            f"undrift: internal error: {type(error).__name__}: {error!s:.200}\n"
            "    this is a fault of undrift; UNDRIFT_DEBUG=1 shows where: please report"
            " it with the document",
            err=True,
        )
        sys.exit(2)
