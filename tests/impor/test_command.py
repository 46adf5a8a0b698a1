"""`lkip impor` proposes, previews and writes only when told, and what it writes is read by the rest of the project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from lkip_lib import cli
from lkip_lib.impor.mapping import Peta
from lkip_lib.inputs.reading import baca
from tests.impor import ekspor
from tests.inputs.excel import tulis
from tests.project import hashes

DOKUMENTASI = Path(__file__).parents[2] / "docs" / "impor.md"


@pytest.fixture
def project(instansi_kecil, tmp_path, monkeypatch):
    monkeypatch.setenv("LKIP_AKAR", str(instansi_kecil.akar))
    monkeypatch.chdir(tmp_path)
    instansi_kecil.write("sasaran.csv", "kode,nama\nS1,Akuntabilitas\nS2,Tenaga kerja\n")
    ekspor.sipd_rekening(tmp_path / "ekspor.xlsx")
    return instansi_kecil


def lkip(capsys, *args) -> tuple[int, str, str]:
    kode = cli.main(["impor", *args, "--instansi=dinas-kecil", "--tahun=2024", "--tetap"])
    keluar = capsys.readouterr()
    return kode, keluar.out, keluar.err


def test_a_mapping_is_written_where_asked_and_nothing_else(project, capsys, tmp_path):
    sebelum = hashes(project.tempat.data)
    kode, tampil, salah = lkip(capsys, "ekspor.xlsx", "--usul=peta.yml")
    assert (kode, salah) == (0, "")
    assert "Dokumen yang menyatakan angkanya: dpa (lainnya: --dokumen)" in tampil
    assert "Peta ditulis ke peta.yml" in tampil
    assert hashes(project.tempat.data) == sebelum
    kode, _, salah = lkip(capsys, "ekspor.xlsx", "--usul=peta.yml")
    assert kode == 2
    assert "peta.yml: Peta ini sudah ada." in salah


def test_a_preview_alone_writes_nothing_and_a_written_table_is_read_whole(project, capsys):
    lkip(capsys, "ekspor.xlsx", "--usul=peta.yml")
    sebelum = hashes(project.tempat.data)
    kode, tampil, _ = lkip(capsys, "ekspor.xlsx", "--peta=peta.yml")
    assert kode == 0
    assert "ulangi dengan --ya" in tampil
    kode, _, salah = lkip(capsys, "ekspor.xlsx", "--peta=peta.yml", "--ya")
    assert kode == 2
    assert "anggaran.csv: Tabel anggaran sudah berisi 3 baris. Pakai --ganti" in salah
    assert hashes(project.tempat.data) == sebelum
    kode, tampil, _ = lkip(capsys, "ekspor.xlsx", "--peta=peta.yml", "--ya", "--ganti")
    assert kode == 0
    assert "Ditulis: data/dinas-kecil/2024/anggaran.csv" in tampil
    anggaran = baca(project.tempat).tabel["anggaran"].set_index("kode")
    for kode, induk, tingkat, pagu, realisasi in ekspor.anggaran():
        baris = anggaran.loc[kode]
        assert (baris["induk"], baris["tingkat"], baris["pagu_rp"], baris["realisasi_rp"]) == (
            induk,
            tingkat,
            pagu,
            realisasi,
        )


def test_a_table_that_stands_in_the_workbook_is_not_written_beside_it(project, capsys):
    lkip(capsys, "ekspor.xlsx", "--usul=peta.yml")
    (project.tempat.data / "anggaran.csv").unlink()
    baris = [["kode", "tingkat", "dokumen", "pagu"], ["0", "instansi", "dpa", 5]]
    tulis(project.tempat.data / "lkip.xlsx", baris, lembar="anggaran")
    kode, _, salah = lkip(capsys, "ekspor.xlsx", "--peta=peta.yml", "--ya", "--ganti")
    assert kode == 2
    assert "anggaran!A1: Tabel anggaran sudah berisi 1 baris. Kosongkan lembarnya" in salah
    assert not (project.tempat.data / "anggaran.csv").exists()


@pytest.mark.parametrize(
    ("args", "pesan"),
    [
        ([], "Sebutkan satu berkas."),
        (["tidak-ada.xlsx"], 'Berkas "tidak-ada.xlsx" tidak ada.'),
        (["ekspor.xlsx", "--peta=x.yml"], 'Peta "x.yml" tidak ada.'),
        (["ekspor.xlsx", "--lembar=Laporan"], 'Lembar "Laporan" tidak ada. Pilihan yang sah: Laporan Realisasi.'),
        (["ekspor.xlsx", "--tabel=sdm"], 'Peta untuk tabel "sdm" tidak dapat diusulkan.'),
        (["ekspor.xlsx", "--dokumen=dpaa"], 'Dokumen "dpaa" tidak dikenal.'),
        (["ekspor.xlsx", "--ganti", "--tambah"], "tidak dapat bersama"),
        (["ekspor.xlsx", "PETTA=x"], 'Parameter "PETTA" tidak dikenal. Maksud Anda "PETA"?'),
        (["ekspor.xlsx", "--pta=x"], 'Maksud Anda "--peta"?'),
        (["catatan.txt"], "catatan.txt: Ini bukan berkas Excel atau CSV."),
    ],
)
def test_what_is_asked_wrongly_gets_one_line(project, capsys, tmp_path, args, pesan):
    (tmp_path / "catatan.txt").write_text("bukan Excel", encoding="utf-8")
    kode, _, salah = lkip(capsys, *args)
    assert kode == 2
    assert len(salah.splitlines()) == 1
    assert pesan in salah
    assert not (tmp_path / "peta.yml").exists()


def test_an_end_of_input_is_no_answer(project, capsys, monkeypatch):
    def end(_):
        raise EOFError

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", end)
    kode, tampil, salah = lkip(capsys, "ekspor.xlsx", "--usul=peta.yml")
    assert (kode, salah) == (0, "")
    assert 'lkip impor "ekspor.xlsx" --peta "peta.yml" --tahun 2024 --instansi dinas-kecil' in tampil
    kode, tampil, _ = lkip(capsys, "ekspor.xlsx", "--peta=peta.yml")
    assert (kode, "Belum ada yang ditulis" in tampil) == (0, True)


def test_the_documented_mappings_are_valid_and_each_key_is_documented():
    teks = DOKUMENTASI.read_text(encoding="utf-8")
    contoh = re.findall(r"```yaml\n(.*?)```", teks, re.S)
    assert len(contoh) == 2
    for satu in contoh:
        Peta.model_validate(yaml.safe_load(satu))
    from lkip_lib.impor.mapping import Bagian, Kolom, Pohon

    for model in (Bagian, Kolom, Pohon):
        for kunci in model.model_fields:
            assert f"\n| `{kunci}` |" in teks
