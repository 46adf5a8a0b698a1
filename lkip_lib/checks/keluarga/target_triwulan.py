"""Family target: quarterly targets against the annual one, by the kind that the card declares."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.cetak.nama import satuan_baku, sebut_dokumen
from lkip_lib.checks.keluarga.arah import arah_terbalik
from lkip_lib.checks.keluarga.target import sama, tulis
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, Tingkat, periksa
from lkip_lib.inputs.tables import PERIODE, TAHUNAN
from lkip_lib.ledger import ANGKA
from lkip_lib.rumus.jenis import bertingkat, berubah, disebut, lebih_baik
from lkip_lib.rumus.triwulan import AKUMULATIF, BERJALAN, PENGULANGAN, POSISI_AKHIR, dari_tahun_lalu

Baris = dict[str, Any]
_TRIWULAN = PERIODE[1:]


def _lengkap(konteks: Konteks) -> Iterator[tuple[Baris, Baris, list[Baris]]]:
    """Yield each card with an annual target and its four quarters, of one document and year."""
    kartu = {k["kode"]: k for k in konteks.baris("ketik/indikator")}
    milik: dict[tuple[Any, ...], dict[str, Baris]] = {}
    for b in konteks.baris("ketik/target"):
        if b["target_status"] == ANGKA:
            milik.setdefault((b["indikator"], b["tahun"], b["dokumen"]), {}).setdefault(b["periode"], b)
    for (kode, _, _), per in milik.items():
        if kode in kartu and all(p in per for p in PERIODE):
            yield kartu[kode], per[TAHUNAN], [per[p] for p in _TRIWULAN]


def _dibagi_empat(kartu: Baris, setahun: Baris, triwulan: list[Baris]) -> bool:
    """Tell whether a level was divided by four; a change, a count or a sum may be."""
    if pd.isna(setahun["target"]) or not setahun["target"] or not bertingkat(setahun["jenis"] or kartu["jenis"]):
        return False
    if kartu["tipe_triwulan"] == AKUMULATIF or satuan_baku(kartu["satuan"]) not in ("persen", "nilai"):
        return False
    return all(abs(t["target"] - setahun["target"] / 4) < 0.5 * 10.0 ** -t["target_desimal"] + 1e-9 for t in triwulan)


@periksa(
    "TAR-07",
    sifat=(Sifat.MEMPERHADAPKAN, Sifat.TRIWULAN),
    tingkat="kesalahan",
    judul="Target triwulan tidak sesuai dengan target tahunan",
    dasar="akumulatif: triwulan berjumlah setahun; posisi_akhir dan berjalan: triwulan IV = setahun; "
    "pengulangan: semua sama",
    saran="Perbaiki target triwulannya, atau tipe_triwulan di kartu indikator.",
)
def triwulan_dan_setahun(konteks: Konteks) -> Iterator[Catatan]:
    """Hold four quarterly targets against the annual one."""
    for kartu, setahun, triwulan in _lengkap(konteks):
        if _dibagi_empat(kartu, setahun, triwulan):
            continue
        sebut = f"Target {kartu['kode']} {setahun['tahun']} menurut {sebut_dokumen(setahun['dokumen'])}"
        diubah = disebut(berubah, setahun["jenis"]) and not berubah(kartu["jenis"])
        tipe = AKUMULATIF if diubah else kartu["tipe_triwulan"]
        if diubah and dari_tahun_lalu([t["target"] for t in triwulan], setahun["target"]):
            tipe = POSISI_AKHIR
        hasil = _bertentangan(tipe, kartu, setahun, triwulan)
        if hasil and not (hasil[2] and kartu["kode"] in arah_terbalik(konteks)):
            b, kalimat, peringatan = hasil
            bukti = tuple(x["target_id"] for x in (setahun, *triwulan) if x is not b)
            tingkat: Tingkat | None = "peringatan" if peringatan else None
            yield Catatan(str(b["target_id"]), f"{sebut}: {kalimat}.", bukti=bukti, tingkat=tingkat)


def _bertentangan(tipe: str, kartu: Baris, setahun: Baris, triwulan: list[Baris]) -> tuple[Baris, str, bool] | None:
    """Return the quarter at fault, what is wrong with it, and whether that is only a warning."""
    deret = ", ".join(tulis(t) for t in triwulan)
    if tipe == AKUMULATIF:
        jumlah = sum(t["target"] for t in triwulan)
        teliti = sum(0.5 * 10.0 ** -t["target_desimal"] for t in triwulan if t["target"] % 1)
        if pd.isna(jumlah) or pd.isna(setahun["target"]) or abs(jumlah - setahun["target"]) <= teliti + 1e-9:
            return None
        jumlahnya = numerals.write(jumlah, 4, trim=True)
        return triwulan[0], f"triwulan {deret} berjumlah {jumlahnya}, setahun {tulis(setahun)}", False
    if tipe in (POSISI_AKHIR, BERJALAN):
        if not sama(triwulan[-1], setahun):
            return triwulan[-1], f"triwulan IV {tulis(triwulan[-1])}, setahun {tulis(setahun)}", False
        nilai = [t["target"] for t in triwulan] if tipe == POSISI_AKHIR else []  # what runs through the year grows
        for lama, baru, b in zip(nilai, nilai[1:], triwulan[1:], strict=False):
            if lebih_baik(lama, baru, kartu["arah"]):
                return b, f"triwulan {deret} bergerak mundur", True
    if tipe == PENGULANGAN:
        for b in triwulan:
            if not sama(b, setahun):
                return b, f"{b['periode']} {tulis(b)}, setahun {tulis(setahun)}, padahal targetnya berulang", False
    return None


@periksa(
    "TAR-08",
    sifat=(Sifat.MEMPERHADAPKAN, Sifat.SEDOKUMEN),
    tingkat="kesalahan",
    judul="Target indeks atau persentase dibagi empat",
    dasar="Nilai, indeks dan persentase adalah tingkat; yang boleh dibagi hanya jumlah yang menumpuk selama setahun",
    saran="Tulis tingkat yang ditargetkan pada akhir setiap triwulan; bila memang berjumlah setahun, isi "
    "tipe_triwulan akumulatif.",
)
def tingkat_dibagi_empat(konteks: Konteks) -> Iterator[Catatan]:
    """Find levels whose quarters are the annual target divided by four."""
    for kartu, setahun, triwulan in _lengkap(konteks):
        if _dibagi_empat(kartu, setahun, triwulan):
            yield Catatan(
                str(triwulan[0]["target_id"]),
                f"Target {kartu['kode']} {setahun['tahun']} menurut {sebut_dokumen(setahun['dokumen'])}: setiap "
                f"triwulan {tulis(triwulan[0])}, seperempat dari {tulis(setahun)}; {kartu['satuan'].lower()} tidak "
                "dapat dijumlahkan.",
                bukti=(setahun["target_id"], *(t["target_id"] for t in triwulan[1:])),
            )
