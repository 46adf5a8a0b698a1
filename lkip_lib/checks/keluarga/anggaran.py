"""Family anggaran: amounts against their proof, percentages against amounts, children against their parent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import Any

import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.bukti.dukungan import usul_persen
from lkip_lib.checks.bukti.jaringan import jaringan
from lkip_lib.checks.bukti.kendala import PERSEN, TEPAT, Jaringan, Kendala
from lkip_lib.checks.bukti.ketelitian import kelonggaran
from lkip_lib.checks.bukti.perbaikan import perbaikan, sebut_bukti
from lkip_lib.checks.cetak.nama import sebut_baris, sebut_dokumen
from lkip_lib.checks.cetak.replikasi import BEDA
from lkip_lib.checks.cetak.sel import beda_dokumen
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa
from lkip_lib.frames import catatan
from lkip_lib.langkah.hitung import ke_atas
from lkip_lib.numerals import setara
from lkip_lib.rumus import anggaran

BESARAN = ("pagu", "realisasi")
_PERSENTASE = {
    "serapan_persen": "realisasi dibagi pagu",
    "bagian_persen": "realisasinya dibagi realisasi semua jenis belanja",
}


def angka_instansi(konteks: Konteks, besaran: str) -> float:
    """Return the agency's pagu or realisasi, stated or summed (rupiah); NaN when it is not known."""
    akar = next((b[f"{besaran}_rp"] for b in konteks.baris("anggaran") if b["induk"] == ""), None)
    return float("nan") if akar is None else float(akar)


def bobot_rp(konteks: Konteks, selisih_rp: float) -> float:
    """Weigh a difference in rupiah as points of the agency's pagu; without a pagu there are none."""
    pagu = angka_instansi(konteks, "pagu")
    return abs(selisih_rp) / pagu * 100 if pagu > 0 and selisih_rp == selisih_rp else 0.0


@periksa(
    "ANG-01",
    sifat=(Sifat.PERSEN, Sifat.SEKOLOM),
    tingkat="kesalahan",
    judul="Persentase anggaran tercetak berbeda dari hitung ulang",
    dasar="realisasi ÷ pagu × 100; bagian jenis belanja dari seluruhnya; dalam ketelitian angka yang tercetak",
    saran="Perbaiki persentasenya, atau angka rupiah yang mendasarinya.",
)
def persentase_tercetak(konteks: Konteks) -> Iterator[Catatan]:
    """Compare each printed percentage with its amounts; where the amounts are confirmed, the percentage is wrong."""
    jaring, _ = perbaikan(konteks)
    milik = {k.sel[0]: k for k in jaring.kendala if k.jenis == PERSEN}
    for b in konteks.baris("replikasi"):
        if b["verdik"] != BEDA or b["besaran"] not in _PERSENTASE or b["jenis_subjek"] == "sasaran":
            continue
        hasil = numerals.persen(b["dihitung"])
        kendala = milik.get(b["id"])
        akibat = kendala is not None and kendala.periksa(jaring.nilai) is True
        pasti = None if kendala is None or akibat else _persen_pasti(jaringan(konteks), jaring, kendala)
        if akibat:
            sebab = "tetapi cocok sesudah angka rupiahnya diperbaiki"
        elif pasti is None:
            sebab = "bila angka rupiahnya benar"
        elif setara(pasti, 2, b["dihitung"]):
            sebab = "dan angka rupiahnya dikuatkan oleh jumlah atau tabel lain"
        else:
            sebab = f"dan {numerals.persen(pasti)} sesudah angka rupiahnya diperbaiki"
        usul = "" if pasti is None else usul_persen(konteks, pasti)
        yield Catatan(
            b["id"],
            f"Tercetak {b['tercetak']}; {_PERSENTASE[b['besaran']]} memberi {hasil}, {sebab}{_geser(jaring, kendala)}.",
            seharusnya=usul,
            kandidat="" if usul or akibat else hasil,
            bukti=kendala.sel[1:] if kendala else (),
        )


def _geser(jaring: Jaringan, persen: Kendala | None) -> str:
    """Name the row beside this one whose percentage is printed here, one row off."""
    if persen is None:
        return ""
    for sel in persen.sel[2:]:
        for t in jaring.tetangga.get(sel, ()):
            milik = next((k for k in jaring.pada[t] if k.jenis == PERSEN), None)
            if milik and jaring.bergeser(t, jaring.nilai)[0] == jaring.nama[sel]:
                return f"; {jaring.tercetak[persen.sel[0]]} adalah serapan {jaring.nama[t]}, satu baris bergeser"
    return ""


def _persen_pasti(asal: Jaringan, jaring: Jaringan, persen: Kendala) -> float | None:
    """Return the percentage that both its amounts give, None where no sum or other table confirms them.

    A sum that holds only since one of its parts was mended (`asal` is before, `jaring` after) confirms that part alone;
    and one that is itself contradicted confirms nothing, if the percentage is right when the contradiction is.
    """
    angka = persen.sel[1:]
    lama = (s for s in angka if jaring.nilai[s] == asal.nilai[s])
    if not all(map(jaring.dikuatkan, angka)) or not all(map(asal.disaksikan, lama)) or jaring.tertukar(persen):
        return None
    bersaing = any(
        persen.periksa({**jaring.nilai, s: lain})
        for s in angka
        for k in jaring.pada[s]
        if k.jenis in TEPAT and k.periksa(jaring.nilai)
        for lain in jaring.saingan(s, k, jaring.nilai)
    )
    hasil = persen.memberi(persen.sel[0], jaring.nilai)
    return None if bersaing or not hasil else hasil[0]


@periksa(
    "ANG-02",
    sifat=(Sifat.MEMPERHADAPKAN, Sifat.JUMLAH),
    tingkat="kesalahan",
    judul="Jumlah rincian berbeda dari angka induknya",
    dasar="Angka induk sama dengan jumlah rincian di bawahnya",
    saran="Cari rincian yang belum tercantum, tercantum dua kali, atau salah cetak; selisihnya ditulis di sini.",
)
def rincian_dan_induk(konteks: Konteks) -> Iterator[Catatan]:
    """Compare every parent with the sum of its children, in every document; lines left out are netted first."""
    luar = {(t["id"], t["besaran"]): t for t in baris_tertinggal(konteks)}
    for i in _residu(konteks):
        if (i["id"], i["besaran"]) in luar or _terjelaskan(i, luar.values()):
            continue
        terurai = sum(
            t["nilai"]
            for t in luar.values()
            if i["tingkat"] == "instansi" and (t["besaran"], t["dokumen"]) == (i["besaran"], i["dokumen"])
        )
        arah = "kurang" if i["residu"] > 0 else "lebih"
        bersih = (
            f" Setelah baris yang tidak termuat dalam induknya ({numerals.rupiah(terurai)}), masih "
            f"{numerals.rupiah(abs(i['residu'] - terurai))} belum terurai."
            if terurai
            else ""
        )
        hilang, hilang_id = _baris_hilang(konteks, i)
        tanpa = f" tanpa {', '.join(i['kosong'])} yang tidak diketahui" if i["kosong"] else ""
        kalimat = f"{i['besaran'].capitalize()} {sebut_baris(i['kode'])} {numerals.rupiah(i['sendiri'])}, jumlah "
        kalimat += f"rinciannya{tanpa} {numerals.rupiah(i['anak'])}: {arah} {numerals.rupiah(abs(i['residu']))}."
        yield Catatan(
            i["id"],
            f"{kalimat}{bersih}{hilang}{_sebagian(konteks, i)}",
            dampak=f"{numerals.rupiah(abs(i['residu']))} tidak terurai",
            bobot=bobot_rp(konteks, i["residu"]),
            bukti=(*i["anak_id"], *hilang_id),
        )


def _sebagian(konteks: Konteks, i: dict[str, Any]) -> str:
    """Say that what was spent of a part of a pagu stands for no more than that part; "" where it does not."""
    if i["besaran"] != BESARAN[0] or i["dokumen"] != konteks.dokumen_anggaran:
        return ""
    b = next((b for b in konteks.baris("antara/anggaran") if b["kode"] == i["kode"]), None)
    if b is None or b["lengkap_pagunya"] == "ya" or b["realisasi_rp"] == b["realisasi_rp"]:
        return ""
    return (
        " Realisasinya tidak dijumlahkan dari rincian yang hanya sebagian, jadi serapannya tidak dihitung; bila memang "
        "belum semua tercantum, isi lengkap: tidak dan tulis realisasinya."
    )


def _terjelaskan(i: dict[str, Any], luar: Iterable[dict[str, Any]]) -> bool:
    """Tell whether an incomplete sum is too much only by a line that the parent's other amount leaves out."""
    kolom = f"{i['besaran']}_rp"
    lain = (t["baris"][kolom] for t in luar if (t["dokumen"], t["kode"]) == (i["dokumen"], i["kode"]))
    return bool(i["kosong"]) and any(i["residu"] + nilai >= 0 for nilai in lain)


def _baris_hilang(konteks: Konteks, i: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    """Name the lines that another document has under a parent and this one lacks, where they make its residual."""
    semua, kolom = konteks.frames["ketik/anggaran"], f"{i['besaran']}_rp"
    lain = semua[(semua["induk"] == i["kode"]) & ~semua["kode"].isin([r["kode"] for r in i["rincian"]])]
    for dokumen, milik in lain.groupby("dokumen", sort=False):
        if anggaran.sama(milik[kolom].sum(skipna=False), i["residu"]):
            menurut = f"{', '.join(milik['kode'])} menurut {sebut_dokumen(str(dokumen))}"
            return f" Sebesar itu pula {menurut}, yang tidak tercantum di sini.", tuple(milik[f"{kolom}_id"])
    return "", ()


@lru_cache(maxsize=2)
def _residu(konteks: Konteks) -> list[dict[str, Any]]:
    """List every parent whose stated figure is not the sum of what lies below it, in every document."""
    hasil = []
    for dokumen, milik in konteks.frames["ketik/anggaran"].groupby("dokumen", sort=False):
        isi = milik.reset_index(drop=True)
        for besaran in BESARAN:
            pohon = ke_atas(isi.assign(_nilai=isi[f"{besaran}_rp"]), "_nilai", "_anak")
            semua, residu = catatan(pohon), (isi[f"{besaran}_rp"] - pohon["_anak"]).round(2).tolist()
            beda = [b | {"_residu": r} for b, r in zip(semua, residu, strict=True)]
            for b in (b for b in beda if b["_residu"] == b["_residu"]):
                rincian = [r for r in semua if r["induk"] == b["kode"]]
                cetak = [r[f"{besaran}_rp_id"] for r in (b, *rincian)]
                if not anggaran.sama(b["_residu"], 0) and abs(b["_residu"]) > kelonggaran(konteks, cetak):
                    hasil.append(_satu_residu(dokumen, besaran, b, rincian))
            # Where a child is blank the others alone may already be more than the parent.
            for b in (b for b in beda if b["_residu"] != b["_residu"] and b["lengkap"] == "ya"):
                rincian = [r for r in semua if r["induk"] == b["kode"] and pd.notna(r["_nilai"])]
                lebih = sum(r["_nilai"] for r in rincian) - b[f"{besaran}_rp"]
                cetak = [r[f"{besaran}_rp_id"] for r in (b, *rincian)]
                if not anggaran.sama(lebih, 0) and lebih > kelonggaran(konteks, cetak):
                    kosong = [r["kode"] for r in semua if r["induk"] == b["kode"] and pd.isna(r["_nilai"])]
                    terurai = b | {"_anak": b[f"{besaran}_rp"] + lebih, "_residu": round(-lebih, 2)}
                    hasil.append(_satu_residu(dokumen, besaran, terurai, rincian, tuple(kosong)))
    return hasil


def _satu_residu(
    dokumen: Any, besaran: str, b: dict[str, Any], rincian: list[dict[str, Any]], kosong: tuple[str, ...] = ()
) -> dict[str, Any]:
    return {
        **{"dokumen": dokumen, "kode": b["kode"], "tingkat": b["tingkat"], "besaran": besaran},
        **{"id": b[f"{besaran}_rp_id"], "sendiri": b[f"{besaran}_rp"], "anak": b["_anak"], "residu": b["_residu"]},
        "rincian": rincian,
        "anak_id": tuple(r[f"{besaran}_rp_id"] for r in rincian),
        "kosong": kosong,
    }


def baris_tertinggal(konteks: Konteks) -> Iterator[dict[str, Any]]:
    """Yield lines that are printed but left out of their parent: the parent is short by just that line's figure.

    Where the parent's other figure can be asked, it must be short by the same line.
    """
    residu = {(i["dokumen"], i["kode"], i["besaran"]): i for i in _residu(konteks)}
    for (dokumen, kode, besaran), i in residu.items():
        lainnya = BESARAN[1 - BESARAN.index(besaran)]
        lain = residu.get((dokumen, kode, lainnya))
        lain = None if lain and lain["kosong"] else lain
        lengkap = all(r[f"{lainnya}_rp"] == r[f"{lainnya}_rp"] for r in i["rincian"])
        if i["residu"] > 0 or i["kosong"] or (lain is None and lengkap):
            continue
        cocok = [r for r in i["rincian"] if r["_nilai"] == -i["residu"]]
        if lain is not None:
            cocok = [r for r in cocok if r[f"{lainnya}_rp"] == -lain["residu"]]
        if len(cocok) == 1:
            isi = {"besaran": besaran, "nilai": -i["residu"], "baris": cocok[0], "kode": kode, "dokumen": dokumen}
            yield {"id": i["id"], **isi}


@periksa(
    "ANG-04",
    sifat=(Sifat.MEMPERHADAPKAN, Sifat.BELANJA),
    tingkat="kesalahan",
    judul="Jumlah jenis belanja berbeda dari angka instansi",
    dasar="Jumlah semua jenis belanja sama dengan angka seluruh instansi",
    saran="Periksa jenis belanja yang belum tercantum atau salah cetak, dan apakah keduanya dari dokumen yang sama.",
)
def belanja_dan_total(konteks: Konteks) -> Iterator[Catatan]:
    """Compare the sum of the belanja types with the agency's pagu and realisasi in the same document.

    Types that do not say of which document they are, and were taken from another one, only ask.
    """
    semua = konteks.frames["ketik/anggaran"]
    milik = konteks.frames["ketik/belanja"].groupby("dokumen", sort=False)
    for (dokumen, belanja), nama in product(milik, BESARAN):
        dipakai = dokumen in ("", konteks.dokumen_anggaran)
        akar = semua[(semua["dokumen"] == (dokumen or konteks.dokumen_anggaran)) & (semua["induk"] == "")]
        if not dipakai and akar.empty:
            continue
        jumlah = float(belanja[f"{nama}_rp"].sum(skipna=False))
        total = angka_instansi(konteks, nama) if dipakai else float(akar.iloc[0][f"{nama}_rp"])
        cetak = (*belanja[f"{nama}_rp_id"], *akar[f"{nama}_rp_id"])
        beda = abs(jumlah - total)
        if beda == beda and not anggaran.sama(jumlah, total) and beda > kelonggaran(konteks, cetak):
            # The accounts by kind may be audited where the budget's realisasi is not, or the other way.
            tempat = product(akar["sumber"], belanja["sumber"])
            lain = not dokumen and any(beda_dokumen(*dua, konteks.tahun) for dua in tempat)
            # Where no row states the agency, its sum has no cell: the note stands at the kinds of belanja.
            yield Catatan(
                str((akar if len(akar) else belanja).iloc[0][f"{nama}_rp_id"]),
                f"Jenis belanja berjumlah {numerals.rupiah(jumlah)}, {nama} instansi {numerals.rupiah(total)}: "
                f"berbeda {numerals.rupiah(beda)}.",
                dampak=f"{numerals.rupiah(beda)} berselisih",
                bobot=bobot_rp(konteks, beda),
                bukti=tuple(belanja[f"{nama}_rp_id"]),
                tingkat="peringatan" if lain else None,
            )


@periksa(
    "ANG-06",
    sifat=(Sifat.MEMPERHADAPKAN, Sifat.TERLEWAT, Sifat.SEBARIS),
    tingkat="kesalahan",
    judul="Baris tercetak tidak termuat dalam induknya",
    dasar="Setiap rincian yang tercetak dijumlahkan ke induknya",
    saran="Periksa mana yang benar: induknya yang kurang, atau baris itu yang tercantum dua kali atau bukan miliknya.",
)
def tidak_termuat(konteks: Konteks) -> Iterator[Catatan]:
    """Find printed lines that their parent's figures do not contain."""
    for t in baris_tertinggal(konteks):
        yield Catatan(
            t["baris"][f"{t['besaran']}_rp_id"],
            f"{t['besaran'].capitalize()} {t['baris']['kode']} {numerals.rupiah(t['nilai'])} tercetak, tetapi "
            f"{sebut_baris(t['kode'])} kurang tepat sebesar itu.",
            dampak=f"{numerals.rupiah(t['nilai'])} di luar induknya",
            bobot=bobot_rp(konteks, t["nilai"]),
            bukti=(t["id"],),
        )


@periksa(
    "ANG-10",
    tingkat="kesalahan",
    judul="Angka rupiah terbukti salah cetak",
    dasar="Jumlah rincian, tabel lain, jenis belanja dan persentase tercetak bertemu pada satu angka lain",
    saran="Tempelkan usul koreksi (lkip koreksi --usul), atau perbaiki angkanya di tabel.",
)
def angka_terbukti_salah(konteks: Konteks) -> Iterator[Catatan]:
    """List readable amounts that the figures around them disprove, with the one figure that all of them give."""
    jaring, temuan = perbaikan(konteks)
    asal = konteks.ledger
    for sel, p in temuan.items():
        usul = p.terbukti
        if usul and asal[sel]["nilai"] == asal[sel]["nilai"]:
            beda = usul.nilai - float(asal[sel]["nilai"])
            yield Catatan(
                sel,
                f"Tercetak {asal[sel]['tercetak']}; seharusnya {numerals.rupiah(usul.nilai)}: "
                f"{sebut_bukti(jaring, sel, usul)}",
                seharusnya=numerals.rupiah(usul.nilai),
                dampak=f"berubah {numerals.rupiah(abs(beda))}",
                bobot=bobot_rp(konteks, beda),
                bukti=tuple(dict.fromkeys(s for k in usul.dipenuhi for s in k.sel if s != sel)),
            )
