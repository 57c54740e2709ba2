"""Reading in processes of its own: whatever a reader does, the caller gets a result or one sentence."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from forum.isolation import Limits, Pool, RefusedError
from forum.isolation.pool import ReadingProcess
from tests.forum.isolation.hostile_readers import Echo

READERS = "tests.forum.isolation.hostile_readers"
ROOT = Path(__file__).resolve().parents[3]
QUICK = Limits(seconds=2, memory=512 << 20, longest_answer=2 << 20, readings=50, idle_seconds=60)
pytestmark = pytest.mark.slow


@pytest.fixture
def pool():
    pool = Pool(READERS, limits=QUICK)
    yield pool
    pool.end()


def refusal(pool, function, data=b"x"):
    with pytest.raises(RefusedError) as caught:
        pool.call(function, data, Echo)
    return caught.value.code


def gone(pid):
    command = Path(f"/proc/{pid}/cmdline")
    deadline = time.monotonic() + 20
    while command.exists() and command.read_bytes() and time.monotonic() < deadline:
        time.sleep(0.02)
    return not (command.exists() and command.read_bytes())


def test_a_result_comes_back_as_the_struct_it_was(pool):
    assert pool.call("echo", "雨".encode(), Echo, word="!").text == "雨!"


def test_a_reading_has_a_gigabyte_where_nothing_else_is_said(pool):
    usual = Pool(READERS)
    told = [one.call("room", b"", Echo).text for one in (usual, pool)]
    usual.end()

    assert told == [str((most, most)) for most in (1024**3, QUICK.memory)]


def reading_processes():
    """Give the numbers of this process's children that read."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(status.read_text().rpartition(")")[2].split()[1])
            command = status.with_name("cmdline").read_text()
        except FileNotFoundError:
            continue  # it ended
        if parent == os.getpid() and READERS in command:
            found.append(int(status.parent.name))
    return found


def test_the_process_that_was_made_ready_is_the_one_that_reads(pool):
    pool.warm()
    pool.warm()
    ready = reading_processes()

    assert [pool.call("echo", b"x", Echo).pid] == ready


def test_a_refusal_comes_back_with_its_sentence(pool):
    with pytest.raises(RefusedError) as caught:
        pool.call("refuse", b"odd", Echo)

    assert (caught.value.code, caught.value.template, str(caught.value)) == (
        "odd",
        "This is {what}.",
        "This is odd.",
    )


@pytest.mark.parametrize(
    ("function", "code"),
    [
        ("stumble", "unreadable"),
        ("recurse", "too-deep"),
        ("segfault", "unreadable"),
        ("kill_myself", "unreadable"),
        ("exit_quietly", "unreadable"),
        ("eat_memory", "too-much-memory"),
        ("eat_memory_bit_by_bit", "too-much-memory"),
        ("answer_much", "too-much-memory"),
        ("hold_the_interpreter", "too-slow"),
        ("sleep_with_a_child", "too-slow"),
        ("open_many_files", "unreadable"),
    ],
)
def test_whatever_a_reader_does_is_one_refusal_and_the_next_reading_works(pool, function, code):
    start = time.monotonic()

    assert refusal(pool, function) == code
    assert pool.call("echo", b"still here", Echo).text == "still here"
    assert time.monotonic() - start < 6


def test_a_reader_writes_no_file(pool, tmp_path):
    place = tmp_path / "written"

    refusal(pool, "write_a_file", str(place).encode())

    assert place.read_bytes() == b"" if place.exists() else True


def test_a_reader_sees_neither_keys_nor_databases(pool, monkeypatch):
    monkeypatch.setenv("RAPPORTEUR_SECRET_KEY", "secret" * 10)

    assert pool.call("environment", b"", Echo).text == "HOME LC_ALL PATH PYTHONDONTWRITEBYTECODE"
    assert "django" not in pool.call("modules", b"", Echo).text.split()


def test_a_process_stays_warm_and_is_renewed_after_so_many_readings():
    pool = Pool(READERS, limits=Limits(readings=3))
    pids = [pool.call("echo", b"x", Echo).pid for _ in range(7)]
    pool.end()

    assert [pids.count(pid) for pid in dict.fromkeys(pids)] == [3, 3, 1]


def test_an_idle_process_ends_and_the_next_reading_starts_another():
    pool = Pool(READERS, limits=Limits(idle_seconds=0.2))
    first = pool.call("echo", b"x", Echo).pid

    assert gone(first)
    assert pool.call("echo", b"x", Echo).pid != first
    pool.end()


def test_what_a_reader_started_ends_with_it(pool):
    before = set(children_named("sleep"))
    refusal(pool, "sleep_with_a_child")

    assert set(children_named("sleep")) <= before


def children_named(name):
    found = subprocess.run(["ps", "-eo", "pid=,args="], capture_output=True, text=True, check=True).stdout
    return [line.split()[0] for line in found.splitlines() if line.split()[1:] == [f"/bin/{name}", "1000"]]


def test_more_at_once_than_there_are_processes_wait_a_moment_and_are_refused_then():
    pool = Pool(READERS, processes=1, limits=Limits(seconds=4))
    reading = threading.Thread(target=lambda: refusal(pool, "sleep_with_a_child"))
    reading.start()
    time.sleep(0.2)
    start = time.monotonic()

    assert refusal(pool, "echo") == "busy"
    assert time.monotonic() - start < 3
    reading.join()
    assert pool.call("echo", b"x", Echo).text == "x"
    pool.end()


def test_many_threads_share_few_processes(pool):
    pids = []
    threads = [
        threading.Thread(target=lambda: pids.append(pool.call("echo", b"x", Echo).pid)) for _ in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (len(pids), len(set(pids)) <= 2) == (12, True)


def test_a_forked_process_has_readers_of_its_own(pool):
    mine = pool.call("echo", b"x", Echo).pid
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.write(writing, str(pool.call("echo", b"x", Echo).pid).encode())
        os._exit(0)
    os.waitpid(child, 0)

    assert int(os.read(reading, 20)) != mine
    assert pool.call("echo", b"x", Echo).pid == mine


@pytest.mark.parametrize("function", ["sleep_with_a_child", "hold_the_interpreter"])
def test_a_reading_process_ends_when_the_site_s_process_is_killed(function):
    code = (
        "import threading, time; from forum.isolation import Limits; from forum.isolation.pool import ReadingProcess;"
        "import msgspec; from forum.isolation.frames import Request, send;"
        f"p = ReadingProcess({READERS!r}, Limits(seconds=3));"
        f"send(p._link, msgspec.msgpack.encode(Request({function!r}, b'x', {{}})));"
        "print(p.pid, flush=True); time.sleep(60)"
    )
    site = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    reader = int(site.stdout.readline())
    time.sleep(1)
    site.send_signal(signal.SIGKILL)
    site.wait()
    site.stdout.close()

    assert gone(reader)


def test_ending_is_the_same_twice():
    process = ReadingProcess(READERS, QUICK)

    assert (process.end(), process.end()) == (-signal.SIGKILL, -signal.SIGKILL)


def test_who_waits_for_a_process_to_end_of_itself_leaves_the_processor_to_it():
    process = ReadingProcess(READERS, QUICK)
    before = time.thread_time()

    assert process.end(patience=0.5) == -signal.SIGKILL
    assert time.thread_time() - before < 0.2
