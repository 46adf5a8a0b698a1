"""What one process leaves for the next runs no code unless this user's own runs wrote it."""

import os
import pickle
import stat
import subprocess
import sys

import pytest

from lkip_lib.buku import seal
from lkip_lib.buku.seal import LINGKUNGAN, buka_segel, kunci, segel


class Planted:
    ran = False

    def __reduce__(self):
        return setattr, (Planted, "ran", True)


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A user with a home of their own."""
    monkeypatch.delenv(LINGKUNGAN)
    monkeypatch.setenv("HOME", str(tmp_path))
    seal._kunci_pengguna.cache_clear()
    yield tmp_path
    seal._kunci_pengguna.cache_clear()


def test_what_was_sealed_comes_back_for_the_same_inputs_only():
    paper = segel({"a": 1}, "sidik")
    assert buka_segel(paper, "sidik") == {"a": 1}
    assert buka_segel(paper, "lain") is None


@pytest.mark.parametrize("prefix", [b"", b"0" * 32, pickle.dumps("sidik")])
def test_a_planted_pickle_is_never_run(prefix, monkeypatch):
    monkeypatch.setattr(Planted, "ran", False)
    planted = pickle.dumps(Planted())
    assert buka_segel(prefix + planted, "sidik") is None
    assert not Planted.ran
    pickle.loads(planted)
    assert Planted.ran


def test_a_changed_byte_breaks_the_seal():
    paper = bytearray(segel(Planted, "sidik"))
    paper[-2] ^= 1
    assert buka_segel(bytes(paper), "sidik") is None


def test_a_users_processes_share_a_key_that_nobody_else_reads(home):
    mine = kunci()
    command = "from lkip_lib.buku.seal import kunci; print(kunci().decode())"
    other = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    assert other.stdout.strip().encode() == mine
    if os.name == "posix":
        assert stat.S_IMODE((home / ".cache" / "lkip" / "segel").stat().st_mode) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="files elsewhere have no such rights")
def test_a_key_that_others_can_read_is_not_used(home):
    mine = kunci()
    (home / ".cache" / "lkip" / "segel").chmod(0o644)
    seal._kunci_pengguna.cache_clear()
    assert kunci() != mine


def test_without_a_home_papers_end_with_the_process(home, monkeypatch):
    (home / ".cache").write_text("no folder")
    assert kunci() == kunci()
    mine = kunci()
    seal._kunci_pengguna.cache_clear()
    assert kunci() != mine


def test_a_run_gives_its_key_to_those_it_starts(home, monkeypatch):
    monkeypatch.setenv(LINGKUNGAN, "kunci sekali jalan")
    assert kunci() == b"kunci sekali jalan"
