"""系统检查: every form of the house is loaded and linted whenever a management command starts (`manage.py check --tag blueprints`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps.config import AppConfig
from django.core.checks import CheckMessage, Error, Warning, register  # noqa: A004 - Django's name

from blueprints.catalogue import catalogue
from blueprints.lint import lint
from blueprints.problems import Problem


@register("blueprints")
def check_blueprints(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """表样: files that cannot be used, and what lint says of the others."""
    forms = catalogue()
    return [message(p) for p in (*forms.problems(), *(p for form in forms.all() for p in lint(form)))]


def message(problem: Problem) -> CheckMessage:
    """Turn a problem into Django's message."""
    kind, number = (Error, "E001") if problem.severity == "error" else (Warning, "W001")
    return kind(str(problem), hint="改正后运行 manage.py lint_blueprints 再查一遍。", id=f"blueprints.{number}")
