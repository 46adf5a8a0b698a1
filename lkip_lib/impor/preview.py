"""Show what an import would write before it is written: rows, sums a level, differences, what was left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import pandas as pd

from lkip_lib import numerals
from lkip_lib.errors import sebut_baris
from lkip_lib.impor.mapping import TABEL
from lkip_lib.impor.reading import Impor
from lkip_lib.impor.writing import berkas_tabel
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.tables import TINGKAT
from lkip_lib.langkah.hitung import ke_atas

_CONTOH = 5
_DERET = 12  # ranges of rows that are named for one reason
_LEBAR = 40  # characters of a cell in the preview
_SELISIH = 10


def pratinjau(semua: Sequence[Impor]) -> Iterator[str]:
    """Yield the lines of the preview, table by table."""
    for satu in semua:
        yield f"{berkas_tabel(satu.tabel)} dari lembar {satu.lembar}: {len(satu.frame)} baris"
        yield from (f"  {kabar}" for kabar in (*satu.kabar, *satu.beda))
        yield from (f"  {baris}" for baris in _contoh(satu.frame))
        if satu.tabel == "anggaran":
            yield from _anggaran(satu.frame)
        else:
            yield from _angka(satu)
        yield from _dibuang(satu)
        yield ""


def _singkat(teks: str) -> str:
    return teks if len(teks) <= _LEBAR else f"{teks[: _LEBAR - 1]}…"


def _contoh(frame: pd.DataFrame) -> Iterator[str]:
    kolom = [k for k in frame.columns if k not in ("sumber", BARIS)]
    yield " | ".join(kolom)
    for _, baris in frame.head(_CONTOH).iterrows():
        yield " | ".join(_singkat(str(baris[k]).replace("\n", " ")) or "·" for k in kolom)
    if len(frame) > _CONTOH:
        yield f"… {len(frame) - _CONTOH} baris lagi"


def _nilai(frame: pd.DataFrame, kolom: str) -> pd.Series:
    teks = frame[kolom] if kolom in frame.columns else pd.Series("", index=frame.index)
    return teks.map(lambda t: numerals.read(t, satuan="rupiah").value).astype("float64")


def _pohon(milik: pd.DataFrame, kolom: str) -> pd.DataFrame:
    sendiri = _nilai(milik, kolom)
    hasil = ke_atas(milik.assign(nilai=sendiri, lengkap="ya"), "nilai", "anak")
    return hasil.assign(residu=(sendiri - hasil["anak"]).round(2))


def _anggaran(frame: pd.DataFrame) -> Iterator[str]:
    """Tell each document's count and sums by level, and each parent that is not the sum of its children."""
    for dokumen, isi in frame.groupby("dokumen", sort=False):
        milik = isi.reset_index(drop=True)
        hitung = {k: _pohon(milik, k) for k in ("pagu", "realisasi")}
        yield f"  Dokumen {dokumen}:"
        for tingkat in TINGKAT:
            di = milik["tingkat"] == tingkat
            if di.any():
                jumlah = ", ".join(f"{k} {numerals.rupiah(_total(h['nilai'][di]))}" for k, h in hitung.items())
                yield f"    {tingkat.replace('_', ' ')}: {di.sum()} baris, {jumlah}"
        selisih = [
            f"{k} {milik['kode'][i]} {numerals.rupiah(h['nilai'][i])}, rinciannya {numerals.rupiah(h['anak'][i])}, "
            f"selisih {numerals.rupiah(h['residu'][i])} (baris {milik[BARIS][i]})"
            for k, h in hitung.items()
            for i in h.index[h["residu"].abs() >= 0.01]
        ]
        yield f"    Induk yang berbeda dari jumlah rinciannya: {len(selisih) or 'tidak ada'}"
        yield from (f"      {s}" for s in selisih[:_SELISIH])
        if len(selisih) > _SELISIH:
            yield f"      … {len(selisih) - _SELISIH} lagi"


def _total(nilai: pd.Series) -> float | None:
    return float(nilai.sum()) if nilai.notna().any() else None


def _angka(satu: Impor) -> Iterator[str]:
    """Tell how many cells of each figure column are filled, read and not, with their sum where it has a unit."""
    for c in TABEL[satu.tabel].angka:
        if c.name in satu.frame.columns:
            bacaan = [numerals.read(t, satuan="" if c.satuan.startswith("@") else c.satuan) for t in satu.frame[c.name]]
            terisi = [b for b in bacaan if b.status != numerals.BELUM_DIISI]
            jumlah = f", jumlah {numerals.rupiah(sum(b.value or 0 for b in terisi))}" if c.satuan == "rupiah" else ""
            yield f"  {c.name}: {len(terisi)} terisi, {len(bacaan) - len(terisi)} kosong{jumlah}"


def _dibuang(satu: Impor) -> Iterator[str]:
    kelompok = defaultdict(list)
    for d in satu.dibuang:
        kelompok[d.alasan].append(d.nomor)
    yield f"  Baris yang tidak ikut: {len(satu.dibuang) or 'tidak ada'}"
    yield from (f"    {alasan}: {sebut_baris(nomor, _DERET)}" for alasan, nomor in kelompok.items())
