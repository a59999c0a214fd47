"""流转: which state a filing may go to from which, by whom. The one table that pages, actions and triggers read."""

from __future__ import annotations

from dataclasses import dataclass

from accounts.models import Role, User
from accounts.roles import has_role
from filings.models import OPEN_STATES, Filing, State


@dataclass(frozen=True, slots=True)
class Transition:
    """一步流转. `target` None: back to the state in which the filing is edited (`Filing.open_state`)."""

    name: str
    verb: str
    sources: tuple[State, ...]
    target: State | None
    roles: tuple[Role, ...]
    reason: bool = False  # a reason must be given

    def lands(self, filing: Filing) -> State:
        """State of `filing` after this step."""
        return self.target or filing.open_state

    @property
    def targets(self) -> tuple[State, ...]:
        """States this step can lead to."""
        return (self.target,) if self.target else OPEN_STATES


UNIT = (Role.FILLER, Role.HEAD)

TRANSITIONS = (
    Transition("hand_over", "送负责人确认", OPEN_STATES, State.AWAITING, (Role.FILLER,)),
    Transition("take_back", "撤回确认", (State.AWAITING, State.CONFIRMED), None, UNIT),
    Transition("send_back", "退回填报人", (State.AWAITING,), None, (Role.HEAD,), reason=True),
    Transition("confirm", "确认", (State.AWAITING,), State.CONFIRMED, (Role.HEAD,)),
    Transition("submit", "报送", (State.CONFIRMED,), State.SUBMITTED, UNIT),
    Transition("withdraw", "撤回报送", (State.SUBMITTED,), None, UNIT),
    Transition("start_review", "开始审核", (State.SUBMITTED,), State.REVIEWING, (Role.REVIEWER,)),
    Transition("return_", "退回", (State.REVIEWING,), State.RETURNED, (Role.REVIEWER,), reason=True),
    Transition("approve", "通过", (State.REVIEWING,), State.APPROVED, (Role.REVIEWER,)),
)

PAIRS = frozenset((source, target) for step in TRANSITIONS for source in step.sources for target in step.targets)


def transition(name: str) -> Transition:
    """Step by name; KeyError for an unknown one."""
    return {step.name: step for step in TRANSITIONS}[name]


def allowed(filing: Filing, user: User) -> list[Transition]:
    """Steps that `user` may take on `filing` in its present state, in the order of the table."""
    department = filing.subject.department
    return [step for step in TRANSITIONS if filing.state in step.sources and has_role(user, department, *step.roles)]
