"""拒收: the one answer to a file that is not read."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - said as the field says it
    """拒收: why a file is not read, and what to do."""


class Stopped(Refused):
    """中止: the child that looked at the file came to a limit of time, processor or memory."""
