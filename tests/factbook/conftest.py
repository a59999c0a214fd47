"""夹具: committing tests may empty the database afterwards."""

from tests.flushing import flush_lifts_triggers

__all__ = ["flush_lifts_triggers"]
