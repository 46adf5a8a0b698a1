"""The folder of what a command writes for itself: gone at its end, and after a kill with the next command."""

import os
import signal
import subprocess
import sys
import time

import pytest

from lkip_lib.pipeline.scratch import folder_sementara


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def killed(place):
    """Let another process hold such a folder, and kill it; what it left looks an hour old."""
    command = "from lkip_lib.pipeline.scratch import *\nwith folder_sementara() as f: print(f, flush=True); input()"
    env = {**os.environ, "TMPDIR": str(place)}
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", command], stdin=pipe, stdout=pipe, env=env) as holder:
        holder.stdout.readline()
        age(place)
        yield
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        age(place)
    yield


def age(place):
    hour = time.time() - 3600
    for path in place.glob("lkip-*/kunci"):
        os.utime(path, (hour, hour))


def test_it_is_gone_at_the_end(place):
    with folder_sementara() as folder:
        (folder / "isi.txt").write_text("x")
    assert [*place.iterdir()] == []


@pytest.mark.skipif(os.name != "posix", reason="there is no such kill")
def test_one_in_use_stays_and_that_of_a_killed_command_is_swept(place):
    holder = killed(place)
    next(holder)
    with folder_sementara():
        assert len([*place.iterdir()]) == 2
    next(holder)
    with folder_sementara() as folder:
        assert [folder.parent] == [*place.iterdir()]


@pytest.mark.skipif(os.name != "posix", reason="there are no such links")
def test_a_link_that_looks_like_one_leads_nowhere(place, tmp_path_factory):
    precious = tmp_path_factory.mktemp("orang")
    (precious / "isi").mkdir()
    (precious / "kunci").write_text("")
    (place / "lkip-tautan").symlink_to(precious)
    age(place)
    with folder_sementara():
        pass
    assert (precious / "isi").is_dir()
