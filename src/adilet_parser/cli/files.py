"""Reading inputs and writing outputs for the commands; what went wrong becomes one line on stderr and an exit code."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

from adilet_parser.model.act import Act

USAGE, NOT_AN_ACT, IN_PART, NOTHING = 2, 3, 4, 5


def say(message: str) -> None:
    """A line on stderr, control characters made visible."""
    print(f"adilet-parser: {one_line(message)}", file=sys.stderr)


def one_line(text: str) -> str:
    """Text for a terminal: control characters made visible, so that nothing printed can command it."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def progress(paths: Sequence[str]) -> Iterator[str]:
    """The paths, and on a terminal's stderr a line that says how far the work is."""
    for count, path in enumerate(paths, 1):
        if sys.stderr.isatty():
            print(f"\r\x1b[K{count}/{len(paths)} {one_line(path)[-70:]}", end="", file=sys.stderr, flush=True)
        yield path
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def read_input(path: str) -> tuple[bytes, str]:
    """The bytes of a file, or of standard input for `-`, and the name for the record; exit 2 if there are none to be had."""
    if path == "-":
        return sys.stdin.buffer.read(), "-"
    try:
        return Path(path).read_bytes(), Path(path).name
    except IsADirectoryError as error:
        say(f"{path} is a folder: name a file in it.")
        raise typer.Exit(USAGE) from error
    except PermissionError as error:
        # Windows reports a folder this way.
        say(f"{path} cannot be opened: {'it is a folder' if Path(path).is_dir() else 'permission denied'}.")
        raise typer.Exit(USAGE) from error
    except FileNotFoundError as error:
        say(f"{path} does not exist: check the path, or give - for standard input.")
        raise typer.Exit(USAGE) from error
    except (OSError, ValueError) as error:
        say(f"{path} cannot be read: {error}.")
        raise typer.Exit(USAGE) from error


def write_output(written: str | bytes, path: str | None) -> None:
    """What was made to standard output, or to a file that appears whole or not at all; exit 2 if it cannot be written."""
    data = written.encode("utf-8", "replace") if isinstance(written, str) else written
    if path is None or path == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    target = Path(path)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        say(f"{path} cannot be written: {error.strerror or error}.")
        raise typer.Exit(USAGE) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def source_text(act: Act, data: bytes) -> str | None:
    """The input of a text file or page as its source map counts it; null for a PDF."""
    encoding = act.source.encoding
    return data.decode(encoding, "replace").removeprefix("\ufeff") if encoding else None


def exit_code(act: Act) -> int:
    """The exit code that says how an act was read."""
    if not act.text.strip():
        return NOTHING
    codes = {entry.code for entry in act.problems if entry.severity == "error"}
    if "not_an_act" in codes:
        return NOT_AN_ACT
    return IN_PART if codes else 0


def report(act: Act, label: str) -> None:
    """Error-level problems on stderr."""
    for entry in act.problems:
        if entry.severity == "error":
            say(f"{label}: {entry.code}: {entry.message}")
