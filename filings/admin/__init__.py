"""管理后台: notices with their deadlines, and background jobs that failed."""

from filings.admin import jobs, notices

__all__ = ["jobs", "notices"]
