"""批次检查页: the heat table and the likeness table ask as often for many filings as for few, narrow down, and lead to the place."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from filings.actions.confirm import confirm
from filings.actions.move import hand_over
from filings.actions.submit import submit
from projects.models import Locality, Project
from tests.pages import world as worlds

HINTED = worlds.FACTS | worlds.READY | {"text.goal": "按月足额发放××补助，由石泉县养老保险中心复核，保障对象基本生活。"}


def send(world, project, facts=None):
    filing = worlds.start(project, world.filler)
    worlds.fill(filing, world.filler, facts=facts or worlds.FACTS | worlds.READY)
    hand_over(filing=filing, by=world.filler, now=timezone.now())
    confirm(filing=filing, by=world.head, now=timezone.now())
    submit(filing=filing, by=world.filler, now=timezone.now())
    return filing


def more(world, number):
    for n in range(number):
        send(world, Project.objects.create(department=world.unit, code=f"M{n:03}", name=f"更多项目{n}"))


@pytest.mark.parametrize("name", ["review-heat", "review-copies"])
def test_the_desk_asks_as_often_for_many_filings_as_for_few(name, world, as_user, count_queries):
    client = as_user(world.reviewer)
    url = reverse(name)
    send(world, world.projects[0])
    send(world, world.projects[1])

    def asked():
        client.get(url)  # texts compared once are kept: what is counted is a page of known texts
        return count_queries(lambda: client.get(url))

    few = asked()
    more(world, 5)
    assert asked() == few
    assert few <= 20


def test_a_cell_of_the_heat_table_leads_to_its_findings(world, as_user):
    filing = send(world, world.projects[0], facts=HINTED)
    client = as_user(world.reviewer)
    page = client.get(reverse("review-heat")).content.decode()
    address, rule = re.findall(rf'href="({reverse("review", args=[filing.pk])}#rule-(\w+))"', page)[0]
    assert f'id="rule-{rule}"' in client.get(address.partition("#")[0]).content.decode()


def test_the_heat_table_narrows_to_a_unit_and_a_severity(world, as_user):
    send(world, world.projects[0], facts=HINTED)
    client = as_user(world.reviewer)
    assert "heat-hint" in client.get(reverse("review-heat"), {"severity": "hint"}).content.decode()
    assert "#rule-" not in client.get(reverse("review-heat"), {"severity": "error"}).content.decode()
    named = client.get(reverse("review-heat"), {"unit": world.unit.pk, "severity": "没有的", "batch": "没有的"})
    assert "困难群体代缴养老保险1" in named.content.decode()


def test_residue_and_foreign_names_stand_with_their_place(world, as_user):
    Locality.objects.create(code="990888", name="石泉县")
    filing = send(world, world.projects[0], facts=HINTED)
    client = as_user(world.reviewer)
    overview = client.get(reverse("review-copies")).content.decode()
    assert f"{reverse('review-copies-of', args=[filing.pk])}#residue" in overview
    page = client.get(reverse("review-copies-of", args=[filing.pk])).content.decode()
    assert '<mark class="diff-figure">××</mark>' in page
    assert '<mark class="diff-figure">石泉县养老保险中心</mark>' in page
    assert f"{reverse('preview', args=[filing.pk])}#" in page


def test_those_who_fill_in_have_no_desk(world, as_user):
    filing = send(world, world.projects[0])
    client = as_user(world.filler)
    for address in (reverse("review-heat"), reverse("review-copies"), reverse("review-copies-of", args=[filing.pk])):
        assert client.get(address).status_code in {403, 404}


def test_the_heat_table_sorts_by_name_count_and_rule(world, as_user):
    send(world, world.projects[0])
    send(world, world.projects[1], facts=HINTED)
    client = as_user(world.reviewer)

    def shown(**query):
        page = client.get(reverse("review-heat"), query).content.decode()
        return re.findall(r"困难群体代缴养老保险(\d)</a>", page), re.findall(r'aria-sort="(\w+)"', page)

    assert shown(sort="name") == (["1", "2"], ["ascending"])
    assert shown(sort="-name") == (["2", "1"], ["descending"])
    assert shown(sort="没有的") == shown(sort="-open") == shown()
    assert shown(sort="-S06")[1] == ["descending"]
    page = client.get(reverse("review-heat"), {"sort": "-S06", "severity": "hint"}).content.decode()
    assert 'href="?sort=S06&amp;severity=hint"' in page  # once more the other way round, the filter kept
