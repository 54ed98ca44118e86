"""What undrift says when it is called without arguments: what to do next."""

from __future__ import annotations

from pathlib import Path

_PITCH = "undrift makes typed Python clients from API documentation.\n\n"


def welcome(folder: Path) -> str:
    """Return advice that fits the folder in which undrift was started."""
    root = next((p for p in (folder, *folder.parents) if (p / "specs").is_dir()), None)
    if root is None:
        return (
            f"{_PITCH}There is no specs/ folder here or above. To start:\n"
            "  undrift add <provider> <page, folder, llms.txt or OpenAPI document>\n"
            "  undrift generate <provider>\n\n"
            "undrift --help lists the commands.\n"
        )
    names = sorted(p.parent.name for p in (root / "specs").glob("*/provider.yaml"))
    if not names:
        return (
            f"{_PITCH}specs/ holds no provider yet. To start:\n"
            "  undrift add <provider> <page, folder, llms.txt or OpenAPI document>\n"
            "  undrift generate <provider>\n"
        )
    listed = ", ".join(names)
    show = f"undrift show {names[0]}"
    column = max(len(show), len("undrift generate --check"))
    advice = (
        ("undrift generate", "write their clients and contract tests"),
        ("undrift generate --check", "show whether anything differs"),
        (show, "show what a client does"),
        ("undrift drift", "show whether the documentation changed"),
        ("undrift --help", "list the commands"),
    )
    lines = "".join(f"  {what:<{column}}   {does}\n" for what, does in advice)
    return f"{_PITCH}Providers here: {listed}\n\nNext:\n{lines}"
