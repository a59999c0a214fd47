"""应用声明: 财政复核."""

from django.apps import AppConfig

from filings.apps import keep_guarded


class ReviewsConfig(AppConfig):
    """财政复核."""

    name = "reviews"
    verbose_name = "财政复核"

    def ready(self) -> None:
        """Hand down to filings what only this floor knows, and keep the triggers in place."""
        from filings.gate import add_gate  # noqa: PLC0415 - models are loaded by now
        from filings.outcome import set_reader  # noqa: PLC0415 - same
        from reviews.gate import answered_gate  # noqa: PLC0415 - same
        from reviews.queries import outcomes_of  # noqa: PLC0415 - same
        from reviews.triggers import TRIGGERS  # noqa: PLC0415 - same

        add_gate(answered_gate)
        set_reader(outcomes_of)
        keep_guarded(self, TRIGGERS)
