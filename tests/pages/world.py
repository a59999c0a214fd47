"""试验世界: two units of one locality with people in every role, a form asked of them, and a filing to work on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from accounts.models import Membership, Role, User
from blueprints.catalogue import catalogue
from checkups.models import Checkup
from factbook.apply import apply
from factbook.changes import ChangeSet, RowPlan
from filings.actions.confirm import confirm
from filings.actions.move import hand_over, start_review
from filings.actions.open import open_filing
from filings.actions.submit import submit
from filings.actions.upload import activate, upload
from filings.models import Filing, Notice, UploadedBlueprint
from projects.models import Department, Locality, Project, Subject
from reviews.actions.remark import remark
from reviews.models import Remark
from tests.filings.samples import FORM as SMALL_FORM
from tests.filings.samples import SMALL

FORM = "510904/2024/project-table"
PASSWORD = "绩效-2024-demo"
CANARY = "金丝雀乙单位"

FACTS = {
    "text.manager": "高启明",
    "text.finance_manager": "苏文哲",
    "text.goal": "按月足额发放困难补助，保障对象基本生活。",
    "text.goal_result": "全年12次按月发放到位，无漏发、错发。",
    "text.implementation": "依据区级文件，由社保局按月造表、复核、发放。",
    "text.conclusion": "资金使用规范，目标基本完成。",
    "text.problems": "年中追加预算下达较晚，第四季度支付偏慢。",
    "text.measures": "下一年度提前测算用款计划，每季度末核对支付进度。",
    "funds.initial.fiscal": "2536.08",
    "funds.adjusted.fiscal": "2536.08万元",
    "funds.spent.fiscal": "２３６４．０１",
    "score.execution.self": "9.32",
}
ROWS = {
    "a0000001": ("产出指标", "数量指标", "困难补助发放人数", "≥", "120", "人", "123", "30", "30", ""),
    "a0000002": (
        "产出指标",
        "时效指标",
        "按月发放及时率",
        "≥",
        "98",
        "%",
        "96",
        "30",
        "29.39",
        "11月因系统升级延迟2天发放",
    ),
    "a0000003": ("满意度指标", "服务对象满意度指标", "领取人员满意度", "≥", "95", "%", "97", "30", "30", ""),
}
COLUMNS = ("level1", "level2", "name", "relation", "target", "unit", "actual", "weight", "score", "reason")


@dataclass
class World:
    """试验世界."""

    locality: Locality
    unit: Department
    other: Department
    projects: list[Project]
    notice: Notice
    users: dict[str, User] = field(default_factory=dict)

    def __getattr__(self, name: str) -> User:
        try:
            return self.__dict__["users"][name]
        except KeyError:
            raise AttributeError(name) from None


def build(*, projects: int = 2, due_in: int = 5) -> World:
    """Masters, people and the notice."""
    locality = Locality.objects.create(code="510904", name="遂宁市安居区")
    finance = Department.objects.create(locality=locality, code="001", name="安居区财政局", kind="finance")
    supervisor = Department.objects.create(
        locality=locality, code="010", name="安居区人力资源和社会保障局", kind="supervisor"
    )
    unit = Department.objects.create(
        locality=locality, code="010002", name="安居区社会保险事业管理局", short_name="区社保局", parent=supervisor
    )
    other = Department.objects.create(
        locality=locality, code="010003", name=f"{CANARY}就业服务管理局", short_name=f"{CANARY}局", parent=supervisor
    )
    made = [
        Project.objects.create(department=unit, code=f"51090424T0000{n:04}", name=f"困难群体代缴养老保险{n}")
        for n in range(1, projects + 1)
    ]
    made += [
        Project.objects.create(department=other, code=f"{CANARY}编码{n}", name=f"{CANARY}公益性岗位补贴{n}")
        for n in (1, 2)
    ]
    notice = Notice.objects.create(
        locality=locality, form=FORM, year=2024, due_on=timezone.localdate() + timedelta(days=due_in)
    )
    world = World(locality, unit, other, made, notice)
    people = {
        "filler": ("林晓萌", unit, Role.FILLER),
        "colleague": ("苏文哲", unit, Role.FILLER),
        "head": ("高启明", unit, Role.HEAD),
        "supervisor": ("罗静怡", supervisor, Role.SUPERVISOR),
        "reviewer": ("邓可为", finance, Role.REVIEWER),
        "admin": ("袁立诚", finance, Role.ADMIN),
        "stranger": (f"{CANARY}向书瑶", other, Role.FILLER),
        "stranger_head": (f"{CANARY}何一鸣", other, Role.HEAD),
    }
    for name, (full_name, department, role) in people.items():
        user = User.objects.create_user(name, password=PASSWORD, full_name=full_name, is_staff=role == Role.ADMIN)
        Membership.objects.create(user=user, department=department, role=role)
        world.users[name] = user
    return world


FARAWAY = "990555"
HIDDEN = f"{FARAWAY}/2024/small"


def faraway() -> tuple[User, UploadedBlueprint]:
    """Another locality: its administrator and a form of its own in force, named with the canary."""
    locality = Locality.objects.create(code=FARAWAY, name=f"{CANARY}远山县")
    bureau = Department.objects.create(locality=locality, code="001", name=f"{CANARY}远山县财政局", kind="finance")
    user = User.objects.create_user("faraway", password=PASSWORD, full_name=f"{CANARY}沈知远", is_staff=True)
    Membership.objects.create(user=user, department=bureau, role=Role.ADMIN)
    text = SMALL.replace(SMALL_FORM, HIDDEN).replace("name: 项目自评表", f"name: {CANARY}自评表")
    kept = upload(locality=locality, data=text.encode(), name="small.yaml", by=user, now=timezone.now())
    activate(upload=kept, by=user, now=timezone.now())
    return user, kept


def own_upload(world: World) -> UploadedBlueprint:
    """A changed version of the world's form, uploaded and waiting."""
    text = catalogue().get(FORM).text.replace("label: 项目年度目标", "label: 项目年度总目标")
    return upload(
        locality=world.locality, data=text.encode(), name="new.yaml", by=world.users["admin"], now=timezone.now()
    )


def start(project: Project, by: User) -> Filing:
    """A draft without facts."""
    subject, _ = Subject.objects.get_or_create(department=project.department, project=project, year=2024)
    return open_filing(subject=subject, form=FORM, by=by, now=timezone.now())


def fill(filing: Filing, by: User, facts: dict[str, str] | None = None, rows: dict | None = None) -> int:
    """Put facts into a draft as a page would."""
    blueprint = catalogue().get(FORM)
    filing.subject.refresh_from_db()
    rows = ROWS if rows is None else rows
    posted = dict(FACTS if facts is None else facts)
    posted |= {f"indicators.{uid}.{c}": v for uid, cells in rows.items() for c, v in zip(COLUMNS, cells, strict=True)}
    changes = ChangeSet(FORM, "indicators", filing.subject.version, posted, (RowPlan("indicators", (), tuple(rows)),))
    return apply(subject=filing.subject, changes=changes, blueprint=blueprint, by=by, now=timezone.now())


READY = {"score.execution.reason": "追加资金于第四季度下达，结转下年使用，已制定支付计划。"}


def to_review(filing: Filing, *, filler: User, head: User, reviewer: User, text: str = "请写明具体数字") -> Remark:
    """Fill in, confirm, submit, take up, and write one remark."""
    now = timezone.now()
    fill(filing, filler, facts=FACTS | READY)
    hand_over(filing=filing, by=filler, now=now)
    confirm(filing=filing, by=head, now=now)
    submit(filing=filing, by=filler, now=now)
    start_review(filing=filing, by=reviewer, now=now)
    return remark(filing=filing, key="text.goal", label="项目年度目标", text=text, by=reviewer, now=now)


def checkup(user: User, name: str) -> Checkup:
    """A finished check-up of `user` that found nothing."""
    now = timezone.now()
    fields = {"state": "done", "result": {"blocks": [], "findings": []}, "at": now, "done_at": now}
    return Checkup.objects.create(by=user, name=name, expires_at=now + timedelta(hours=2), **fields)
