"""装载演示数据 (manage.py load_demo)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from selfeval.demo.load import load_demo


class Command(BaseCommand):
    """Load the demo localities; what is already there is kept."""

    help = "装载演示数据（已有的地区不改动）"

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and tell."""
        for line in load_demo(Path(settings.BASE_DIR) / "fixtures" / "demo", now=timezone.now()):
            self.stdout.write(line)
