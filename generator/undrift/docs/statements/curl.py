"""curl commands, read as a shell and curl would."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from .endpoints import query_names, read_target
from .requests import ExampleRequest, RequestPart

_COMMANDS_SIZE = 50_000
_COMMANDS = 100
_START = re.compile(r"^[ \t]*(?:[$>#]\s+)?curl[ \t\\]", re.MULTILINE)
_WORD_PART = re.compile(
    r"(\\\r?\n)"
    r"|\$?'([^']*+)'"
    r"|\"((?:[^\"\\]|\\.)*+)\""
    r"|\\(.)"
    r"|(\{\{[^{}\n]*\}\}|<[\w -]+>|[^\s'\"\\|;&<>]+|[&<>](?=\S))"
    r"|([ \t]+)"
    r"|([\n|;&<>'\"])",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\([\\\"$`])|\\\n")
_WITH_VALUE = {
    "-X": "method",
    "--request": "method",
    "-H": "header",
    "--header": "header",
    "-d": "data",
    "--data": "data",
    "--data-raw": "data",
    "--data-binary": "data",
    "--data-ascii": "data",
    "--data-urlencode": "data",
    "--json": "data",
    "-F": "form",
    "--form": "form",
    "--url": "url",
    "-u": "user",
    "--user": "user",
    "-o": "",
    "--output": "",
    "-A": "",
    "--user-agent": "",
    "-b": "",
    "--cookie": "",
    "-e": "",
    "--cert": "",
    "--key": "",
    "--connect-timeout": "",
    "--max-time": "",
}


def curls_in(text: str, first_line: int) -> Iterator[ExampleRequest]:
    """Yield the curl commands of a fence whose text begins at this line."""
    counted = 0
    for match in islice(_START.finditer(text, 0, _COMMANDS_SIZE), _COMMANDS):
        start = match.end() - 5
        first_line += text.count("\n", counted, start)
        counted = start
        curl = _read(list(_words(text, start, first_line)), first_line)
        if curl is not None:
            yield curl


def _words(text: str, start: int, line: int) -> Iterator[RequestPart]:
    """Split the command that starts there as a shell would, up to its end."""
    word: list[str] = []
    began = line
    for match in _WORD_PART.finditer(text, start, start + _COMMANDS_SIZE):
        continued, single, double, escaped, plain, space, stop = match.groups()
        if stop is not None:
            break
        at = line
        line += match[0].count("\n")
        if space is not None or continued is not None:
            if word:
                yield RequestPart("".join(word), began)
            word = []
            continue
        if not word:
            began = at
        if double is not None:
            double = _ESCAPED.sub(lambda m: m[1] or "", double)
        word.append(single or double or escaped or plain or "")
    if word:
        yield RequestPart("".join(word), began)


def _read(words: Sequence[RequestPart], line: int) -> ExampleRequest | None:
    found: dict[str, list[RequestPart]] = {}
    get = head = False
    url: RequestPart | None = None
    rest = iter(words)
    for word in rest:
        option, value = _option(word)
        if option in ("-G", "--get"):
            get = True
        elif option in ("-I", "--head"):
            head = True
        elif option in _WITH_VALUE:
            value = value or next(rest, RequestPart("", word.line))
            found.setdefault(_WITH_VALUE[option], []).append(value)
        elif not word.text.startswith("-") and word.text not in ("curl", "$", ">"):
            url = url or word
    url = next(iter(found.get("url", [])), url)
    target = read_target(_without_scheme_placeholder(url.text)) if url else None
    if url is None or target is None:
        return None
    data = found.get("data", [])
    form = found.get("form", [])
    stated = [value.text.upper() for value in found.get("method", [])]
    implied = "HEAD" if head else "POST" if (data or form) and not get else "GET"
    return ExampleRequest(
        stated[-1] if stated else implied,
        target,
        line,
        tuple(found.get("header", [])),
        () if get else tuple(data),
        tuple(form),
        tuple(data) if get else (),
        "user" in found,
        query_names(url.text),
    )


def _option(word: RequestPart) -> tuple[str, RequestPart | None]:
    """Split `--option=value` and `-Xvalue`."""
    text = word.text
    if text.startswith("--") and "=" in text:
        option, _, value = text.partition("=")
        if option in _WITH_VALUE:
            return option, RequestPart(value, word.line)
    if re.match(r"-[A-Za-z].", text) and text[:2] in _WITH_VALUE:
        return text[:2], RequestPart(text[2:], word.line)
    return text, None


def _without_scheme_placeholder(url: str) -> str:
    """Give `{{base_url}}/path` and `$BASE/path` the form that `read_target` knows."""
    if url.startswith(("http://", "https://", "/")):
        return url
    match = re.match(r"(?:\{\{[^{}]*\}\}|\$\{?\w+\}?|\{\w+\}|<[^<>]*>)(?=/)", url)
    return url[match.end() :] if match else f"https://{url}" if "." in url else url
