"""N02 文号括号 (GB/T 9704-2012：年份用六角括号〔〕括入)."""

from __future__ import annotations

from collections.abc import Iterator

from crosschecks.reports.citations import document_numbers
from crosschecks.rule import Dossier, Fix, Found, Kind, Profile, Severity


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """The year of every document number."""
    for sentence in dossier.sentences():
        for number in document_numbers(sentence):
            if number.right_brackets:
                continue
            opened, closed = number.brackets
            yield Found(
                f"文号“{number.shown}”的年份用了{opened}{closed}，应使用六角括号〔〕。",
                f"{opened}{number.year}{closed}→〔{number.year}〕",
                (number.place,),
                f"请改为{number.proper}",
                fix=Fix(number.place, number.shown, number.proper),
            )


KIND = Kind("N02", "文号括号", Severity.WARNING, "GB/T 9704-2012", paper=check_paper)
