"""表样检查命令: what is wrong in the forms, from every room that reads them: structure, points and rules, checks, printing."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from blueprints.catalogue import Catalogue, misplaced
from blueprints.load import BlueprintError, load_file
from blueprints.problems import Problem
from filings.linting import problems_of


class Command(BaseCommand):
    help = "检查表样：lint_blueprints [文件或目录 …]；不给则检查设置中的全部表样。有错误时以非零状态退出"
    requires_system_checks = ()  # the forms' own check would tell everything twice, and stop before the list is complete

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="*", type=Path, help="表样文件，或按 区划代码/年度/表名.yaml 存放的目录")
        parser.add_argument("--strict", action="store_true", help="有提醒也算不通过")

    def handle(self, *args: Any, **options: Any) -> None:
        files = list(self._files(options["paths"] or settings.BLUEPRINT_DIRS))
        problems = [problem for path, placed in files for problem in check(path, placed=placed)]
        for problem in problems:
            word = "错误" if problem.severity == "error" else "提醒"
            self.stdout.write(f"{word} {problem}")
        errors = sum(problem.severity == "error" or options["strict"] for problem in problems)
        if errors:
            raise CommandError(f"检查了{len(files)}份表样，有{errors}处须改正。")
        self.stdout.write(f"检查了{len(files)}份表样，没有错误。")

    def _files(self, paths: list[Path]) -> Iterator[tuple[Path, bool]]:
        for path in map(Path, paths):
            if not path.exists():
                raise CommandError(f"没有 {path} 这个文件或目录，请检查路径。")
            yield from ((file, True) for file in Catalogue([path]).files()) if path.is_dir() else [(path, False)]


def check(path: Path, *, placed: bool) -> list[Problem]:
    """Every problem of one file, from every room; `placed` files must lie where their id says."""
    try:
        blueprint = load_file(path, dirs=map(Path, settings.BLUEPRINT_DIRS))
    except BlueprintError as error:
        return error.problems
    wrong = misplaced(path, blueprint) if placed else None
    return [*([wrong] if wrong else []), *problems_of(blueprint, file=str(path))]
