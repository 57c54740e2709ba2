"""Types that several threads decode into first."""

import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_threads_that_decode_into_a_type_first_do_not_end_the_process():
    program = """
        import sys, threading
        sys.setswitchinterval(1e-6)
        import msgspec
        from bulletins.document import Document
        from bulletins.manuscript.blocks import Reading
        from forum.first_use import ready
        body = msgspec.msgpack.encode(Reading(Document()))
        together = threading.Barrier(8)
        def decode():
            together.wait()
            msgspec.msgpack.decode(body, type=ready(Reading))
        threads = [threading.Thread(target=decode) for _ in range(8)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
    """

    done = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], cwd=ROOT, check=False)

    assert done.returncode == 0
