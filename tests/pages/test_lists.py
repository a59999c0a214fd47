"""列表页: the same number of queries for one row and for thirty."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.models import User
from filings.models import Notice
from projects.models import Project
from tests.pages import world as worlds


def more(world, number):
    projects = [
        Project.objects.create(department=world.unit, code=f"M{n:03}", name=f"更多项目{n}") for n in range(number)
    ]
    return [worlds.start(project, world.filler) for project in projects]


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("overview", "filler"),
        ("overview", "reviewer"),
        ("overview", "admin"),
        ("filing-list", "filler"),
        ("filing-list", "admin"),
        ("filing-start", "filler"),
        ("review-queue", "reviewer"),
        ("trail", "admin"),
        ("bundles", "admin"),
    ],
)
def test_lists_ask_as_often_for_thirty_rows_as_for_one(name, who, world, filing, as_user, count_queries):
    client = as_user(world.users[who])
    url = reverse(name)
    client.get(url)
    one = count_queries(lambda: client.get(url))
    more(world, 29)
    many = count_queries(lambda: client.get(url))
    assert many == one
    assert many <= 25


@pytest.mark.parametrize("name", ["filing", "check", "preview", "history"])
def test_pages_of_a_filing_ask_as_often_for_many_rows(name, world, filing, as_user, count_queries):
    client = as_user(world.filler)
    url = reverse(name, args=[filing.pk])
    client.get(url)
    few = count_queries(lambda: client.get(url))
    rows = {f"m{n:07d}": ("产出指标", "数量指标", f"指标{n}", "≥", "1", "个", "1", "1", "1", "") for n in range(30)}
    worlds.fill(filing, world.filler, facts={}, rows=rows)
    assert count_queries(lambda: client.get(url)) == few


def test_the_section_page_asks_as_often_for_many_rows(world, filing, as_user, count_queries):
    client = as_user(world.filler)
    url = reverse("section", args=[filing.pk, "indicators"])
    client.get(url)
    few = count_queries(lambda: client.get(url))
    rows = {f"m{n:07d}": ("产出指标", "数量指标", f"指标{n}", "≥", "1", "个", "1", "1", "1", "") for n in range(30)}
    worlds.fill(filing, world.filler, facts={}, rows=rows)
    assert count_queries(lambda: client.get(url)) == few


def test_filters_narrow_the_list(world, filing, as_user):
    client = as_user(world.filler)
    more(world, 3)
    assert "困难群体代缴养老保险1" not in client.get(reverse("filing-list"), {"q": "更多项目2"}).content.decode()
    assert "更多项目2" in client.get(reverse("filing-list"), {"q": "更多项目2"}).content.decode()
    assert "没有符合条件的填报" in client.get(reverse("filing-list"), {"state": "approved"}).content.decode()


def test_an_opened_form_is_linked_not_opened_twice(world, filing, as_user):
    client = as_user(world.filler)
    token = f"{world.unit.pk}:{world.projects[0].pk}:{worlds.FORM}"
    assert client.post(reverse("filing-start"), {"offer": token}).url == reverse("filing", args=[filing.pk])
    fresh = f"{world.unit.pk}:{world.projects[1].pk}:{worlds.FORM}"
    opened = client.post(reverse("filing-start"), {"offer": fresh})
    assert opened.status_code == 302
    assert client.get(opened.url).status_code == 200
    foreign = f"{world.other.pk}:{world.projects[-1].pk}:{worlds.FORM}"
    assert "没有找到所选的填报" in client.post(reverse("filing-start"), {"offer": foreign}).content.decode()
    assert Notice.objects.count() == 1


def test_an_empty_overview_says_why_and_what_to_do(world, as_user):
    def told(user):
        return as_user(user).get(reverse("overview")).content.decode()

    chief = User.objects.create_user("chief", password=worlds.PASSWORD, is_superuser=True)
    newcomer = User.objects.create_user("newcomer", password=worlds.PASSWORD)
    assert "系统管理员不办理填报" in told(chief)
    assert "还没有任职" in told(newcomer)
    assert "现在没有轮到您办理的事项" in told(world.reviewer)
    assert "任职" not in told(world.reviewer)
