"""夹具: the town."""

from tests.filings.conftest import findings, flush_lifts_triggers, plain_files, town

__all__ = ["findings", "flush_lifts_triggers", "plain_files", "town"]
