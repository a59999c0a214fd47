"""起草命令: a first YAML from a paper form in DOCX or XLSX, empty or filled, with every guess marked 待核."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from blueprints.layers import ID
from documents.readers.reading import read_paper
from documents.readers.refused import Refused
from filings import storage
from filings.drafting.data import MARK
from filings.drafting.draft import draft
from filings.linting import read_form


class Command(BaseCommand):
    help = "起草表样：new_blueprint 纸表.docx|纸表.xlsx --id 区划代码/年度/表名 --name 名称 [--subject department] [--out 文件]"
    requires_system_checks = ()  # it writes one new file; the others' faults would stand in the way

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="空的或填好的纸表，.docx 或 .xlsx")
        parser.add_argument("--id", required=True, help="区划代码/年度/表名，如 510999/2025/project-table")
        parser.add_argument("--name", required=True, help="表的简称，如 项目自评表")
        parser.add_argument("--subject", choices=("project", "department"), default="project", help="项目或部门整体")
        parser.add_argument("--out", type=Path, help="写到哪个文件，不给则写在当前目录的 表名.yaml；已有的文件不覆盖")

    def handle(self, *args: Any, **options: Any) -> None:
        source, form = Path(options["file"]), str(options["id"])
        if not ID.fullmatch(form):
            raise CommandError(
                f"“{form}”应为 区划代码/年度/表名，如 510999/2025/project-table（表名用小写字母和连字符）。"
            )
        target = options["out"] or Path(f"{form.split('/')[2]}.yaml")
        if target.exists():
            raise CommandError(f"{target} 已经有了，不覆盖。请用 --out 另写一个文件名。")
        if not source.is_file():
            raise CommandError(f"没有 {source} 这个文件，请检查路径。")
        try:
            paper = read_paper(source)
            text = draft(paper, form=form, name=options["name"], source=source.name, subject=options["subject"])
        except Refused as refusal:
            raise CommandError(f"{source} 没有读取：{refusal}") from None
        self._write(text, target)

    def _write(self, text: str, target: Path) -> None:
        with storage.replacing(target) as file:
            file.write(text.encode())
        self.stdout.write(f"已写到 {target}，有{text.count(MARK)}处待核。")
        for problem in read_form(text, name=str(target))[1]:
            self.stdout.write(f"{'错误' if problem.severity == 'error' else '提醒'} {problem}")
        self.stdout.write(f"边改边看：manage.py preview_blueprint {target} --serve 8010")
