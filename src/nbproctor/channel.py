"""Messages between the grader and a child: length, then JSON. The child's side is not trusted."""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from json import dumps, loads  # as they are now: a test may put something in their place
from typing import Any

HEADER = struct.Struct("!Q")
# Values in one message: three times what an answer may hold. A list of nothing but empty lists would take a hundred times its text.
MAX_VALUES = 6_000_000


class ChannelBroken(Exception):
    """The other side closed, sent what is no message, or too much of it."""


class Late(Exception):
    """No whole message came in time."""


class Channel:
    """One end of a stream socket that carries JSON objects; `limit` bounds what is read, in bytes."""

    def __init__(self, end: socket.socket, limit: int) -> None:
        self.end = end
        self.limit = limit
        self.last = b""  # the message that was received last, as it came
        self.buffer = bytearray()  # what came of a message that is not whole yet: waiting can be taken up again

    def send(self, message: dict[str, Any] | bytes, deadline: float | None = None) -> None:
        """Send one message, or pass one on as it came. Raises `Late` where nobody reads it until `deadline` (monotonic)."""
        data = message if isinstance(message, bytes) else dumps(message).encode()
        with self._until(deadline):
            self.end.sendall(HEADER.pack(len(data)) + data)

    def receive(self, deadline: float | None = None) -> dict[str, Any]:
        """Next message. Raises `Late` after `deadline` (monotonic) and `ChannelBroken` for anything but a message."""
        self._fill(HEADER.size, deadline)
        (length,) = HEADER.unpack_from(self.buffer)
        if length > self.limit:
            raise ChannelBroken(f"a message of {length} bytes, over the limit of {self.limit}")
        self._fill(HEADER.size + length, deadline)
        self.last = data = bytes(self.buffer[HEADER.size : HEADER.size + length])
        del self.buffer[: HEADER.size + length]
        if sum(map(data.count, (b",", b"[", b"{"))) > MAX_VALUES:
            raise ChannelBroken("a message of too many values, over the limit")
        try:
            message = loads(data)
        except (ValueError, RecursionError) as error:
            raise ChannelBroken(f"no message: {error}") from None
        if not isinstance(message, dict):
            raise ChannelBroken("no message: not an object")
        return message

    def _fill(self, length: int, deadline: float | None) -> None:
        while len(self.buffer) < length:
            with self._until(deadline):
                part = self.end.recv(max(1 << 16, min(length - len(self.buffer), 1 << 20)))
            if not part:
                raise ChannelBroken("closed")
            self.buffer += part

    @contextmanager
    def _until(self, deadline: float | None) -> Iterator[None]:
        try:
            # Not 0, which would not even take what has come.
            self.end.settimeout(None if deadline is None else max(0.001, deadline - time.monotonic()))
            yield
        except TimeoutError:
            raise Late from None
        except OSError as error:
            raise ChannelBroken(str(error)) from None

    def close(self) -> None:
        """Close this end."""
        self.end.close()
