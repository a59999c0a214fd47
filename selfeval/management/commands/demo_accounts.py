"""演示账号 (manage.py demo_accounts): one line per role."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from accounts.models import Role
from selfeval.demo.load import demo_files
from selfeval.demo.masters import PASSWORD


class Command(BaseCommand):
    """Print the demo accounts of each locality, one per role."""

    help = "打印演示账号"

    def handle(self, *args: Any, **options: Any) -> None:
        """One block per locality."""
        for data in demo_files(Path(settings.BASE_DIR) / "fixtures" / "demo"):
            self.stdout.write(data["locality"]["name"])
            shown: set[str] = set()
            for user in data["users"]:
                for role in user["roles"]:
                    if role not in shown:
                        shown.add(role)
                        self.stdout.write(f"  {Role(role).label:　<6}{user['username']:<22}口令 {PASSWORD}")
