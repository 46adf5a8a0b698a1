"""Many reports: the same as one by one, whatever fails, dies or is stopped among them."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import nbformat
import pytest

from lkip_lib import cli
from lkip_lib.buku import fingerprint
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.inputs.hashes import sidik_asal
from lkip_lib.pipeline import batch, chain, job, parcel, workers
from lkip_lib.places import tempat
from tests.agency import BERKAS
from tests.project import AKAR, hashes

# Agencies of two indicators; one of them cannot be read.
GOOD = ("dinas-a", "dinas-b", "dinas-c")
BAD = "dinas-rusak"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project of tiny agencies, whose notebooks do all that a stage does and show nothing."""
    root = tmp_path_factory.mktemp("banyak") / "proyek"
    for name in (*GOOD, BAD):
        folder = root / "data" / name / "2024"
        folder.mkdir(parents=True)
        for file, content in BERKAS.items():
            (folder / file).write_text(content.replace("64,17", f"6{GOOD.index(name) if name in GOOD else 4},17"))
    (root / "data" / BAD / "2024" / "target.csv").unlink()
    (root / "params").mkdir()
    (root / "notebooks").mkdir()
    for path in (AKAR / "notebooks").glob("*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        notebook.cells = [c for c in notebook.cells if "tampil" not in c.metadata.get("tags", [])]
        nbformat.write(notebook, root / "notebooks" / path.name)
    return root


@pytest.fixture
def fresh(project, tmp_path, monkeypatch):
    """A copy of it without reports, where the commands work."""
    root = tmp_path / "proyek"
    shutil.copytree(project, root, ignore=shutil.ignore_patterns("outputs"))
    at(monkeypatch, root)
    return root


def at(monkeypatch, root):
    monkeypatch.setenv("LKIP_AKAR", str(root))
    for name in ("LKIP_KERJA", "LKIP_EDISI", "MESIN", "SCHEDULER", "DASK_SCHEDULER_ADDRESS"):
        monkeypatch.delenv(name, raising=False)


def published(root):
    return {n: h for n, h in hashes(root / "outputs").items() if not re.search(r"^\.kerja/|\.lock$", n)}


@pytest.fixture(scope="module")
def quiet(project):
    """What a batch publishes that nothing disturbs, and what it says."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        at(monkeypatch, project)
        said = subprocess.run(lkip("2024", "--pekerja=2"), capture_output=True, text=True, timeout=300)
    return said, published(project)


def lkip(*args):
    return [sys.executable, "-c", "from lkip_lib.cli import main; raise SystemExit(main())", "batch", *args]


def test_one_that_cannot_be_read_stops_no_other_and_is_told_with_the_line_that_makes_it_again(quiet):
    said, reports = quiet
    assert said.returncode == 1
    assert {n.split("/")[0] for n in reports} == set(GOOD)
    failed, again = said.stderr.splitlines()
    assert failed.startswith(f"Gagal: {BAD} 2024: target.csv: Berkas ini tidak ada.")
    made = f"make report YEAR=2024 INSTANSI={BAD} (tanpa make: lkip report 2024 --instansi={BAD})"
    assert again == f"  Ulangi: {made}"
    assert said.stdout.splitlines()[0] == "4 laporan, 2 pekerja"
    assert re.search(r"^\[4/4\] .*", said.stdout, re.MULTILINE)
    assert "3 disusun, 0 tidak berubah, 1 gagal" in said.stdout


def test_a_report_of_a_batch_is_the_report_made_alone(quiet, fresh):
    place = tempat("dinas-b", 2024, di=fresh)
    chain.jalankan(place)
    alone = {f"dinas-b/2024/{n}": h for n, h in hashes(place.keluaran).items()}
    assert alone == {n: h for n, h in quiet[1].items() if n.startswith("dinas-b/")}


def test_a_worker_runs_the_notebooks_by_the_engine_asked_for(fresh, monkeypatch):
    asked = []

    def refuse(place, *, bentuk, mesin):
        asked.append((place.instansi, bentuk, mesin))
        raise MasukanSalah(Masalah("Sengaja.", ""))

    monkeypatch.setattr(chain, "jalankan", refuse)
    place = tempat("dinas-a", 2024, di=fresh)
    made = job.susun(job.siapkan(place, ["html"], "kernel", fingerprint.sidik(place, ["html"])))
    assert (asked, made.laporan) == ([("dinas-a", ("html",), "kernel")], b"")


def test_what_has_not_changed_is_not_made_again(quiet, project, fresh, capsys, monkeypatch):
    shutil.copytree(project / "outputs", fresh / "outputs", dirs_exist_ok=True)
    monkeypatch.setattr(workers.Setempat, "buka", lambda *_, **__: pytest.fail("a worker was started"))
    assert cli.main(["batch", "2024", f"--instansi={','.join(GOOD)}"]) == 0
    assert "0 disusun, 3 tidak berubah, 0 gagal" in capsys.readouterr().out


def test_a_stopped_batch_goes_on_where_it_stopped(quiet, fresh):
    names = f"--instansi={','.join(GOOD)}"
    running = subprocess.Popen(
        lkip("2024", names, "--pekerja=1"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    for line in running.stdout:
        if line.startswith("[1/"):
            running.send_signal(signal.SIGINT)
            break
    rest, told = running.communicate(timeout=300)
    assert (running.returncode, "Traceback" in told) == (130, False), told
    assert "Menyelesaikan yang sedang disusun" in rest
    assert "Dihentikan: 1 laporan belum disusun. Ulangi perintah yang sama untuk melanjutkan." in told
    again = subprocess.run(lkip("2024", names), capture_output=True, text=True, timeout=300)
    assert again.returncode == 0
    assert "1 disusun, 2 tidak berubah, 0 gagal" in again.stdout
    assert published(fresh) == quiet[1]


@pytest.fixture
def short_folder():
    """A folder for temporary files whose sockets' names the system still takes."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        yield Path(folder)


def test_a_batch_that_is_ended_at_once_leaves_no_file(fresh, short_folder, monkeypatch):
    folder = short_folder
    monkeypatch.setenv("TMPDIR", str(folder))
    running = subprocess.Popen(
        lkip("2024", "--instansi=dinas-a", "--pekerja=1"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    until = time.monotonic() + 300
    while not [*folder.rglob("notebooks")] and time.monotonic() < until:
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    assert any(line.startswith("Menyelesaikan yang sedang disusun") for line in running.stdout)  # it has heard
    running.send_signal(signal.SIGINT)
    running.communicate(timeout=300)
    assert running.returncode == 130
    assert [*folder.glob("lkip-*")] == []


def test_a_worker_gets_every_file_that_a_run_reads_and_no_other(fresh):
    (fresh / "params" / "_kebijakan.yml").write_text("")
    (fresh / "params" / "_pemda.yml").write_text("batas: 120\n")
    (fresh / "params" / "dinas-a").mkdir()
    for name in ("2024.yml", "2023.yml", "kebijakan.yml"):
        (fresh / "params" / "dinas-a" / name).write_text("")
    (fresh / "data" / "dinas-a" / "2024" / "~$lkip.xlsx").write_bytes(b"open in Excel, which lets nobody read it")
    place = tempat("dinas-a", 2024, di=fresh)
    order = job.siapkan(place, ["html"], "hangat", "")
    root = fresh.parent / "pekerja"
    parcel.buka(order.berkas, root)
    sent = {p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()}
    assert {n for n in sent if not n.startswith("notebooks/")} == set(sidik_asal(place))
    assert fingerprint.sidik(tempat("dinas-a", 2024, di=root), ["html"]) == fingerprint.sidik(place, ["html"])


def test_a_cluster_that_loses_workers_gives_the_same_bytes(quiet, fresh, capsys):
    """One worker is started by hand and never comes back, one has a nanny that starts it again; both are killed."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=1, processes=True, threads_per_worker=1, dashboard_address=None) as cluster:
        address = cluster.scheduler_address
        command = ["dask", "worker", address, "--no-nanny", "--nthreads=1", "--no-dashboard"]
        by_hand = subprocess.Popen([sys.executable, "-m", *command], stderr=subprocess.DEVNULL)
        cluster.wait_for_workers(2)
        killer = threading.Thread(target=kill_when_busy, args=(cluster, by_hand), daemon=True)
        killer.start()
        try:
            names = ",".join((*GOOD, BAD))
            assert cli.main(["batch", "2024", f"--instansi={names}", f"--penjadwal={address}"]) == 1
        finally:
            by_hand.kill()
            by_hand.wait()
        killer.join(timeout=60)
        assert not killer.is_alive()
    said = capsys.readouterr()
    assert f"Gagal: {BAD} 2024: target.csv: Berkas ini tidak ada." in said.err
    assert "3 disusun, 0 tidak berubah, 1 gagal" in said.out
    assert published(fresh) == quiet[1]


def kill_when_busy(cluster, by_hand):
    (nanny,) = cluster.workers.values()
    for process, has_nanny in ((by_hand, False), (nanny.process, True)):
        while not any(bool(w.nanny) == has_nanny and w.processing for w in list(cluster.scheduler.workers.values())):
            time.sleep(0.02)
        os.kill(process.pid, signal.SIGKILL)


class Crew:
    """Workers that answer at once, as told for each agency: a result, or what their executor raises."""

    sekali = 1
    mati = (MemoryError,)

    def __init__(self, answers):
        self.answers, self.opened, self.ended = answers, [], False

    def buka(self, *, sendiri=False):
        self.opened.append(sendiri)
        return self

    def submit(self, work, order):
        future = Future()
        answer = self.answers(order)
        if isinstance(answer, BaseException):
            future.set_exception(answer)
        elif answer is not None:
            future.set_result(answer)
        return future

    def shutdown(self):
        pass

    def hentikan(self, executor):
        self.ended = True


@pytest.fixture
def made(fresh):
    folder = fresh.parent / "jadi"
    folder.mkdir()
    (folder / "run.json").write_text("{}")
    return job.Hasil(parcel.bungkus(folder, [folder]), parcel.bungkus(folder, []), "", 0.1)


def run(crew, root, names, told=lambda *_: None, stop=lambda: None):
    places = [tempat(n, 2024, di=root) for n in names]
    return batch.Batch(places, crew, ["html"], "hangat", told).jalankan(stop)


def test_a_report_that_kills_its_worker_is_found_out_and_those_beside_it_are_made(fresh, made):
    asked = []

    def answer(order):
        asked.append(order.instansi)
        return BrokenProcessPool("died") if order.instansi == "dinas-b" or asked == ["dinas-a"] else made

    crew = Crew(answer)
    done = run(crew, fresh, GOOD)
    assert [p.instansi for p in done.jadi] == ["dinas-a", "dinas-c"]
    ((place, reason),) = done.gagal.items()
    assert (place.instansi, "Prosesnya mati" in reason) == ("dinas-b", True)
    assert crew.opened == [False, True, True, False]


def test_whatever_a_worker_raises_is_one_line_about_one_report(fresh, made):
    answers = {"dinas-a": ValueError("satu\ndua"), "dinas-b": MemoryError(), "dinas-c": made}
    done = run(Crew(lambda order: answers[order.instansi]), fresh, GOOD)
    assert [p.instansi for p in done.jadi] == ["dinas-c"]
    first, second = done.gagal.values()
    assert first == "ValueError: satu dua"
    assert second.startswith("Pekerjanya mati setiap kali")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_wish_to_stop_lets_what_is_under_way_be_finished(fresh, made, number):
    before = signal.getsignal(number)
    heard = []
    crew = Crew(lambda _: made)
    done = run(
        crew, fresh, GOOD, lambda *_: os.kill(os.getpid(), number) if not heard else None, lambda: heard.append(1)
    )
    assert heard == [1]
    assert len(done.jadi) == 2
    assert signal.getsignal(number) == before


def test_a_second_wish_ends_it_at_once(fresh):
    def answer(_):
        for _ in range(2):
            os.kill(os.getpid(), signal.SIGINT)

    crew = Crew(answer)
    with pytest.raises(KeyboardInterrupt):
        run(crew, fresh, GOOD)
    assert crew.ended


def test_a_failed_report_leaves_the_earlier_one(quiet, project, fresh):
    shutil.copytree(project / "outputs", fresh / "outputs")
    failed = job.Hasil(b"", parcel.bungkus(fresh, []), "Notebook 02_capaian berhenti: x", 0.1)
    (fresh / "data" / "dinas-a" / "2024" / "analisis.yml").write_text("permasalahan: [baru]\n")
    done = run(Crew(lambda _: failed), fresh, ["dinas-a"])
    assert list(done.gagal.values()) == ["Notebook 02_capaian berhenti: x"]
    assert published(fresh) == quiet[1]


@pytest.mark.parametrize(
    ("args", "found", "remedy"),
    [
        ([], "Tahun laporan belum disebut", "YEARS="),
        (["2024", "--instansi="], "Instansi laporan belum disebut", "INSTANSI=semua"),
        (["2024", "24"], 'Tahun "24"', "empat angka"),
        (["2031"], "Belum ada data tahun 2031", "data/<instansi>/<tahun>"),
        (["2024", "--instansi=dinas-a,dinas-bb"], 'Instansi "dinas-bb" tidak ada', 'Maksud Anda "dinas-b"?'),
        (["2023", "--instansi=dinas-a"], "Belum ada data dinas-a tahun 2023", "2024"),
        (["2024", "--pekerja=0"], 'Banyak pekerja "0"', "PEKERJA=4"),
        (["2024", "--pekerja=dua"], 'Banyak pekerja "dua"', "PEKERJA=4"),
        (["2024", "--penjadwal=10.0.0.5"], 'Alamat penjadwal "10.0.0.5"', "tcp://"),
        (["2024", "--penjadwal=tcp://10.0.0.5:8786", "--pekerja=2"], "disebut bersama", "hapus PEKERJA"),
        (["2024", "--penjadwal=tcp://127.0.0.1:9"], "tidak menjawab", "dask scheduler"),
        (
            ["2024", "--penjadwal=tls://127.0.0.1:9"],
            "tls:// memerlukan sertifikat",
            "DASK_DISTRIBUTED__COMM__TLS__CA_FILE",
        ),
        (["2024", "--format=pfd"], 'Bentuk "pfd"', "pdf"),
        (["2024", "--mesin=kernl"], 'Mesin "kernl"', "kernel"),
        (["2024", "--edisi=terbt"], 'Edisi "terbt"', "terbit"),
        (["YAER=2024"], '"YAER" tidak dikenal', 'Maksud Anda "YEAR"?'),
    ],
)
def test_a_batch_that_cannot_be_is_refused_at_once(fresh, capsys, monkeypatch, args, found, remedy):
    monkeypatch.setattr(workers, "_SAMBUNG_DETIK", 0.5)
    assert cli.main(["batch", *args]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert found in line
    assert remedy in line
    assert not (fresh / "outputs").exists()


def test_all_agencies_are_those_that_have_the_year(fresh):
    shutil.copytree(fresh / "data" / "dinas-b" / "2024", fresh / "data" / "dinas-b" / "2025")
    found, _ = batch.matriks(fresh, ["2024", "2025"], "semua", "0", "kerja")
    assert [(p.instansi, p.tahun) for p in found] == [*((n, 2024) for n in sorted((*GOOD, BAD))), ("dinas-b", 2025)]


def test_a_folder_that_is_no_agency_stops_no_other(fresh):
    shutil.copytree(fresh / "data" / "dinas-b", fresh / "data" / "Dinas_X")
    found, refused = batch.matriks(fresh, ["2024"], "semua", "0", "kerja")
    assert [p.instansi for p in found] == sorted((*GOOD, BAD))
    assert [(p.instansi, p.tahun) for p in refused] == [("Dinas_X", 2024)]


def test_a_link_out_of_a_folder_is_never_packed(fresh, tmp_path):
    (luar := tmp_path / "luar.csv").write_text("rahasia", encoding="utf-8")
    (fresh / "data" / "dinas-a" / "2024" / "kas.csv").symlink_to(luar)
    with pytest.raises(MasukanSalah, match="Bukan berkas biasa"):
        job.siapkan(tempat("dinas-a", 2024, di=fresh), ["html"], "hangat", "")


def test_another_version_of_the_program_at_a_worker_is_refused(fresh):
    place = tempat("dinas-a", 2024, di=fresh)
    made = job.susun(job.siapkan(place, ["html"], "hangat", "sidik lain"))
    assert made.laporan == b""
    assert "berbeda versi" in made.sebab
