"""Write what a reader must find in a draft, from what the draft was made of; no file is read back."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

from benchmarks.draf.anggaran import kode_rekening
from benchmarks.draf.bahan import Bahan, nama_lain
from benchmarks.draf.model import Angka, Naskah, Tanaman

_SELURUH = ["Jumlah", "Total", "Jumlah total", "Instansi", "0"]


def kebenaran(n: Naskah, b: Bahan, bentuk: str, dengan: list[str]) -> dict[str, Any]:
    """Return the figures with their places, all texts that hold digits, and the planted contradictions."""
    id_: dict[int, int] = {}
    angka: list[dict[str, Any]] = []
    teks_tabel: list[dict[str, Any]] = []

    def catat(a: Angka, **letak: Any) -> None:
        id_[id(a)] = len(angka)
        angka.append({"id": len(angka), **letak, **_angka(a, b)})

    for nomor, t in enumerate(n.tabel(), 1):
        for baris, kolom, s in t.letak():
            letak = {"tabel": nomor, "baris": baris, "kolom": kolom, "tinggi": s.tinggi, "lebar": s.lebar}
            if s.angka:
                catat(s.angka, **letak)
            # A number that Word counts itself is in no text of the file.
            hitung = n.otomatis and bentuk == "docx" and s.teks.isdigit() and not s.kepala
            if _berangka(s.cetak) and not hitung:
                teks_tabel.append({**letak, "teks": s.cetak})
    for urutan, p in enumerate(n.paragraf(), 1):
        for a in p.angka:
            catat(a, paragraf=p.cetak, urutan=urutan, catatan_kaki=p.wujud == "kaki")
    return {
        "nama": n.nama,
        "tata": n.tata,
        "bentuk": bentuk,
        "tahun": n.tahun,
        "instansi": b.nama,
        "dengan": dengan,
        "bersih": not n.tanaman,
        "angka": angka,
        "teks_tabel": teks_tabel,
        "teks_paragraf": [x for x in (*n.kepala_halaman, *(p.cetak for p in n.paragraf())) if _berangka(x)],
        "gambar": sum(getattr(x, "wujud", "") == "gambar" for x in n.isi),
        "tanaman": [_tanaman(x, id_) for x in n.tanaman],
    }


def _berangka(teks: str) -> bool:
    return any(k.isdigit() for k in teks)


def _angka(a: Angka, b: Bahan) -> dict[str, Any]:
    nilai = _tulis(a.nilai) if isinstance(a.nilai, Fraction) else ""
    return {
        "tercetak": a.tercetak, "nilai": "" if a.rusak else nilai, "jenis": a.jenis, "peran": a.peran,
        "subjek": a.subjek, "kode": a.kode, "nama": _nama(a, b), "tahun": a.tahun, "rusak": a.rusak, "bebas": a.bebas,
    }  # fmt: skip


def _tulis(x: Fraction) -> str:
    return str(x.numerator) if x.denominator == 1 else f"{float(x):.6f}".rstrip("0")


def _nama(a: Angka, b: Bahan) -> list[str]:
    """List by what names a subject is known: as printed, by its code, with its unit."""
    hasil = [a.subjek, a.kode]
    for k in b.indikator:
        if k.kode == a.kode:
            dua = [k.nama, nama_lain(k.nama)]
            hasil += [*dua, *(f"{x} ({k.satuan})" for x in dua)]
    hasil += [x for s in b.akar.semua() if s.kode == a.kode for x in (s.nama, kode_rekening(s))]
    if a.kode == "0" or a.subjek == "Jumlah":
        hasil += [*_SELURUH, b.nama, f"Jumlah {a.kode}", "ASN", "Pegawai"]
    return sorted({x for x in hasil if x})


def _tanaman(t: Tanaman, id_: dict[int, int]) -> dict[str, Any]:
    return {
        "jenis": t.jenis, "tepat": [id_[id(a)] for a in t.tepat], "inti": [id_[id(a)] for a in t.inti],
        "semula": t.semula, "menjadi": t.menjadi, "pendamping": t.pendamping,
    }  # fmt: skip


def simpan(isi: dict[str, Any], ke: Path) -> None:
    """Write a truth."""
    ke.write_text(json.dumps(isi, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
