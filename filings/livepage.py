"""样张页: one form file as a page on this very machine that reloads when the file changes; faults with their lines.

Plain polling, no script from elsewhere, bound to the loopback address only; a request that names another host is refused, so
no page of the Internet can read it through the browser.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

from django.conf import settings

from blueprints.load import BlueprintError, load_file
from blueprints.problems import Problem
from documents.writers.html import render_html
from filings.linting import errors_of, problems_of
from filings.sampling import sample_paper

LOOPBACK: Final = "127.0.0.1"
POLICY: Final = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'; form-action 'none'"
SCRIPT: Final = """const seen = document.documentElement.dataset.stamp;
setInterval(async () => {
  try {
    const now = await (await fetch("/stamp", { cache: "no-store" })).text();
    if (now !== seen) location.reload();
  } catch { /* the command was stopped; the next answer tells */ }
}, 1000);
"""
SHEET: Final = """body { margin: 0; font: 16px/1.6 "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #1c2733; background: #f3f5f8; }
header { display: flex; gap: 1rem; align-items: baseline; padding: .5rem 1rem; background: #1b4a75; color: #fff; }
h1 { font-size: 1.1rem; margin: 0; } header span { color: #dbe7f2; font-size: .875rem; }
ol { margin: 0; padding: .75rem 1rem .75rem 2.5rem; background: #fff; border-bottom: 1px solid #d3dbe3; }
li { padding: .15rem 0; overflow-wrap: anywhere; } .error { color: #a61c1c; } .warning { color: #8a5300; }
iframe { display: block; width: 100%; height: calc(100vh - 3rem); border: 0; }
"""


@dataclass(frozen=True, slots=True)
class Look:
    """一次查看: the problems found and, without errors, the paper as HTML."""

    problems: list[Problem]
    paper: str = ""


def look(path: Path) -> Look:
    """Read the file again, lint it and draw it."""
    try:
        blueprint = load_file(path, dirs=map(Path, settings.BLUEPRINT_DIRS))
    except BlueprintError as error:
        return Look(error.problems)
    problems = problems_of(blueprint, file=path.name)
    if errors_of(problems):
        return Look(problems)
    return Look(problems, render_html(sample_paper(blueprint), for_screen=True, stylesheet_url="/paper/paper.css"))


def stamp(path: Path) -> str:
    """Changes whenever the file does; 0 while it is away (an editor may be replacing it)."""
    try:
        status = path.stat()
    except OSError:
        return "0"
    return f"{status.st_mtime_ns}-{status.st_size}"


def shell(path: Path, seen: Look, mark: str) -> str:
    """The page around the paper."""
    problems = "".join(f'<li class="{p.severity}">{escape(_told(p))}</li>' for p in seen.problems)
    said = f"有{len(seen.problems)}处须看" if seen.problems else "没有错误"
    frame = '<iframe src="/paper" title="样张"></iframe>' if seen.paper else ""
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN" data-stamp="{escape(mark)}"><head><meta charset="utf-8">'
        f'<title>{escape(path.name)} 样张</title><link rel="stylesheet" href="/live.css"></head><body>'
        f"<header><h1>{escape(path.name)}</h1><span>{said}；保存文件后本页自动刷新</span></header>"
        f'{f"<ol>{problems}</ol>" if problems else ""}{frame}<script src="/live.js"></script></body></html>'
    )


def _told(problem: Problem) -> str:
    word = "错误" if problem.severity == "error" else "提醒"
    line = f"第{problem.line}行 " if problem.line else ""
    return f"{word} {line}{problem.path}：{problem.message}" if problem.path else f"{word} {line}{problem.message}"


class LivePage(BaseHTTPRequestHandler):
    """样张页的应答: GET of six addresses, nothing else."""

    server: LiveServer

    def do_GET(self) -> None:
        """Answer one address."""
        if self.headers.get("Host", "") not in self.server.names:
            self._send("只在本机查看", status=HTTPStatus.FORBIDDEN)
            return
        form = self.server.form
        match self.path.partition("?")[0].split("/")[1:]:
            case [""]:
                mark = stamp(form)
                self._send(shell(form, look(form), mark), "text/html")
            case ["paper"]:
                self._send(look(form).paper, "text/html")
            case ["stamp"]:
                self._send(stamp(form))
            case ["live.js"]:
                self._send(SCRIPT, "text/javascript")
            case ["live.css"]:
                self._send(SHEET, "text/css")
            case ["paper", name] if name in self.server.sheets:
                self._send(self.server.sheets[name].read_text(encoding="utf-8"), "text/css")
            case _:
                self._send("没有这个地址", status=HTTPStatus.NOT_FOUND)

    def _send(self, text: str, kind: str = "text/plain", status: HTTPStatus = HTTPStatus.OK) -> None:
        data = text.encode()
        self.send_response(status)
        for name, value in (
            ("Content-Type", f"{kind}; charset=utf-8"),
            ("Content-Length", str(len(data))),
            ("Content-Security-Policy", POLICY),
            ("X-Content-Type-Options", "nosniff"),
            ("Cache-Control", "no-store"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's word
        """Say nothing: a poll a second would bury the command's own words."""


class LiveServer(ThreadingHTTPServer):
    """样张服务: `form` is the file shown, `sheets` the style sheets of the paper."""

    daemon_threads = True

    def __init__(self, form: Path, port: int, sheets: Sequence[Path]) -> None:
        """Bind the loopback address, never another. Raises OSError when the port is taken."""
        super().__init__((LOOPBACK, port), LivePage)
        self.form = form
        self.sheets = {sheet.name: sheet for sheet in sheets}
        self.names = {f"{host}:{self.server_port}" for host in (LOOPBACK, "localhost")}
