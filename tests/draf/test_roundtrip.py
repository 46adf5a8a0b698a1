"""What we publish ourselves is read back as it was made, and is not accused of what it does not itself declare."""

from __future__ import annotations

import pandas as pd
import pytest

from lkip_lib.draf.findings.notes import KESALAHAN
from lkip_lib.draf.run import periksa_draf
from lkip_lib.publish.word import document as docx
from tests.project import computed, published


def _kesalahan(hasil):
    return [(t.kode, t.pesan) for t in hasil.temuan if t.tingkat == KESALAHAN]


def _tercetak(hasil, tabel: str, nama: dict[str, str]):
    """Return what was read of each indicator, by name, year and period."""
    return {
        (kode, a.tahun, a.periode, a.nilai)
        for a in hasil.bacaan.angka
        for kode, n in nama.items()
        if a.tabel and a.peran == tabel and a.lingkup == "instansi" and a.subjek.lower().startswith(n.lower())
    }


@pytest.mark.parametrize("bentuk", ["docx", "pdf"])
def test_our_own_report_is_read_back_as_it_was_made(bentuk, tmp_path, tmp_path_factory):
    if bentuk == "pdf":
        pytest.importorskip("pdfplumber")
    terbit = published(tmp_path_factory, "dinas-contoh", 2025, "terbit").keluaran
    hasil = periksa_draf(terbit / f"lkip.{bentuk}", (), 2025, tmp_path)
    assert _kesalahan(hasil) == []
    laporan = computed("dinas-contoh", 2025)
    dibaca = {(s.kode, k, a.nilai) for s in hasil.bacaan.anggaran.simpul for k, a in s.angka.items()}
    for _, b in laporan.bahan.ketik("anggaran").iterrows():
        assert (b["kode"], "pagu", b["pagu_rp"]) in dibaca
        assert pd.isna(b["realisasi_rp"]) or (b["kode"], "realisasi_rp", b["realisasi_rp"]) in dibaca
    nama = dict(zip(laporan.indikator["kode"], laporan.indikator["nama"], strict=True))
    realisasi = laporan.bahan.ketik("realisasi").query("lingkup == 'instansi'")
    target = laporan.bahan.ketik("target").query("tahun >= 2024")
    for tabel, isi in (("realisasi", realisasi), ("target", target)):
        ada = _tercetak(hasil, tabel, nama)
        for _, b in isi.dropna(subset=[tabel]).iterrows():
            assert (b["indikator"], b["tahun"], b["periode"], b[tabel]) in ada


def test_of_a_report_with_errors_only_what_it_declares_itself_is_said(tmp_path):
    laporan = computed("disnaker-kota-bekasi", 2024)
    docx.tulis(laporan, tmp_path / "lkip.docx")
    hasil = periksa_draf(tmp_path / "lkip.docx", (), 2024, tmp_path / "h")
    dinyatakan = set(laporan.pemeriksaan["kode"])
    assert [k for k in _kesalahan(hasil) if k[0] not in dinyatakan] == []
    assert len(_kesalahan(hasil)) > 5
