"""管理后台: master data and users, each 管理员 within their own locality."""

from accounts.admin import facts, masters, trail, users

__all__ = ["facts", "masters", "trail", "users"]
