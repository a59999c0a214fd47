"""演示主数据: localities, departments, users, projects and notices from a demo file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from accounts.models import Membership, User
from filings.models import Notice
from projects.models import Department, Locality, Project

PASSWORD = "Yanshi-2026!"  # noqa: S105 - the demo's own, printed at start; real sites have no demo accounts


@dataclass
class Town:
    """演示地区: what later steps look up by code or user name."""

    locality: Locality
    departments: dict[str, Department] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    projects: dict[str, Project] = field(default_factory=dict)

    def whose(self, row: Mapping[str, Any]) -> tuple[Department, Project | None]:
        """Unit and project of a filing's row; `department` instead of `project` means the unit as a whole."""
        if "project" not in row:
            return self.departments[row["department"]], None
        project = self.projects[row["project"]]
        return project.department, project


def load_masters(data: Mapping[str, Any], *, today: date) -> Town:
    """Create the locality of one demo file with all its master data."""
    locality, _ = Locality.objects.get_or_create(code=data["locality"]["code"], defaults=data["locality"])
    town = Town(locality)
    for row in data["departments"]:
        _department(town, row)
    for row in data["users"]:
        _user(town, row)
    for row in data["projects"]:
        _project(town, row)
    for row in data["notices"]:
        _notice(town, row, today)
    return town


def _notice(town: Town, row: Mapping[str, Any], today: date) -> None:
    """A notice; `only` or `except` name the units and projects by code that it asks or leaves out."""
    reach = next((word for word in ("only", "except") if word in row), "all")
    due = today + timedelta(days=int(row["due_in_days"]))
    words = {"year": int(row["year"]), "due_on": due, "reach": reach}
    notice, made = Notice.objects.get_or_create(locality=town.locality, form=row["form"], defaults=words)
    if made and reach != "all":
        notice.departments.set(town.departments[code] for code in row[reach].get("departments", ()))
        notice.projects.set(town.projects[code] for code in row[reach].get("projects", ()))


def _department(town: Town, row: Mapping[str, Any]) -> None:
    parent = town.departments.get(row.get("parent", ""))
    town.departments[row["code"]], _ = Department.objects.get_or_create(
        locality=town.locality,
        code=row["code"],
        defaults={
            "name": row["name"],
            "short_name": row.get("short_name", ""),
            "kind": row["kind"],
            "parent": parent,
        },
    )


def _user(town: Town, row: Mapping[str, Any]) -> None:
    user = User.objects.filter(username=row["username"]).first()
    if user is None:
        user = User.objects.create_user(
            username=row["username"], password=PASSWORD, full_name=row["name"], phone=row["phone"]
        )
    for role in row["roles"]:
        Membership.objects.get_or_create(user=user, department=town.departments[row["department"]], role=role)
    town.users[row["username"]] = user


def _project(town: Town, row: Mapping[str, Any]) -> None:
    town.projects[row["code"]], _ = Project.objects.get_or_create(
        department=town.departments[row["department"]],
        code=row["code"],
        defaults={
            "name": row["name"],
            "attribute": row.get("attribute", ""),
            "starts": date.fromisoformat(row["starts"]) if "starts" in row else None,
            "ends": date.fromisoformat(row["ends"]) if "ends" in row else None,
        },
    )
