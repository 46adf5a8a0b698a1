"""The command line: every refusal is one plain line with place and remedy, exit 2, and nothing is touched."""

import errno
import os
import signal
import subprocess
import sys

import pytest

from lkip_lib import cli
from tests.project import copy_project, hashes

YEAR = "data/dinas-contoh/2025"


@pytest.fixture
def project(tmp_path, monkeypatch):
    root = copy_project(tmp_path)
    page = root / "outputs" / "dinas-contoh" / "2025" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("laporan lama", encoding="utf-8")
    monkeypatch.setenv("LKIP_AKAR", str(root))
    monkeypatch.delenv("LKIP_KERJA", raising=False)
    return root


def refused(project, capsys, *args):
    before = hashes(project / "outputs")
    assert cli.main(args) == 2
    said = capsys.readouterr()
    assert said.out in ("", "Memeriksa masukan\n")
    (line,) = said.err.splitlines()
    assert line.startswith("Kesalahan: ")
    assert "Traceback" not in line
    assert str(project) not in line
    assert hashes(project / "outputs") == before
    return line


def edit(project, name, old, new):
    path = project / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("command", ["report", "check"])
@pytest.mark.parametrize(
    ("args", "found", "remedy"),
    [
        ([], "Tahun laporan belum disebut", "YEAR=2024"),
        (["--tahun="], "Tahun laporan belum disebut", "YEAR=2024"),
        (["../2024"], 'Tahun "../2024"', "empat angka"),
        (["24"], 'Tahun "24"', "empat angka"),
        (["2030"], "Belum ada data dinas-contoh tahun 2030", "2024, 2025"),
        (["2024", "2025"], '"2025" tidak dimengerti', "satu tahun"),
        (["2025", "--instansi=dinas-conto"], 'Instansi "dinas-conto" tidak ada', 'Maksud Anda "dinas-contoh"?'),
        (["2025", "--instansi=salah"], 'Instansi "salah" tidak ada', "dinas-contoh, disnaker-kota-bekasi"),
        (["2025", "--instansi=../data/dinas-contoh"], "tidak ada di folder data", "dinas-contoh"),
        (["2025", "--triwulan=7"], 'Triwulan "7"', "1 sampai 4"),
        (["2024", "--triwulan=2"], "Belum ada realisasi Triwulan II tahun 2024", "kas.csv"),
        (["2025", "INSTNSI=salah"], '"INSTNSI" tidak dikenal', 'Maksud Anda "INSTANSI"?'),
        (["2025", "YAER=2024"], '"YAER" tidak dikenal', 'Maksud Anda "YEAR"?'),
        (["2025", "--instnasi=dinas-contoh"], '"--instnasi', 'Maksud Anda "--instansi"?'),
        (["2025", "--xyz"], '"--xyz" tidak dikenal', "--instansi"),
    ],
)
def test_a_run_that_cannot_be(project, capsys, command, args, found, remedy):
    named = any(a.startswith("--instansi") for a in args)
    line = refused(project, capsys, command, *args, *([] if named else ["--instansi=dinas-contoh"]))
    assert found in line
    assert remedy in line


@pytest.mark.parametrize(
    ("args", "found", "remedy"),
    [
        (["repot", "2025"], 'Perintah "repot" tidak dikenal', 'Maksud Anda "report"?'),
        (["xyz"], 'Perintah "xyz" tidak dikenal', "new, report, batch, check"),
        ([], "Perintah belum lengkap", "lkip --help"),
        (["report", "2025", "--instansi"], "belum lengkap", "lkip --help"),
        (["report", "2025", "--format=htm"], 'Bentuk "htm" tidak dikenal', 'Maksud Anda "html"?'),
        (["report", "2025", "--edisi=terbitan"], 'Edisi "terbitan" tidak dikenal', "terbit"),
        (["report", "2025", "--mesin=hangt"], 'Mesin "hangt" tidak dikenal', 'Maksud Anda "hangat"?'),
        (["report", "2025", "--format=pdf,,html,semau"], 'Bentuk "semau" tidak dikenal', "semua"),
    ],
)
def test_a_command_that_is_not_understood(project, capsys, args, found, remedy):
    line = refused(project, capsys, *args)
    assert found in line
    assert remedy in line


@pytest.mark.parametrize("token", ["YEAR=2025", "INSTANSI=dinas-contoh"])
def test_a_known_name_is_never_proposed_in_place_of_itself(project, capsys, token):
    """What `make` knows may be typed after `lkip` too: taken, or refused with the option that is meant."""
    if cli.main(["check", "2025", "--instansi=dinas-contoh", token]):
        name = token.split("=")[0]
        assert f'Maksud Anda "{name}"' not in capsys.readouterr().err


@pytest.mark.parametrize("command", ["report", "check"])
def test_a_mistyped_params_key(project, capsys, command):
    edit(project, "params/dinas-contoh/2025.yml", "dokumen_anggaran: lkip", "dokumen_angaran: lkip")
    line = refused(project, capsys, command, "2025", "--instansi=dinas-contoh")
    assert "params/dinas-contoh/2025.yml, baris 6: " in line
    assert '"dokumen_angaran" tidak dikenal. Maksud Anda "dokumen_anggaran"?' in line


@pytest.mark.parametrize("command", ["report", "check"])
def test_a_broken_cell(project, capsys, command):
    edit(project, f"{YEAR}/realisasi.csv", 'SAMPAH,2025,tahunan,instansi,"68,00"', "SAMPAH,2025,tahunan,instansi,abc")
    line = refused(project, capsys, command, "2025", "--instansi=dinas-contoh")
    assert "realisasi.csv, baris 2, kolom realisasi: " in line
    assert '"abc"' in line


@pytest.mark.parametrize("command", ["report", "check"])
@pytest.mark.parametrize("name", ["target.csv", "analisis.yml"])
def test_a_missing_file(project, capsys, command, name):
    (project / YEAR / name).unlink()
    line = refused(project, capsys, command, "2025", "--instansi=dinas-contoh")
    assert f"{name}: Berkas ini tidak ada. Buat berkasnya" in line


@pytest.mark.parametrize("command", ["report", "check"])
def test_a_file_that_cannot_be_opened(project, capsys, command):
    (project / YEAR / "rkt.csv").unlink(missing_ok=True)
    (project / YEAR / "rkt.csv").mkdir()
    line = refused(project, capsys, command, "2025", "--instansi=dinas-contoh")
    assert f"{YEAR}/rkt.csv: Berkas ini tidak dapat dibaca" in line


def test_every_problem_has_a_line_of_its_own(project, capsys):
    (project / YEAR / "target.csv").unlink()
    (project / YEAR / "realisasi.csv").unlink()
    assert cli.main(["check", "2025", "--instansi=dinas-contoh"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("Kesalahan: ") for line in lines)


@pytest.mark.parametrize("run", [("dinas-contoh", "2025"), ("disnaker-kota-bekasi", "2024")])
def test_check_prints_the_notes(project, capsys, run):
    instansi, year = run
    before = hashes(project / "outputs" / "dinas-contoh")
    assert cli.main(["check", year, f"--instansi={instansi}"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    *lines, total, changed = [line for line in said.out.splitlines() if "masih dibaca" not in line]
    notes = [line for line in lines if not line.startswith(" ")]  # the others tell how to mend their kind
    assert total.startswith(f"{len(notes)} catatan; terbuka: ")
    assert "pemeriksaan pertama" in changed
    for note in notes:
        assert note.split()[0] in ("kesalahan", "peringatan", "informasi")
        assert " baris " in note or "sumber.yml" in note
    assert hashes(project / "outputs" / "dinas-contoh") == before


def test_the_default_agency_is_named_in_the_help(capsys):
    with pytest.raises(SystemExit) as done:
        cli.main(["report", "--help"])
    assert done.value.code == 0
    assert "disnaker-kota-bekasi" in capsys.readouterr().out


def test_an_interruption_is_told_without_a_traceback(project, capsys, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("lkip_lib.cli.memory.periksa", interrupt)
    assert cli.main(["check", "2025", "--instansi=dinas-contoh"]) == 130
    assert capsys.readouterr().err == "Dihentikan; laporan sebelumnya tidak berubah.\n"


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
@pytest.mark.skipif(os.name != "posix", reason="signals elsewhere are others")
def test_the_wish_of_the_system_to_end_is_as_clean_as_ctrl_c(project, capsys, monkeypatch, name):
    number = getattr(signal, name)
    monkeypatch.setattr("lkip_lib.cli.memory.periksa", lambda *_: os.kill(os.getpid(), number))
    before = signal.signal(number, signal.SIG_DFL)  # who is not to be hung up on ignores it, and so do we
    try:
        assert cli.main(["check", "2025", "--instansi=dinas-contoh"]) == 130
        assert signal.getsignal(number) == signal.SIG_DFL
    finally:
        signal.signal(number, before)
    assert capsys.readouterr().err == "Dihentikan; laporan sebelumnya tidak berubah.\n"


class HandedOn(Exception):
    """As XlsxWriter hands on what the system said."""


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "Tidak ada ruang lagi untuk menulis. Kosongkan disk"),
        (OSError(errno.EFBIG, "File too large", "x.html"), "x.html: Tidak ada ruang lagi untuk menulis."),
        (OSError(errno.EROFS, "Read-only file system", "x"), "x: Tempat ini hanya dapat dibaca."),
        (OSError(errno.ENAMETOOLONG, "File name too long", "x"), "x: Nama atau letak berkas ini terlalu panjang."),
        (OSError(errno.ENOENT, "No such file or directory", "x.csv"), "x.csv: Berkas ini tidak ada lagi."),
        (OSError(errno.EIO, "Input/output error"), "Sistem menolaknya: Input/output error."),
        (FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/tmp']"), "Isi TMPDIR"),
        (HandedOn(OSError(errno.ENOSPC, "No space left on device")), "Tidak ada ruang lagi untuk menulis."),
        (RuntimeError("pandoc: resource exhausted (No space left on device)"), "Tidak ada ruang lagi untuk menulis."),
        (MemoryError(), "Memorinya habis."),
        (ImportError("numpy.so: failed to map segment from shared object"), "Memorinya habis."),
    ],
)
def test_what_the_system_refuses_is_one_line(project, capsys, monkeypatch, error, said):
    def refuse(*_):
        raise error

    monkeypatch.setattr("lkip_lib.cli.memory.periksa", refuse)
    line = refused(project, capsys, "check", "2025", "--instansi=dinas-contoh")
    assert said in line


def test_what_is_no_refusal_of_the_system_is_not_hidden(project, monkeypatch):
    def fail(*_):
        raise ValueError("a mistake of ours")

    monkeypatch.setattr("lkip_lib.cli.memory.periksa", fail)
    with pytest.raises(ValueError, match="a mistake of ours"):
        cli.main(["check", "2025", "--instansi=dinas-contoh"])


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is only there")
def test_output_that_finds_no_room_is_one_line(project):
    command = [sys.executable, "-m", "lkip_lib", "check", "2024", "--instansi=dinas-contoh"]
    with open("/dev/full", "w") as full:
        env = {**os.environ, "LKIP_AKAR": str(project)}
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, env=env)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith("Kesalahan: Tidak ada ruang lagi")


def test_a_stopped_notebook_is_told_in_one_line(project, capsys, monkeypatch):
    from lkip_lib.pipeline import chain
    from lkip_lib.pipeline.executor import NotebookGagal

    def stop(place, *_):
        raise NotebookGagal("02_capaian", "ValueError: x", place.kerja / "gagal" / "02_capaian.ipynb")

    monkeypatch.setattr(chain, "jalankan", stop)
    assert cli.main(["report", "2025", "--instansi=dinas-contoh"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line == (
        "Kesalahan: Notebook 02_capaian berhenti: ValueError: x. "
        "Salinannya disimpan: outputs/.kerja/dinas-contoh/2025/gagal/02_capaian.ipynb"
    )


def piped(project, *args, env=None):
    command = [sys.executable, "-c", "from lkip_lib.cli import main; raise SystemExit(main())", *args]
    env = {**os.environ, "LKIP_AKAR": str(project), **(env or {})}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)


@pytest.mark.skipif(os.name != "posix", reason="shells elsewhere have no such end")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_has_enough_ends_it_without_a_word(project, unbuffered):
    running = piped(project, "check", "2025", "--instansi=dinas-contoh", env={"PYTHONUNBUFFERED": unbuffered})
    running.stdout.close()
    assert running.stderr.read() == b""
    assert running.wait(timeout=300) == 141


def test_a_broken_pipe_that_is_not_the_readers_is_no_quiet_end(project, monkeypatch):
    def broken(*_):
        raise BrokenPipeError

    monkeypatch.setattr("lkip_lib.cli.memory.periksa", broken)
    with pytest.raises(BrokenPipeError):
        cli.main(["check", "2025", "--instansi=dinas-contoh"])


def test_a_stream_that_has_not_every_letter_gets_the_others(project):
    card = project / YEAR / "indikator.csv"
    card.write_text(card.read_text(encoding="utf-8").replace("naik", "naik≥", 1), encoding="utf-8")
    running = piped(project, "check", "2025", "--instansi=dinas-contoh", env={"PYTHONIOENCODING": "cp1252"})
    _, told = running.communicate(timeout=300)
    assert running.returncode == 2
    assert b"naik?" in told
    assert b"Traceback" not in told
