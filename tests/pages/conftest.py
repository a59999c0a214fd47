"""页面测试的夹具: a world with people and a filing; a signed-in client."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.pages import world as worlds


@pytest.fixture
def world(db):
    return worlds.build()


@pytest.fixture
def filing(world):
    made = worlds.start(world.projects[0], world.filler)
    worlds.fill(made, world.filler)
    made.refresh_from_db()
    return made


@pytest.fixture
def as_user():
    def sign_in(user) -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
