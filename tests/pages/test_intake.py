"""导入的页面: hand in, look, tick, write; without scripts, and only by who fills in an open draft."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from composing.compose import compose
from documents.writers import WRITERS
from factbook.models import FactChange
from filings.actions.move import hand_over
from filings.models import CarriedText, IntakeFile
from filings.snapshot import live_case
from tests.filings.importing.handing import word
from tests.pages import world as worlds

LABELS = (("项目年度目标", "全年发放十二次。"), ("项目实施内容与过程的概述", "按月造表。"))


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def url(filing):
    return reverse("intake", args=[filing.pk])


@pytest.fixture
def hand_in(world, url, as_user, django_capture_on_commit_callbacks):
    """Upload as a browser without scripts does; the worker reads at once."""

    def sent(data, *, name="自评表.docx", origin="filled", who=None, **more):
        client = as_user(who or world.filler)
        file = SimpleUploadedFile(name, data)
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post(url, {"file": file, "origin": origin, **more})
        return client, client.get(answer.url, follow=True)

    return sent


def ticks(page):
    return re.findall(r'name="tick"\s+id="[^"]*"\s+value="([^"]*)"( checked)?', page)


def version(page):
    return re.search(r'name="base_version" value="(\d+)"', page)[1]


NONE_BEFORE = "没有本项目（单位）上一年度可以沿用的填报"


def test_the_way_in_is_shown_to_who_may_use_it(world, filing, url, as_user):
    home = reverse("filing", args=[filing.pk])
    assert url in as_user(world.filler).get(home).content.decode()
    assert url not in as_user(world.head).get(home).content.decode()
    assert as_user(world.head).get(url).status_code == 403
    assert as_user(world.stranger).get(url).status_code == 404


def test_a_file_is_shown_and_nothing_is_written(filing, hand_in):
    before = FactChange.objects.count()
    _, answer = hand_in(word(table=LABELS))
    page = answer.content.decode()
    assert ticks(page) == [("text.goal", " checked"), ("text.implementation", "")]
    assert "标签只是相近" in page
    assert "拿错文件" not in page
    assert worlds.FACTS["text.goal"] in page
    assert FactChange.objects.count() == before


def test_another_projects_file_ticks_nothing_by_itself(filing, hand_in, url):
    client, answer = hand_in(word(table=(*LABELS, ("项目名称", "别的项目"))))
    page = answer.content.decode()
    assert "请先确认没有拿错文件" in page
    assert [checked for _, checked in ticks(page)] == ["", ""]
    assert [checked for _, checked in ticks(client.get(f"{url}?all=1").content.decode())] == [" checked", " checked"]


def test_ticked_places_are_written_and_told(world, filing, hand_in, url):
    client, answer = hand_in(word(table=LABELS))
    sent = {"tick": ["text.goal"], "base_version": version(answer.content.decode())}
    done = client.post(reverse("intake-apply", args=[filing.pk]), sent, follow=True)
    assert "已写入 1 处" in done.content.decode()
    assert live_case(filing).book.raw("text.goal") == "全年发放十二次。"
    assert live_case(filing).book.raw("text.implementation") == worlds.FACTS["text.implementation"]
    history = client.get(reverse("history", args=[filing.pk])).content.decode()
    assert "导入 自评表.docx" in history
    assert "导入文件" in history
    again = client.post(reverse("intake-apply", args=[filing.pk]), sent, follow=True)
    assert "没有待写入的导入方案" in again.content.decode()


def test_doubtful_places_may_be_ticked_together(filing, hand_in, url):
    client, _ = hand_in(word(table=LABELS))
    page = client.get(f"{url}?all=1").content.decode()
    assert [checked for _, checked in ticks(page)] == [" checked", " checked"]


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_our_own_file_says_nothing_new(filing, hand_in, kind):
    case = live_case(filing)
    data = WRITERS[kind](compose(case.blueprint, case.book, case.sheet))
    _, answer = hand_in(data, name=f"导出.{kind}")
    page = answer.content.decode()
    assert "没有可以写入的内容" in page
    assert "未找到位置" not in page


def test_a_refusal_names_file_reason_and_remedy(filing, hand_in, url):
    client, answer = hand_in(b"PK\x03\x04broken")
    page = answer.content.decode()
    assert "“自评表.docx”没有读取：文件已损坏" in page
    assert "另存为" in page
    _, answer = hand_in(b"%PDF-1.7", name="扫描.pdf")
    assert "“扫描.pdf”没有导入" in answer.content.decode()
    assert "没有选择文件" in client.post(url, {"origin": "filled"}, follow=True).content.decode()


def test_while_it_waits_the_page_comes_again_by_itself(world, filing, url, as_user):
    from filings.importing import store
    from intake.proposal import Origin

    told = {"filing": filing, "by": world.filler, "now": timezone.now(), "origin": Origin.FILLED}
    store.keep_file(name="自评表.docx", chunks=[word()], **told)
    answer = as_user(world.filler).get(url)
    assert answer["Refresh"] == "1"
    assert "正在读取" in answer.content.decode()
    IntakeFile.objects.update(at=timezone.now() - timedelta(minutes=1))
    assert "后台任务" in as_user(world.filler).get(url).content.decode()


def test_one_of_several_reports(world, filing, hand_in, url, as_user, django_capture_on_commit_callbacks):
    lines = []
    for name in ("别的项目", world.projects[0].name):
        lines += [
            "部门预算项目支出绩效自评表（2024年度）",
            f"项目名称：{name}",
            f"项目年度目标：{name}的目标。",
            "存在问题：无。",
        ]
    client, answer = hand_in(word(*lines, table=()))
    page = answer.content.decode()
    assert "2 份报告" in page
    assert re.search(r'value="1" checked', page)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("intake-choose", args=[filing.pk]), {"report": "1"})
    assert f"{world.projects[0].name}的目标。" in client.get(url).content.decode()


def test_put_away_nothing_is_left(filing, hand_in, url, django_capture_on_commit_callbacks):
    client, _ = hand_in(word(table=LABELS))
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("intake-drop", args=[filing.pk]), follow=True)
    assert "没有写入任何内容" in answer.content.decode()
    assert not IntakeFile.objects.exists()


def test_what_one_person_handed_in_is_not_anothers(world, filing, hand_in, url, as_user):
    hand_in(word(table=LABELS))
    page = as_user(world.colleague).get(url).content.decode()
    assert "导入本年已填的文件" in page
    assert "全年发放十二次" not in page
    answer = as_user(world.colleague).post(
        reverse("intake-apply", args=[filing.pk]), {"tick": ["text.goal"]}, follow=True
    )
    assert "没有待写入的导入方案" in answer.content.decode()


def test_a_filing_out_of_the_unit_takes_no_file(world, filing, hand_in, url, as_user):
    worlds.fill(filing, world.filler, facts=worlds.READY, rows={})
    filing.refresh_from_db()
    hand_over(filing=filing, by=world.filler, now=timezone.now())
    answer = as_user(world.filler).get(url, follow=True)
    assert "不能导入" in answer.content.decode()
    _, answer = hand_in(word(table=LABELS))
    assert "已锁定" in answer.content.decode()
    assert not IntakeFile.objects.exists()


LAST = (("项目年度目标", "2023年全年发放十二次，共120人。"), ("项目负责人", "高启明"), ("合计", "95"))


@pytest.fixture
def carried(world, hand_in, filing):
    """Last year's words in this year's draft, which has no goal yet."""
    worlds.fill(filing, world.filler, facts={"text.goal": ""}, rows={})
    filing.refresh_from_db()
    client, answer = hand_in(word(table=LAST), name="上年报告.docx", origin="last_year")
    page = answer.content.decode()
    assert ("text.goal", " checked") in ticks(page)
    assert "文中写有2023年" in page
    assert "含数字 1 处" in page
    sent = {"tick": [name for name, checked in ticks(page) if checked], "base_version": version(page)}
    client.post(reverse("intake-apply", args=[filing.pk]), sent)
    return client


def test_last_years_words_are_marked_everywhere_until_somebody_has_looked(filing, carried):
    mark = "沿用待改，文中写有2023年"
    assert "沿用待改 1" in carried.get(reverse("filing", args=[filing.pk])).content.decode()
    section = reverse("section", args=[filing.pk, "goals"])
    assert mark in carried.get(section).content.decode()
    assert "“项目年度目标”沿用上年文字" in carried.get(reverse("check", args=[filing.pk])).content.decode()
    page = carried.get(reverse("carried", args=[filing.pk])).content.decode()
    assert "上年报告.docx" in page
    carried.post(reverse("carried", args=[filing.pk]), {"path": ["text.goal"]})
    assert mark not in carried.get(section).content.decode()
    assert CarriedText.objects.get().settled_by.username == "filler"


def test_a_changed_text_loses_its_mark_with_the_save(filing, carried):
    section = reverse("section", args=[filing.pk, "goals"])
    filing.subject.refresh_from_db()
    sent = {"base_version": filing.subject.version, "text.goal": "2024年发放十二次。"}
    told = carried.post(section, sent, headers={"accept": "application/json"}).json()
    assert told["marks"] == []
    assert carried.get(reverse("carried", args=[filing.pk])).status_code == 302


def test_last_years_filing_in_the_system_needs_no_file(world, filing, as_user):
    from blueprints.catalogue import catalogue
    from filings.actions.open import version_of
    from filings.models import Filing
    from projects.models import Subject

    subject = Subject.objects.create(department=world.unit, project=world.projects[0], year=2025)
    who = {
        "opened_by": world.filler,
        "opened_at": timezone.now(),
        "changed_by": world.filler,
        "changed_at": timezone.now(),
    }
    kept = version_of(catalogue().get(worlds.FORM), now=timezone.now())
    draft = Filing.objects.create(subject=subject, form=worlds.FORM, blueprint=kept, **who)
    client = as_user(world.filler)
    page = client.get(reverse("intake", args=[draft.pk])).content.decode()
    assert "2024 年度 项目支出绩效自评表" in page
    assert NONE_BEFORE not in page
    assert NONE_BEFORE in client.get(reverse("intake", args=[filing.pk])).content.decode()
    page = client.post(reverse("intake", args=[draft.pk]), {"source": "filing"}, follow=True).content.decode()
    offered = dict(ticks(page))
    assert offered["text.goal"] == " checked"
    assert {
        name for name, checked in offered.items() if name.startswith(("funds.", "score.", "indicators")) and checked
    } == set()
    assert "上年 2364.01" in client.get(reverse("section", args=[draft.pk, "funds"])).content.decode()
    assert (
        "没有本项目"
        in client.post(reverse("intake", args=[filing.pk]), {"source": "filing"}, follow=True).content.decode()
    )


def test_last_years_figures_are_ticked_by_hand_only(filing, hand_in, url):
    client, _ = hand_in(
        word(table=(("存在问题", "上年的问题。"), ("项目负责人", "另一人"))), name="上年报告.docx", origin="last_year"
    )
    offered = dict(ticks(client.get(f"{url}?all=1").content.decode()))
    assert offered["text.problems"] == " checked"
    assert offered["text.manager"] == ""


def test_a_new_file_puts_the_last_refusal_away(filing, hand_in):
    hand_in(b"PK\x03\x04broken")
    _, answer = hand_in(b"%PDF-1.7", name="扫描.pdf")
    assert "自评表.docx" not in answer.content.decode()
