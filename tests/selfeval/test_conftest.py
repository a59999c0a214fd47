"""公用夹具: the safety nets of the tests themselves."""

from __future__ import annotations

import os
import socket

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction


def test_sockets_to_elsewhere_are_shut():
    with socket.socket() as probe, pytest.raises(pytest.fail.Exception, match=r"198\.51\.100\.1"):
        probe.connect(("198.51.100.1", 80))


def test_sockets_to_a_name_elsewhere_are_shut():
    with socket.socket() as probe, pytest.raises(pytest.fail.Exception, match=r"example\.com"):
        probe.connect_ex(("example.com", 80))


def test_loopback_stays_open():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass


def test_files_go_to_a_folder_of_the_test(settings, tmp_path):
    assert settings.MEDIA_ROOT.parent == tmp_path
    assert settings.MEDIA_ROOT.is_dir()


def test_queries_are_counted(count_queries):
    assert count_queries(lambda: [ContentType.objects.count() for _ in range(3)]) == 3
    assert count_queries(lambda: None) == 0


def add_row(number):
    with transaction.atomic():
        row = ContentType.objects.create(app_label="probe", model=f"m{number}")
    return row.pk, os.getpid(), connection.vendor


@pytest.mark.both
@pytest.mark.concurrency
def test_processes_write_into_the_database_of_the_test(processes):
    results = processes(add_row, [(number,) for number in range(3)])
    assert len({pid for _, pid, _ in results} | {os.getpid()}) == 4
    assert {vendor for _, _, vendor in results} == {connection.vendor}
    stored = ContentType.objects.filter(app_label="probe").values_list("pk", flat=True)
    assert sorted(stored) == sorted(pk for pk, _, _ in results)


def fail(number):
    raise ValueError(number)


@pytest.mark.concurrency
def test_what_a_process_raises_is_raised_here(processes):
    with pytest.raises(ValueError, match="7"):
        processes(fail, [(7,)])


def test_what_asks_for_a_database_runs_on_both(request, db):
    assert request.node.get_closest_marker("both")


def test_what_asks_for_none_does_not(request):
    assert not request.node.get_closest_marker("both")
    assert not request.node.get_closest_marker("browser")
