"""Readers that do what a reader must never do; tests run them in reading processes."""

import ctypes
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import msgspec

from forum.isolation import RefusedError


class Echo(msgspec.Struct):
    text: str
    pid: int = 0


def echo(data, word=""):
    return Echo(f"{data.decode()}{word}", os.getpid())


def room(data):
    """Tell how much address space there is."""
    return Echo(str(resource.getrlimit(resource.RLIMIT_AS)))


def refuse(data):
    raise RefusedError("odd", "This is {what}.", what=data.decode())


def stumble(data):
    raise ValueError(data)


def recurse(data):
    return recurse(data)


def hold_the_interpreter(data):
    """One call of C that never comes back, with the interpreter's lock held: no thread of ours runs any more."""
    return pow(3, 10**9)


def sleep_with_a_child(data):
    subprocess.Popen(["/bin/sleep", "1000"])
    time.sleep(1000)


def eat_memory(data):
    return Echo("x" * (4 << 30))


def eat_memory_bit_by_bit(data):
    held = []
    while True:
        held.append(bytearray(1 << 20))


def segfault(data):
    ctypes.string_at(0)


def kill_myself(data):
    os.kill(os.getpid(), 9)


def exit_quietly(data):
    os._exit(0)


def write_a_file(data):
    Path(data.decode()).write_text("x" * 100)
    return Echo("written")


def open_many_files(data):
    return Echo(str(len([open("/dev/null") for _ in range(1000)])))  # noqa: PTH123 (held open)


def answer_much(data):
    return Echo("x" * (3 << 20))


def environment(data):
    return Echo(" ".join(sorted(os.environ)))


def modules(data):
    return Echo(" ".join(sorted({name.split(".")[0] for name in sys.modules})))
