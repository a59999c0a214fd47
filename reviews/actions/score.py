"""复核得分: the bureau's points beside the unit's, with a reason wherever they differ."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from accounts.models import User
from filings.actions.verb import on_filing
from filings.models import Filing
from filings.refused import Refused
from filings.snapshot import sheet_of
from reviews.actions.desk import require_reviewing
from reviews.models import ReviewScore
from reviews.queries import ADOPTED
from scoring.sheet import ScoreLine


def score(
    *, filing: Filing, key: str, points: Decimal, reason: str, by: User, now: datetime, address: str = ""
) -> ReviewScore:
    """复核打分 of one line (0 to its full marks). A reason is needed below the self score and off the computed one."""
    with on_filing("score", filing=filing, by=by, now=now, address=address) as detail:
        require_reviewing(filing, "复核打分", by=by)
        line = require_line(filing, key)
        require_points(line, points, reason)
        fields = {"points": points, "reason": reason.strip(), "by": by, "at": now}
        given, _ = ReviewScore.objects.update_or_create(filing=filing, round=filing.round, key=key, defaults=fields)
        detail.update(key=key, points=points, self=line.self_points, computed=line.award.points, reason=given.reason)
    return given


def clear_score(*, filing: Filing, key: str, by: User, now: datetime, address: str = "") -> None:
    """取消复核打分: the self score counts again."""
    with on_filing("score.clear", filing=filing, by=by, now=now, address=address) as detail:
        require_reviewing(filing, "取消复核打分", by=by)
        filing.review_scores.filter(round=filing.round, key=key).delete()
        detail["key"] = key


def adopt_all(*, filing: Filing, source: str, by: User, now: datetime, address: str = "") -> int:
    """全部采用自评分 (`source` self) or 计算分 (computed) for lines without a review score yet; returns how many. Lines without such a score stay open."""
    with on_filing("score.adopt", filing=filing, by=by, now=now, address=address) as detail:
        require_reviewing(filing, "批量打分", by=by)
        if source not in ADOPTED:
            raise Refused("请选择采用自评得分还是按规则计算的得分。")
        given = set(filing.review_scores.filter(round=filing.round).values_list("key", flat=True))
        rows = [
            ReviewScore(
                filing=filing, round=filing.round, key=line.key, points=points, reason=ADOPTED[source], by=by, at=now
            )
            for line in sheet_of(filing).lines
            for points in [_offered(line, source)]
            if points is not None and line.key not in given
        ]
        ReviewScore.objects.bulk_create(rows)
        detail.update(source=source, lines={row.key: row.points for row in rows})
    return len(rows)


def _offered(line: ScoreLine, source: str) -> Decimal | None:
    """The points to adopt, None when there are none or they are out of the line's range (a self score of 12 of 10)."""
    points = line.self_points if source == "self" else line.award.points
    if points is None or line.of is None or not 0 <= points <= line.of:
        return None
    return points


def require_line(filing: Filing, key: str) -> ScoreLine:
    """Line `key` of the sheet under review; refuses an unknown one."""
    line = sheet_of(filing).line(key)
    if line is None:
        raise Refused("这一评分行不在本轮报送的评分表中。请刷新页面后重试。")
    return line


def require_points(line: ScoreLine, points: Decimal, reason: str) -> None:
    """Refuse points outside 0 to full marks, and differences without a reason."""
    if line.of is None:
        raise Refused(f"“{line.label}”的分值无法识别，不能复核打分。请写审核意见退回单位更正分值。")
    if not points.is_finite() or not 0 <= points <= line.of:
        raise Refused(f"“{line.label}”满分 {line.of} 分，复核得分应在 0 至 {line.of} 之间，现为 {points}。请更正。")
    if points != round(points, 3):
        raise Refused(f"“{line.label}”的复核得分最多三位小数，现为 {points}。请更正。")
    lower = line.self_points is not None and points < line.self_points
    other = line.award.points is not None and points != line.award.points
    if (lower or other) and not reason.strip():
        against = f"自评 {line.self_points} 分" if lower else f"按规则计算 {line.award.points} 分"
        raise Refused(f"“{line.label}”复核 {points} 分与{against}不同，须写明理由。请填写扣分或调整的理由。")
