"""Sockets that nobody but this machine can reach."""

from __future__ import annotations

import contextlib
import errno
import os
import socket

USUAL = 8400
# So many ports from the usual one upwards are tried before the system is asked for any.
TRIED = 50
_ANY = 0
_IPV4 = "127.0.0.1"
_IPV6 = "::1"
# What the system says where it has no IPv6, or no such address.
_NO_IPV6 = frozenset({errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, errno.EPROTONOSUPPORT})


def listen_at(port: int) -> tuple[socket.socket, ...]:
    """Sockets at `port` on each loopback address that the machine has: a browser may take
    `localhost` for either. Raises OSError if the port is taken on one of them, or forbidden."""
    with contextlib.ExitStack() as opened:
        first = opened.enter_context(_open(socket.AF_INET, _IPV4, port))
        sockets = [first]
        try:
            second = _open(socket.AF_INET6, _IPV6, port_of(sockets))
        except OSError as refused:
            if refused.errno not in _NO_IPV6:
                raise
        else:
            sockets.append(second)
        opened.pop_all()
    return tuple(sockets)


def listen_near(port: int) -> tuple[socket.socket, ...]:
    """Sockets at the first free port from `port` upwards, or at any that is free."""
    for each in range(port, port + TRIED):
        with contextlib.suppress(OSError):
            return listen_at(each)
    while True:
        try:
            return listen_at(_ANY)
        except OSError as refused:
            # The one that the system gave may be taken on the other address.
            if refused.errno != errno.EADDRINUSE:
                raise


def port_of(sockets: tuple[socket.socket, ...] | list[socket.socket]) -> int:
    """The port of sockets that listen."""
    port: int = sockets[0].getsockname()[1]
    return port


def _open(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            # A preview that was just stopped must not block the next one. Elsewhere the same option
            # would share the port with whoever has it.
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family is socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind((address, port))
        made.listen()
    except OSError:
        made.close()
        raise
    return made
