"""Programmes are read by one process: each may take a gigabyte."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from speakers.programme import read_file


def reading_processes():
    """Give the numbers of this process's children that read programmes."""
    found = set()
    for command in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            parent = int(command.with_name("stat").read_text().rpartition(")")[2].split()[1])
            if parent == os.getpid() and "speakers.programme_file" in command.read_text():
                found.add(command.parent.name)
        except FileNotFoundError:
            continue  # it ended
    return found


@pytest.mark.slow  # starts a process
def test_several_programmes_at_once_are_read_one_after_the_other():
    with ThreadPoolExecutor(4) as several:
        read = [
            one.tables[0] for one in several.map(read_file, [f"a,{count}".encode() for count in range(4)])
        ]

    assert read == [[["a", str(count)]] for count in range(4)]
    assert len(reading_processes()) == 1
