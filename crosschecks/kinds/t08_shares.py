"""T08 占比 (决算说明): a share told beside an amount is that amount over its total, and shares of all parts make 100 %.

In prose by crosschecks.reports.shares, in tables by their columns of shares, and rates of a survey or an inspection by the numbers told
before them (收回588份，满意547份，满意度93.03%).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosschecks.reports.breakdowns import Breakdown
from crosschecks.reports.complements import complements
from crosschecks.reports.completions import Completion, wrong_completions
from crosschecks.reports.counted_rates import wrong_counted_rates
from crosschecks.reports.listed_shares import agrees, listed_shares
from crosschecks.reports.ratios import WrongRatio, wrong_ratios
from crosschecks.reports.shares import Portion, portions
from crosschecks.reports.table_shares import share_columns
from crosschecks.reports.told_shares import wrong_shares_of_totals
from crosschecks.rule import Dossier, Figure, Found, Kind, Profile, Report, Severity, plain
from values.rounding import round_half_up

_SUM: Final = Decimal("0.02")


def check_paper(dossier: Dossier, profile: Profile) -> Iterator[Found]:
    """Shares of every report."""
    for report in dossier.reports:
        told = list(portions(report))
        known = {id(portion.share) for portion in told}
        wrong = [portion for portion in told if abs(portion.due - portion.share.value) > _slack(portion, profile)]
        wrong += [portion for portion in wrong_shares_of_totals(report) if id(portion.share) not in known]
        yield from (_found(portion) for portion in wrong)
        shares = {id(portion.part): portion.share for portion in told}
        faulty = {id(portion.part) for portion in wrong}
        for found in report.breakdowns:
            if not any(id(part) in faulty for part in found.parts):
                yield from _hundred(found, shares)
        yield from _tables(report, profile)
        yield from _counted(report)
        yield from _line_by_line(report, known)
        for sentence in report.sentences:
            yield from (_ratio(wrong) for wrong in wrong_ratios(sentence, report.register.in_sentence(sentence)))
        yield from (
            _together(run) for run in complements(report) if not any(id(share.owner) in faulty for share in run)
        )
    for group in dossier.groups:
        yield from (_completed(done) for done in wrong_completions(group))


def _completed(done: Completion) -> Found:
    """完成目标的96.67%: the actual told before it over the target of its name."""
    due = plain(round_half_up(done.due))
    return Found(
        f"“{done.actual.label}”完成率应为{due}%，写{done.rate.shown}。",
        f"{plain(done.actual.value)}÷{plain(done.aim.value)}＝{due}%",
        (done.rate.place(), done.actual.place(), done.aim.place),
        f"请核对目标值与完成值，或将完成率改为{due}%",
    )


def _slack(portion: Portion, profile: Profile) -> Decimal:
    """Half of the last digit written, and what rounding the amounts may do."""
    return max(portion.rounding, profile.share)


def _found(portion: Portion) -> Found:
    part, share, whole = portion.part, portion.share, portion.whole
    due = plain(round_half_up(portion.due))
    return Found(
        f"“{part.label}”占比应为{due}%，写{share.shown}。",
        f"{plain(part.number.written)}÷{plain(whole.value / part.number.scale)}＝{due}%",
        (share.place(), part.place(), whole.place()),
        f"请核对金额，或将占比改为{due}%",
    )


def _hundred(found: Breakdown, shares: dict[int, Figure]) -> Iterator[Found]:
    """All parts of a total with their shares."""
    told = [share for part in found.parts if (share := shares.get(id(part))) is not None]
    if not told or len(told) != len(found.parts) or len(told) < 2 or found.sum != found.total.value or found.open:
        return
    total = sum((share.value for share in told), Decimal(0))
    steps = sum((share.number.step / 2 for share in told), Decimal(0))
    if abs(total - 100) > max(_SUM, steps):
        yield Found(
            f"各项占比合计{plain(total)}%，应为100%。",
            f"{'＋'.join(plain(share.value) for share in told)}＝{plain(total)}%",
            tuple(share.place() for share in told),
            "请核对各项占比",
        )


def _together(run: list[Figure]) -> Found:
    """Shares of one whole without their amounts: 男性占48.2%，女性占52.8%."""
    total = sum((share.value for share in run), Decimal(0))
    return Found(
        f"各项占比合计{plain(total)}%，应为100%。",
        f"{'＋'.join(plain(share.value) for share in run)}＝{plain(total)}%",
        tuple(share.place() for share in run),
        "请核对各项占比",
    )


def _tables(report: Report, profile: Profile) -> Iterator[Found]:
    """Columns of shares beside the column they are reckoned from."""
    for matrix in report.matrices:
        for shares in share_columns(matrix):
            for row, part, written, due, slack in shares.rows():
                if abs(due - written) <= max(slack, profile.share):
                    continue
                shown = plain(round_half_up(due))
                yield Found(
                    f"“{row.name}”{shares.column.name or '占比'}应为{shown}%，填{plain(written)}%。",
                    f"{plain(part)}÷{plain(shares.whole)}＝{shown}%",
                    (
                        matrix.place(row, shares.column),
                        matrix.place(row, shares.of),
                        *([matrix.place(shares.total, shares.of)] if shares.total is not None else []),
                    ),
                    f"请核对该行数值，或将占比改为{shown}%",
                )


def _line_by_line(report: Report, known: set[int]) -> Iterator[Found]:
    """Names, amounts and shares in lines of their own, as below a chart."""
    for share, part, whole in listed_shares(report.sentences, report.register):
        if id(share) not in known and not agrees(share, part, whole):
            due = plain(round_half_up(part.value / whole * 100))
            yield Found(
                f"“{part.label}”占比应为{due}%，写{share.shown}。",
                f"{plain(part.number.written)}÷{plain(whole / part.number.scale)}＝{due}%",
                (share.sentence.place(part.number.start, share.number.end), part.place()),
                f"请核对金额，或将占比改为{due}%",
            )


def _ratio(wrong: WrongRatio) -> Found:
    """两者之比约为54：41."""
    due, told = "：".join(plain(round_half_up(share)) for share in wrong.due), wrong.sentence.quote(*wrong.span)
    return Found(
        f"比例应为{due}，写{told}。",
        "：".join(plain(part.number.written) for part in wrong.parts) + f"＝{due}",
        (wrong.sentence.place(*wrong.span), *(part.place() for part in wrong.parts)),
        "请核对金额，或改正比例",
    )


def _counted(report: Report) -> Iterator[Found]:
    """Rates of what was counted."""
    for sentence in report.sentences:
        for rate, part, whole in wrong_counted_rates(sentence, report.register):
            due = plain(round_half_up(part.value / whole.value * 100))
            yield Found(
                f"“{rate.label}”应为{due}%，写{rate.shown}。",
                f"{plain(part.value)}÷{plain(whole.value)}＝{due}%",
                (rate.place(), part.place(), whole.place()),
                f"请核对所列数量，或将比率改为{due}%",
            )


KIND = Kind("T08", "占比", Severity.ERROR, "决算说明编写要求", paper=check_paper, yields_to=("U01", "F20"))
