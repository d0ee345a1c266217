"""`adilet-parser batch`: many acts -> shards of JSON and tables, with a manifest that accounts for every input."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import Annotated

import typer

from adilet_parser.batch.run import Share, carry_out, plan
from adilet_parser.batch.shards import Shards
from adilet_parser.cli.files import IN_PART, USAGE, say
from adilet_parser.read.pdf import PdfEngine


def batch_command(
    sources: Annotated[
        list[str], typer.Argument(metavar="FILE|DIR|-...", help="Acts, folders of acts, - for a list of paths.")
    ],
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder of the results; the same one again resumes.")],
    pattern: Annotated[
        list[str] | None, typer.Option(help="Only files of this form in folders, e.g. '*.pdf'; may be repeated.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Worker processes.")] = os.cpu_count() or 1,
    formats: Annotated[str, typer.Option("--format", help="jsonl, or jsonl,parquet.")] = "jsonl,parquet",
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that one act may take.")] = 120.0,
    memory: Annotated[
        int | None, typer.Option(min=256, help="Megabytes of address space that a worker may use (not on Windows).")
    ] = None,
    engine: Annotated[PdfEngine, typer.Option(help="What reads PDFs.")] = "pdfium",
    shard: Annotated[
        str, typer.Option(metavar="K/N", help="Only the K-th of N parts, told by content; parts may run anywhere.")
    ] = "1/1",
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Run on a Dask cluster, e.g. tcp://host:8786; DIR must be shared."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Read everything anew.")] = False,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Read anew what failed before.")] = False,
    log_json: Annotated[bool, typer.Option("--log-json", help="Progress as JSON lines on stderr.")] = False,
) -> None:
    """Read many acts, unattended. Run it again to do what is missing or changed.

    Examples:

      adilet-parser batch acts/ --out results

      adilet-parser batch acts/ --pattern '*.pdf' --out results --workers 8 --timeout 60

      find acts -name '*.txt' | adilet-parser batch - --out results --log-json
    """
    needed = {"pebble": "batch", "pyarrow": "batch", "rich": "batch"} | (
        {"distributed": "cluster"} if scheduler else {}
    )
    missing = {name: extra for name, extra in needed.items() if importlib.util.find_spec(name) is None}
    if missing:
        extra = "cluster" if "cluster" in missing.values() else "batch"
        say(f"batch needs {' and '.join(missing)}: pip install 'adilet-parser[{extra}]'.")
        raise typer.Exit(USAGE)
    from adilet_parser.batch.inputs import find_inputs
    from adilet_parser.batch.job import Options
    from adilet_parser.batch.local import Limits, run_local
    from adilet_parser.batch.progress import Report

    share = _share(shard)
    chosen = {name.strip() for name in formats.split(",")}
    if not {"jsonl"} <= chosen <= {"jsonl", "parquet"}:
        say(f"--format {formats} is not known: give jsonl or jsonl,parquet.")
        raise typer.Exit(USAGE)
    options = Options(engine=engine, tables="parquet" in chosen)
    part = f"{share.number}-of-{share.count}" if share.count > 1 else ""
    try:
        shards = Shards(out, part)
        with shards.alone():
            shards.recover()
            made = plan(find_inputs(sources, tuple(pattern or ())), shards, options, share, force, retry_failed)
            with Report(len(made.todo) + len(made.others), log_json) as report:
                if scheduler is None:
                    limits = Limits(workers, timeout, memory)
                    counts = carry_out(made, shards, lambda paths: run_local(paths, options, limits), report.tell)
                else:
                    from adilet_parser.batch.cluster import run_cluster

                    counts = run_cluster(made, shards, options, scheduler, timeout, report.tell, part)
                if log_json:
                    report.line("end", unchanged=made.unchanged, elsewhere=made.elsewhere)
    except (RuntimeError, OSError) as error:
        say(f"{error}.")
        raise typer.Exit(USAGE) from error
    told = ", ".join(f"{counts[status]} {status}" for status in ("ok", "partial", "failed", "skipped"))
    rest = f", {made.elsewhere} of other shards" if made.elsewhere else ""
    say(f"{told}, {made.unchanged} unchanged{rest}: see {out / 'manifest.jsonl'}.")
    raise typer.Exit(IN_PART if counts["failed"] else 0)


def _share(text: str) -> Share:
    number, _, count = text.partition("/")
    if not (number.isdigit() and count.isdigit() and 1 <= int(number) <= int(count)):
        say(f"--shard {text} is no part: give K/N, for example 2/8.")
        raise typer.Exit(USAGE)
    return Share(int(number), int(count))
