"""Importing this module reads every table once: a process that forks graders shares them instead of reading them anew."""

from usjapan.tables import TABLES, load

for _name in TABLES:
    load(_name)
