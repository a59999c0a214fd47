"""轮到谁: the strip on every page of a filing: state, whose turn, until when, what next."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from accounts.models import User
from filings.asked import Deadline, deadlines
from filings.models import Filing, State
from filings.overview import NextStep, next_step
from filings.states import Transition, allowed

STEPS = (
    (State.DRAFT, "填报"),
    (State.AWAITING, "确认"),
    (State.CONFIRMED, "报送"),
    (State.SUBMITTED, "审核"),
    (State.APPROVED, "办结"),
)
STAGE = {State.RETURNED: State.DRAFT, State.REVIEWING: State.SUBMITTED}


@dataclass(frozen=True, slots=True)
class Step:
    """办理环节 as drawn: done, now or ahead."""

    label: str
    mark: str


@dataclass(frozen=True, slots=True)
class Strip:
    """一行状态. `days_left` is None without a deadline or once approved."""

    filing: Filing
    next: NextStep
    mine: bool
    steps: tuple[Step, ...]
    moves: tuple[Transition, ...]
    deadline: Deadline | None
    days_left: int | None


def strip_for(filing: Filing, user: User) -> Strip:
    """The strip of `filing` as `user` sees it."""
    moves = tuple(allowed(filing, user))
    deadline = deadlines([filing]).get(filing.pk)
    due = deadline if filing.state != State.APPROVED else None
    days = due.days_left(timezone.localdate()) if due else None
    forward = {"hand_over", "confirm", "submit", "start_review", "approve"}
    mine = any(move.name in forward for move in moves)
    return Strip(filing, next_step(filing), mine, steps_of(filing), moves, deadline, days)


def steps_of(filing: Filing) -> tuple[Step, ...]:
    """The five stations, the present one marked."""
    state = State(filing.state)
    stages = [stage for stage, _ in STEPS]
    here = stages.index(STAGE.get(state, state))
    closed = state is State.APPROVED
    marks = ("done" if place < here or closed else "now" if place == here else "ahead" for place in range(len(STEPS)))
    return tuple(Step(label, mark) for (_, label), mark in zip(STEPS, marks, strict=True))
