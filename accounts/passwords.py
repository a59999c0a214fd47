"""口令复杂度 (GB/T 22239-2019 8.1.4.1 a): at least three of four kinds of characters. Length is Django's own validator."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError


class KindsValidator:
    """口令至少含大写字母、小写字母、数字、其他字符中的三类; Chinese characters count as other."""

    def __init__(self, kinds: int = 3) -> None:
        """Ask for so many kinds."""
        self.kinds = kinds

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        """Raise ValidationError when there are fewer kinds."""
        if kinds_in(password) < self.kinds:
            raise ValidationError(f"密码太简单：{self.get_help_text()}", code="password_too_few_kinds")

    def get_help_text(self) -> str:
        """What is asked."""
        return f"请至少使用大写字母、小写字母、数字、符号这四类字符中的 {self.kinds} 类。"


def kinds_in(password: str) -> int:
    """How many of the four kinds occur."""
    return len({kind_of(char) for char in password})


def kind_of(char: str) -> str:
    """upper, lower, digit or other."""
    if not char.isascii() or not char.isalnum():
        return "other"
    if char.isdigit():
        return "digit"
    return "upper" if char.isupper() else "lower"
