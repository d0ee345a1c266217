"""The same job on a real Dask cluster of processes on this machine."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import dask
import pytest
from distributed import LocalCluster, WorkerPlugin

from adilet_parser.batch import cluster as on_cluster
from adilet_parser.batch import job
from adilet_parser.batch.cluster import run_cluster
from adilet_parser.batch.inputs import find_inputs
from adilet_parser.batch.job import Options, Outcome
from adilet_parser.batch.run import Plan, Share, plan
from adilet_parser.batch.shards import Shards
from tests.test_batch import acts, batch, manifest, tree, whole


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as started:
        yield started


def made_for(source: Path, shards: Shards) -> Plan:
    return plan(find_inputs([str(source)]), shards, Options(), Share(), force=False, again=False)


def test_the_command_runs_on_a_cluster(tmp_path: Path, cluster: LocalCluster) -> None:
    source, out = tree(tmp_path / "acts", 40), tmp_path / "out"
    done = batch(source, tmp_path / "none.txt", "--out", out, "--scheduler", cluster.scheduler_address)
    assert done.returncode == 4, done.stderr
    assert "40 ok, 0 partial, 1 failed" in done.stderr
    whole(out)
    assert sorted(int(act["act"]["number"]) for act in acts(out)) == list(range(40))
    assert "40 unchanged" in batch(source, "--out", out, "--scheduler", cluster.scheduler_address).stderr


def test_a_worker_that_is_killed_in_mid_run_loses_nothing(tmp_path: Path, cluster: LocalCluster) -> None:
    source, out = tree(tmp_path / "acts", 600), tmp_path / "out"
    shards = Shards(out)

    def kill() -> None:
        time.sleep(0.7)
        os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    counts = run_cluster(
        made_for(source, shards),
        shards,
        Options(tables=False),
        cluster.scheduler_address,
        60,
        lambda row: None,
        group=20,
    )
    killer.join()
    assert counts["ok"] == 600
    whole(out)
    assert sorted(int(act["act"]["number"]) for act in acts(out)) == list(range(600))
    assert len(manifest(out)) == 600


class Deadly(WorkerPlugin):
    """On every worker, also on those started anew: reading `deadly.txt` ends the process."""

    def setup(self, worker: object) -> None:
        def run(path: str, options: Options) -> Outcome:
            if path.endswith("deadly.txt"):
                os._exit(9)
            return job.run(path, options)

        on_cluster.run = run  # type: ignore[attr-defined]


def test_a_deadly_act_is_found_by_halving(tmp_path: Path) -> None:
    """One file of 17 takes its worker along; the 16 others are read, the one is named."""
    source, out = tree(tmp_path / "acts", 16), tmp_path / "out"
    deadly = source / "deadly.txt"
    deadly.write_text("Қаулы", encoding="utf-8")
    shards = Shards(out)
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
    ):
        with cluster.get_client() as client:
            client.register_plugin(Deadly())
        counts = run_cluster(
            made_for(source, shards),
            shards,
            Options(tables=False),
            cluster.scheduler_address,
            60,
            lambda row: None,
            group=17,
        )
    assert (counts["ok"], counts["failed"]) == (16, 1)
    assert manifest(out)[str(deadly)]["code"] == "worker_died"
    whole(out)
