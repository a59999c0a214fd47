"""导出填报: writes the documents of one filing into a folder, as the pages would serve them, and into the audit trail."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from audit.actions import record
from filings import storage
from filings.documents import FORMATS, document_bytes, document_name
from filings.editions import chosen
from filings.models import Edition, Filing
from filings.refused import Refused
from filings.snapshot import filed, is_frozen


class Command(BaseCommand):
    help = "导出一份填报的成品文件（未报送的为草稿）：export_filing 编号 [--format docx|pdf|xlsx] [--edition final|submitted] --out 目录"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("id", type=int, help="填报编号")
        parser.add_argument("--format", choices=FORMATS, action="append", help="格式，可重复；不给则三种都导出")
        parser.add_argument(
            "--edition", choices=Edition.values, help="版本：final 审定稿，submitted 报送稿；不给则取最新的"
        )
        parser.add_argument("--out", type=Path, required=True, help="目标目录，不存在则创建")

    def handle(self, *args: Any, **options: Any) -> None:
        filing = (
            Filing.objects.filter(pk=options["id"]).select_related("subject__department", "subject__project").first()
        )
        if filing is None:
            raise CommandError(f"没有编号为 {options['id']} 的填报。请在填报页面的地址中查看编号。")
        edition = self._edition(filing, options["edition"] or "")
        for format in options["format"] or FORMATS:  # noqa: A001 - the word
            target = options["out"] / document_name(filing, format, edition)
            try:
                data = document_bytes(filing, format, now=timezone.now(), edition=edition)
            except Refused as refusal:
                raise CommandError(refusal.message) from refusal
            with storage.replacing(target) as file:
                file.write(data)
            record(
                action="export",
                by=None,
                now=timezone.now(),
                target=filing.target,
                unit=filing.subject.department.name,
                detail={
                    "format": format,
                    "round": filing.round if is_frozen(filing) else 0,
                    "edition": edition.value,
                },
            )
            self.stdout.write(str(target))

    @staticmethod
    def _edition(filing: Filing, wanted: str) -> Edition:
        """The edition asked for, else the latest; a draft is of none."""
        found = (
            chosen(filed(filing), wanted)
            if is_frozen(filing)
            else None
            if wanted == Edition.FINAL
            else Edition.SUBMITTED
        )
        if found is None:
            raise CommandError("这份填报没有审定稿：还没有审核通过，或者这张表不印复核结果。请去掉 --edition。")
        return found
