"""What the preview gives to nobody, and how it begins and ends."""

from __future__ import annotations

import base64
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.preview.server.ports import listen_at, listen_near, port_of
from tests.harness import SiteFolder
from tests.serve.conftest import Start
from tests.serve.program import DEADLINE, ROOT, Serve


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    folder = SiteFolder(tmp_path_factory.mktemp("refused") / "site")
    folder.article("drills")
    folder.write("content/pages/about.md", "---\ntitle: About\n---\nWho we are.\n")
    return folder


@pytest.fixture(scope="module")
def serve(site: SiteFolder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    running = Serve(site, tmp_path_factory.mktemp("log") / "log", "--no-pdf")
    yield running
    running.process.kill()
    running.process.wait()


def opens_socket(serve: Serve, host: str, origin: str) -> bool:
    key = base64.b64encode(os.urandom(16)).decode()
    status, _, _ = _upgrade(serve, host, origin, key)
    return status == 101


def _upgrade(serve: Serve, host: str, origin: str, key: str) -> tuple[int, bytes, str]:
    lines = [
        "GET /.briefgen/live?at=%2F HTTP/1.1",
        f"Host: {host}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        f"Sec-WebSocket-Key: {key}",
        *([f"Origin: {origin}"] if origin else []),
        "",
        "",
    ]
    with socket.create_connection(("127.0.0.1", serve.port), timeout=DEADLINE) as line:
        line.sendall("\r\n".join(lines).encode())
        answer = line.recv(4096)
    return int(answer.split()[1]), answer, key


def test_foreign_hosts_are_refused(serve: Serve) -> None:
    for own in ("127.0.0.1", "localhost", "[::1]", "LOCALHOST"):
        assert serve.status("/", Host=f"{own}:{serve.port}") == 200, own
    for foreign in (
        f"evil.example:{serve.port}",
        "127.0.0.1",
        "127.0.0.1:1",
        f"localhost.evil.example:{serve.port}",
        f"127.0.0.1:{serve.port}@evil.example",
        "",
    ):
        assert serve.status("/", Host=foreign) in {400, 403}, foreign


def test_foreign_origins_are_refused(serve: Serve) -> None:
    own = f"http://127.0.0.1:{serve.port}"
    assert serve.status("/", Origin=own) == 200
    for foreign in ("https://evil.example", "null", f"http://localhost:{serve.port}", f"{own}0"):
        assert serve.status("/", Origin=foreign) == 403, foreign
    host = f"127.0.0.1:{serve.port}"
    assert opens_socket(serve, host, own)
    assert not opens_socket(serve, host, "https://evil.example")
    assert not opens_socket(serve, host, "null")
    assert not opens_socket(serve, host, "")
    rebound = f"evil.example:{serve.port}"
    assert not opens_socket(serve, rebound, f"http://{rebound}")


def test_a_strangers_page_may_link_to_the_preview_and_not_show_it(serve: Serve) -> None:
    link = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}
    assert serve.status("/", Sec_Fetch_Dest="document", **link) == 200
    assert serve.status("/", Sec_Fetch_Dest="iframe", **link) == 403
    for site in ("cross-site", "same-site"):
        assert serve.status("/", Sec_Fetch_Site=site, Sec_Fetch_Mode="no-cors") == 403
    assert serve.status("/.briefgen/withheld", Sec_Fetch_Site="same-origin") == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../briefgen.yaml",
        "/%2e%2e/briefgen.yaml",
        "/%2e%2e%2fbriefgen.yaml",
        "/..%5cbriefgen.yaml",
        "/articles/../../briefgen.yaml",
        "/articles/../index.html",
        "/articles//drills.html",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/.nojekyll",
        "/.briefgen-new/x",
        "/.briefgen/../../../app.py",
        "/.briefgen/app.py",
        "/.briefgen/waiting.html",
        "/stray.html",
        "/secret.html",
        "/articles/",
        "/assets/",
        "/index.html%00",
        "/INDEX.HTML",
        "http://evil.example/",
    ],
)
def test_nothing_but_the_output_is_served(serve: Serve, site: SiteFolder, path: str) -> None:
    (site.built / "stray.html").write_text("not briefgen's")
    assert serve.status(path) == 404


def test_a_link_that_leads_out_is_not_followed(serve: Serve, site: SiteFolder) -> None:
    outside = site.root.parent / "outside.html"
    outside.write_text("secret")
    about = site.built / "about.html"
    aside = about.read_bytes()
    about.unlink()
    about.symlink_to(outside)
    try:
        assert serve.status("/about.html") == 404
    finally:
        about.unlink()
        about.write_bytes(aside)
    assert serve.status("/about.html") == 200


def test_answers_have_the_right_headers(serve: Serve, site: SiteFolder) -> None:
    style = next(site.built.rglob("*.css")).relative_to(site.built).as_posix()
    for path, kind in {
        "/": "text/html; charset=utf-8",
        f"/{style}": "text/css; charset=utf-8",
        "/feed.xml": "application/atom+xml",
        "/SHA256SUMS": "text/plain; charset=utf-8",
        "/.briefgen/preview.js": "text/javascript; charset=utf-8",
    }.items():
        status, headers, _ = serve.get(path)
        assert (status, headers["content-type"]) == (200, kind)
        cache = "private, max-age=86400, immutable" if path == f"/{style}" else "no-store"
        assert headers["cache-control"] == cache
        assert headers["x-content-type-options"] == "nosniff"
    assert serve.get("/", method="POST")[0] == 405
    assert serve.get("/", method="HEAD")[0] == 200
    status, headers, _ = serve.get("/people")
    assert (status, headers["location"]) == (307, "/people/")
    assert serve.status("/people/") == 200


def test_one_tag_is_all_that_is_added(serve: Serve, site: SiteFolder) -> None:
    before = site.files()
    _, _, sent = serve.get("/articles/drills.html")
    tag = sent[sent.index(b"<script") : sent.index(b"</script>") + len(b"</script>")]
    assert b'src="/.briefgen/preview.js"' in tag
    assert sent.replace(tag, b"") == before["articles/drills.html"]
    assert site.files() == before


def test_a_port_that_is_taken(serve: Serve, site: SiteFolder) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", "serve", "--port", str(serve.port)],
        cwd=site.root,
        env=os.environ | {"PYTHONPATH": str(ROOT), "CI": ""},
        capture_output=True,
        text=True,
        timeout=DEADLINE,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert f"cannot be served at port {serve.port}: it is taken." in done.stderr
    assert "port-refused" in done.stderr


def test_the_next_port_is_taken_if_the_usual_one_is_not_free() -> None:
    first = listen_near(20_000)
    second = listen_near(port_of(first))
    assert port_of(second) > port_of(first)
    with pytest.raises(OSError, match="in use"):
        listen_at(port_of(first))
    for each in (*first, *second):
        assert each.getsockname()[0] in {"127.0.0.1", "::1"}
        each.close()


@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_it_stops_cleanly(start: Start, tmp_path: Path, how: signal.Signals, code: int) -> None:
    folder = SiteFolder(tmp_path / "own")
    folder.article("drills")
    serve = start(folder)
    assert serve.stop(how) == code
    assert "Traceback" not in serve.told()
    # Its port says nothing: another program may have taken it in the meantime. Its processes do.
    assert serve.remaining() == []
