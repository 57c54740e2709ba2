"""Ask a server for one page over and over: `python -m tests.bench.load PORT PATH SECONDS`, prints requests a second."""

import socket
import sys
import time

ROOM = 262_144


def answer_on(line: socket.socket) -> None:
    """Read one whole answer. Raises AssertionError for any but 200."""
    data = line.recv(ROOM)
    while b"\r\n\r\n" not in data:
        data += line.recv(ROOM)
    head, body = data.lower().split(b"\r\n\r\n", 1)
    assert head.startswith(b"http/1.1 200"), head
    length = int(head.split(b"content-length: ")[1].split(b"\r\n")[0])
    got = len(body)
    while got < length:
        got += len(line.recv(ROOM))


def main(port: int, path: str, seconds: float) -> None:
    """Ask on one connection, one question after the other."""
    question = f"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nAccept-Encoding: gzip\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        count, start = 0, time.perf_counter()
        while (spent := time.perf_counter() - start) < seconds:
            line.sendall(question)
            answer_on(line)
            count += 1
    sys.stdout.write(f"{count / spent}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], float(sys.argv[3]))
