"""样张命令: lints a form file, prints it with sample facts as DOCX, PDF and XLSX, or shows it live while it is being written."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management.base import BaseCommand, CommandError

from blueprints.load import BlueprintError, load_file
from blueprints.problems import Problem
from blueprints.schema import Blueprint
from documents.writers import WRITERS
from filings import storage
from filings.linting import errors_of, problems_of
from filings.livepage import LiveServer
from filings.sampling import sample_paper


class Command(BaseCommand):
    help = "查看表样：preview_blueprint 文件.yaml [--out 目录] 检查并打印样张；--serve 端口 在本机浏览器里边改边看"
    requires_system_checks = ()  # it looks at one file; the others' faults would stand in the way

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="表样文件")
        parser.add_argument("--out", type=Path, help="样张放在哪个目录，不给则放在表样文件旁边的“样张”目录")
        parser.add_argument("--serve", type=int, metavar="端口", help="不写文件，在 http://127.0.0.1:端口/ 边改边看")

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(options["file"])
        if not path.is_file():
            raise CommandError(f"没有 {path} 这个文件，请检查路径。")
        if options["serve"] is not None:
            self._serve(path, options["serve"])
        else:
            self._print(path, options["out"] or path.parent / "样张")

    def _print(self, path: Path, folder: Path) -> None:
        try:
            blueprint = load_file(path, dirs=map(Path, settings.BLUEPRINT_DIRS))
        except BlueprintError as error:
            self._tell(error.problems)
            raise CommandError(f"{path} 有{len(error.problems)}处错误，没有打印。") from None
        self._tell(found := problems_of(blueprint, file=str(path)))
        if wrong := errors_of(found):
            raise CommandError(f"{path} 有{len(wrong)}处错误，没有打印。")
        self._write(blueprint, folder, path.stem)

    def _write(self, blueprint: Blueprint, folder: Path, stem: str) -> None:
        paper = sample_paper(blueprint)
        folder.mkdir(parents=True, exist_ok=True)
        for format, writer in WRITERS.items():  # noqa: A001 - the word
            target = folder / f"{stem}.{format}"
            with storage.replacing(target) as file:
                file.write(writer(paper))
            self.stdout.write(str(target))

    def _tell(self, problems: list[Problem]) -> None:
        for problem in problems:
            self.stdout.write(f"{'错误' if problem.severity == 'error' else '提醒'} {problem}")

    def _serve(self, path: Path, port: int) -> None:
        sheets = [
            Path(found) for name in ("paper.css", "base.css", "plain.css") if (found := finders.find(f"paper/{name}"))
        ]
        try:
            server = LiveServer(path.resolve(), port, sheets)
        except (OSError, OverflowError) as trouble:
            raise CommandError(f"端口 {port} 不能用（{trouble}）。请换一个端口，如 --serve 8010。") from None
        self.stdout.write(f"http://127.0.0.1:{server.server_port}/  按 Ctrl-C 停止")
        with server:
            try:
                server.serve_forever()
            except KeyboardInterrupt:
                self.stdout.write("已停止")
