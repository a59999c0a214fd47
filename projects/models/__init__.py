"""项目与单位的模型."""

from projects.models.facts import FundFlow, ListItem, Statement
from projects.models.masters import Department, Locality, Project
from projects.models.subject import Subject

__all__ = ["Department", "FundFlow", "ListItem", "Locality", "Project", "Statement", "Subject"]
