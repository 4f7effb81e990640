"""What the bootstrap has to know, asked of the interpreter that will do the work.

Run as `PYTHON -I .ci/probe.py QUESTION ...`, with the repository as the current folder. It is read
by every python3 that a machine offers, however old, so its syntax stays plain; it imports only the
standard library, and what a crippled build may lack only where it is asked about.

    identity                path and version of this interpreter
    interpreter             exit 0: usable; 3: a Debian package away from it; 1: no
    missing KIND            one line for each missing system part: Debian package, tab, what it is
    installer               the same, for what only an installation of Python packages needs
    stamped KIND            exit 0 when .venv answers to the lock file
    ready KIND              exit 0 when, besides, the system lacks nothing
    adopt NEW KIND          make NEW, which is whole, the .venv
"""

import os
import sys

VENV = ".venv"
OLDEST = (3, 11)
USABLE, UNUSABLE, MENDABLE = 0, 1, 3  # what `interpreter` answers with
# A test environment is a site environment with more in it, so it bears both stamps.
KINDS = {"site": ("site",), "test": ("site", "test")}

LIBRARIES = (
    ("libpango-1.0-0", "Pango", ("libpango-1.0.so.0", "libpango-1.0.0.dylib")),
    (
        "libpangoft2-1.0-0",
        "Pango for FreeType",
        ("libpangoft2-1.0.so.0", "libpangoft2-1.0.0.dylib"),
    ),
    (
        "libharfbuzz-subset0",
        "the HarfBuzz subsetter",
        ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
    ),
)
TEST_LIBRARIES = (("libatomic1", "libatomic, for the driver of the browser", ("libatomic.so.1",)),)
PROGRAMS = (
    ("chromium", "chromium", "Chromium, for tests in a browser"),
    ("poppler-utils", "pdftotext", "pdftotext, for tests of briefs"),
    ("poppler-utils", "pdftoppm", "pdftoppm, for tests of briefs"),
    ("qpdf", "qpdf", "qpdf, for tests of briefs"),
    ("default-jre-headless", "java", "Java, for the checker of HTML"),
)


def identity():
    return "{} {}".format(os.path.realpath(sys.executable), " ".join(sys.version.split()))


def interpreter():
    """Usable means: new enough, and able to make an environment with all that briefgen imports."""
    if sys.version_info < OLDEST:
        print("is Python {}.{}".format(*sys.version_info[:2]))
        return UNUSABLE
    for name in ("ctypes", "hashlib", "lzma", "sqlite3", "ssl", "venv", "zlib"):
        try:
            __import__(name)
        except ImportError:
            print("has no " + name)
            return UNUSABLE
    try:
        import ensurepip  # noqa: PLC0415 - Debian packs it apart

        ensurepip.version()
    except Exception:  # noqa: BLE001 - whatever is wrong with it, it cannot be used
        print("cannot make an environment (no ensurepip)")
        # Debian's own interpreters get it from a package; for others there is none.
        return MENDABLE if os.path.realpath(sys.executable).startswith("/usr/bin/") else UNUSABLE
    return USABLE


def opens(names):
    import ctypes  # noqa: PLC0415 - its absence is an answer of `interpreter`

    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None


def fontconfig_works():
    """The library alone is not enough: without its configuration no text can be set."""
    import ctypes  # noqa: PLC0415

    library = opens(("libfontconfig.so.1", "libfontconfig.1.dylib"))
    if library is None:
        return False
    library.FcConfigFilename.restype = ctypes.c_void_p
    return bool(library.FcConfigFilename(None))


def missing(kind):
    import shutil  # noqa: PLC0415

    libraries = LIBRARIES
    if kind == "test" and sys.platform == "linux":
        libraries += TEST_LIBRARIES
    found = [(package, what) for package, what, names in libraries if opens(names) is None]
    if not fontconfig_works():
        found.append(("fontconfig", "Fontconfig with its configuration"))
    if kind == "test":
        found += [(package, what) for package, name, what in PROGRAMS if not shutil.which(name)]
    return found


def certificates_known():
    import ssl  # noqa: PLC0415

    paths = ssl.get_default_verify_paths()
    return bool(paths.cafile or (paths.capath and os.listdir(paths.capath)))


def installer():
    found = []
    if interpreter_quietly() == MENDABLE:
        # Which package it is depends on whether this is the distribution's default python3.
        default = os.path.realpath("/usr/bin/python3") == os.path.realpath(sys.executable)
        name = "python3-venv" if default else "python{}.{}-venv".format(*sys.version_info[:2])
        found.append((name, "the part of Python that makes environments"))
    if not certificates_known():
        found.append(("ca-certificates", "certificates, to fetch Python packages"))
    return found


def interpreter_quietly():
    keep, sys.stdout = sys.stdout, open(os.devnull, "w")  # noqa: SIM115
    try:
        return interpreter()
    finally:
        sys.stdout.close()
        sys.stdout = keep


def stamp(kind):
    """The digest of everything that the environment was made from."""
    import hashlib  # noqa: PLC0415

    with open(os.path.join(".ci", kind + ".txt"), "rb") as lock:
        digest = hashlib.sha256(lock.read())
    digest.update(identity().encode())
    return digest.hexdigest()


def stamped(kind):
    try:
        with open(os.path.join(VENV, "stamp-" + kind)) as file:
            return file.read().strip() == stamp(kind)
    except OSError:
        return False


def adopt(new, kind):
    """Put NEW in the place of .venv. Run by NEW's own interpreter, so that the stamp is of it."""
    import glob  # noqa: PLC0415
    import shutil  # noqa: PLC0415

    scripts = os.path.join(new, "bin")
    for name in os.listdir(scripts):
        path = os.path.join(scripts, name)
        # Scripts name their interpreter by its full path, and that path is about to change.
        if os.path.isfile(path) and not os.path.islink(path):
            with open(path, "rb") as file:
                text = file.read()
            if new.encode() in text:
                with open(path, "wb") as file:
                    file.write(text.replace(new.encode(), VENV.encode()))
    with open(os.path.join(scripts, "briefgen"), "w") as file:
        file.write('#!/bin/sh\nexec "$(dirname "$0")/python" -m briefgen "$@"\n')
    os.chmod(file.name, 0o755)  # noqa: S103 - a program, for whoever may read the checkout
    for packages in glob.glob(os.path.join(glob.escape(new), "lib", "python*", "site-packages")):
        with open(os.path.join(packages, "briefgen.pth"), "w") as file:
            # Relative, so that a moved or copied checkout never runs the code of another.
            file.write(os.path.relpath(".", packages) + "\n")
    for part in KINDS[kind]:
        with open(os.path.join(new, "stamp-" + part), "w") as file:
            file.write(stamp(part) + "\n")
    old = "{}.old-{}".format(VENV, os.getpid())
    while True:
        try:
            os.rename(new, VENV)
            break
        except OSError:
            # Somebody's environment is there, perhaps made a moment ago by another run.
            try:
                os.rename(VENV, old)
            except FileNotFoundError:
                continue
            shutil.rmtree(old, ignore_errors=True)


def tell(found):
    for package, what in found:
        print("{}\t{}".format(package, what))


def main(question, *arguments):
    if question == "identity":
        print(identity())
    elif question == "interpreter":
        return interpreter()
    elif question == "missing":
        tell(missing(*arguments))
    elif question == "installer":
        tell(installer())
    elif question == "ready":
        return 0 if stamped(*arguments) and not missing(*arguments) else 1
    elif question == "stamped":
        return 0 if stamped(*arguments) else 1
    elif question == "adopt":
        adopt(*arguments)
    else:
        raise SystemExit("unknown question: " + question)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
