"""填报与表样版本."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from projects.models import Subject


class BlueprintVersion(models.Model):
    """表样版本: the text of a blueprint as it was when first used. A changed file never changes an open filing."""

    form = models.CharField("表样", max_length=120)
    digest = models.CharField("摘要", max_length=64, unique=True)
    name = models.CharField("名称", max_length=120)
    text = models.TextField("表样全文")
    seen_at = models.DateTimeField("首次使用")

    class Meta:
        verbose_name = "表样版本"
        verbose_name_plural = "表样版本"

    def __str__(self) -> str:
        return f"{self.form} {self.digest[:8]}"


class State(models.TextChoices):
    """填报状态."""

    DRAFT = "draft", "填报中"
    AWAITING = "awaiting", "待负责人确认"
    CONFIRMED = "confirmed", "已确认待报送"
    SUBMITTED = "submitted", "已报送待审核"
    REVIEWING = "reviewing", "审核中"
    RETURNED = "returned", "已退回待修改"
    APPROVED = "approved", "已通过"


OPEN_STATES = (State.DRAFT, State.RETURNED)
WAIVABLE = (*OPEN_STATES, State.AWAITING, State.CONFIRMED)  # still the unit's: findings may be settled
FROZEN_STATES = (State.SUBMITTED, State.REVIEWING, State.APPROVED)  # drawn from the snapshot only


class Filing(models.Model):
    """填报: one form for one subject, as a case with a state.

    The state changes through `filings.actions` only (compare-and-set on state and version; a trigger refuses any other pair).
    `round` counts submissions: 0 before the first. `returned_round` is the round whose remarks are to be answered, 0 when never
    returned; it also says whether the open state is draft or returned. `note` explains a resubmission that changes nothing. Facts are the subject's; what was submitted is the snapshot's.
    """

    subject = models.ForeignKey(Subject, models.PROTECT, related_name="filings", verbose_name="评价对象")
    form = models.CharField("表样", max_length=120)
    blueprint = models.ForeignKey(BlueprintVersion, models.PROTECT, related_name="filings", verbose_name="表样版本")
    state = models.CharField("状态", max_length=12, choices=State.choices, default=State.DRAFT)
    round = models.PositiveSmallIntegerField("轮次", default=0)
    returned_round = models.PositiveSmallIntegerField("最近被退回的轮次", default=0)
    note = models.TextField("重报说明", blank=True)
    version = models.PositiveIntegerField("版本", default=0)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="创建人")
    opened_at = models.DateTimeField("创建时间")
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="状态变更人"
    )
    changed_at = models.DateTimeField("状态变更时间")

    class Meta:
        verbose_name = "填报"
        verbose_name_plural = "填报"
        ordering = ("-opened_at", "-pk")
        constraints = [models.UniqueConstraint(fields=("subject", "form"), name="filing_once_per_form")]

    def __str__(self) -> str:
        return f"{self.subject} {self.form}"

    @property
    def is_open(self) -> bool:
        """May facts be edited through this filing?"""
        return self.state in OPEN_STATES

    @property
    def open_state(self) -> State:
        """The state in which this filing is edited: returned once it was returned, draft before."""
        return State.RETURNED if self.returned_round else State.DRAFT

    @property
    def target(self) -> str:
        """Name of this filing in the audit trail."""
        return f"filing:{self.pk}"
