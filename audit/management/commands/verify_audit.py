"""核验审计记录: says whether the audit trail is whole, and prints its head to note down outside."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from audit.verify import Anchor, verify


class Command(BaseCommand):
    help = "核验审计链：发现被改动、删除、插入、调换的第一条；用 --anchor 还能发现末尾被截去。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--anchor",
            action="append",
            default=[],
            metavar="序号:摘要",
            help="此前抄下的链头，可重复给出 (a head noted down earlier)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        verdict = verify([read_anchor(text) for text in options["anchor"]])
        if not verdict.holds:
            raise CommandError(f"审计链不完整：{verdict.problem}（完好的有 {verdict.checked} 条）")
        self.stdout.write(f"审计链完整，共 {verdict.checked} 条。")
        if verdict.head:
            self.stdout.write(f"链头（请抄存）：{verdict.head.number}:{verdict.head.digest}")


def read_anchor(text: str) -> Anchor:
    """Anchor from 序号:摘要. Raises CommandError when it is neither."""
    number, _, digest = text.partition(":")
    if not number.isascii() or not number.isdigit() or len(digest) != 64:
        raise CommandError(f"--anchor {text} 应写成 序号:摘要，如 128:9f86d0…（64 位）")
    return Anchor(int(number), digest.lower())
