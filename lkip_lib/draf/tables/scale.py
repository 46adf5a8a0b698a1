"""State the scale that a draft prints, and the class word that it gives each capaian by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from lkip_lib.checks.keluarga.predikat_skala import batas_kelas
from lkip_lib.draf.findings.figures import Angka
from lkip_lib.draf.reading import Bacaan
from lkip_lib.draf.tables.recognise import Dikenali
from lkip_lib.draf.tables.roles import BATAS, SKALA
from lkip_lib.draf.tables.rows import Lembar
from lkip_lib.draf.tables.units import tanpa_satuan
from lkip_lib.draf.year.tables import PERCAYA, Susunan
from lkip_lib.impor.sums import AKAR
from lkip_lib.numerals import Reading
from lkip_lib.policies.skala import Skala

_TERSEDIKIT = 3  # classes that make a scale


def nyatakan_kelas(bacaan: Bacaan, s: Susunan, sumber: Mapping[int, str]) -> None:
    """State each class word beside a capaian where the draft prints the scale that has them all, and that scale.

    Without it nobody can tell what a word stands for, so nothing is stated.
    """
    capaian = {(a.tabel, a.baris): a for a in bacaan.angka if a.ember in PERCAYA and _berkelas(a, s)}
    kata = [k for k in bacaan.kinerja.kata if k.letak[:2] in capaian]
    dipakai = {k.tercetak.casefold() for k in kata}
    semua = [(t, baris) for t in bacaan.tabel if t.jenis == SKALA and (baris := _baris(t))]
    cocok = [(t, baris) for t, baris in semua if dipakai <= {b.tercetak.casefold() for b, _, _ in baris}]
    if not dipakai or not cocok:
        return
    tabel, baris = cocok[0]
    di = sumber.get(tabel.tabel.nomor, "")
    kebijakan = _kebijakan([(n.tercetak, b) for n, _, b in baris], di)
    if not kebijakan:
        return
    for nama, batas, _ in baris:
        isi = {"skala": "capaian", "kategori": nama.tercetak, "sumber": f"{di}, baris {nama.baris}"}
        s.tambah("tercetak/skala", isi | {"nilai": batas})
        s.letak["tercetak/skala", len(s.baris["tercetak/skala"]) + 1, "nilai"] = nama
    s.params["skala_capaian"] = f"tercetak-{bacaan.tahun}"
    s.kebijakan = {SKALA: {s.params["skala_capaian"]: kebijakan}}
    for k in kata:
        milik = capaian[k.letak[:2]]
        k.ember, k.kode = milik.ember, milik.kode
        baris_cetak = {"besaran": "predikat", "jenis_subjek": "instansi" if k.kode == AKAR else "indikator",
                       "subjek": k.kode, "nama": tanpa_satuan(milik.subjek), "dokumen": milik.dokumen or "lkip",
                       "tahun": str(milik.tahun), "sumber": f"{sumber.get(k.tabel, '')}, baris {k.baris}"}  # fmt: skip
        s.tambah("tercetak/hitungan", baris_cetak, nilai=k)


def _berkelas(a: Angka, s: Susunan) -> bool:
    """Tell whether a figure is a capaian of the year that a class may stand beside."""
    kartu = {b["kode"] for b in s.baris.get("indikator", ())}
    satu = a.peran == "capaian" and a.kode in kartu
    return bool(a.tabel) and a.periode == "tahunan" and (satu or a.peran == "rata_rata_capaian")


def _baris(t: Dikenali) -> list[tuple[Angka, str, Reading]]:
    """Return the classes of a scale from the best down: the word at its place, its bounds as printed and as read."""
    kolom, nama = t.peran(BATAS), t.peran("predikat")
    if not kolom or not nama:
        return []
    lembar, hasil = Lembar(t), []
    for b in lembar.baris():
        teks, kata = lembar.sel(b, kolom[0].nomor), " ".join(lembar.sel(b, nama[0].nomor).split())
        if (batas := batas_kelas(teks)) is None or not kata:
            return []
        letak = Angka(t.tabel.nomor, b + 1 + t.geser, nama[0].nomor + 1, 0, kata, jenis=SKALA, peran="predikat")
        hasil.append((letak, teks, batas))
    hasil.sort(key=lambda x: x[2].high if x[2].high is not None else float("inf"), reverse=True)
    utuh = len({n.tercetak.casefold() for n, _, _ in hasil}) == len(hasil) >= _TERSEDIKIT
    return hasil if utuh and all(_di_atas(a[2], b[2]) for a, b in pairwise(hasil)) else []


def _di_atas(atas: Reading, bawah: Reading) -> bool:
    return atas.low is not None and bawah.high is not None and atas.low >= bawah.high


def _kebijakan(kelas: Sequence[tuple[str, Reading]], di: str) -> dict[str, Any]:
    """Write the printed scale as a policy of the agency's own, read as its edges allow; {} where none does."""
    awal = {"judul": "Skala tercetak", "sumber": di, "keyakinan": "tercetak", "untuk": "capaian"}
    for tepi in ("bercelah", "kiri_terbuka", "kanan_terbuka"):
        isi = awal | {"tepi": tepi, "kelas": [_kelas(nama, b, tepi) for nama, b in kelas]}
        if not [*Skala.model_validate(isi | {"nama": "tercetak"}).periksa()]:
            return isi
    return {}


def _kelas(nama: str, b: Reading, tepi: str) -> dict[str, Any]:
    """Write a class with its bounds, and which of them it holds where a sign tells that it does not hold one."""
    ujung = {"bawah": (b.low, b.strict_low), "atas": (b.high, b.strict_high)}
    ada = {k: v for k, (v, _) in ujung.items() if v is not None}
    milik = [k for k in ada if not ujung[k][1]]
    bertanda = tepi != "bercelah" and (b.strict_low or b.strict_high)
    return {"nama": nama} | ada | ({"memuat": milik[0] if milik else "tanpa"} if bertanda else {})
