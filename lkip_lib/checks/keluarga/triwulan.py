"""Family triwulan: quarterly realisasi against the year's and against what its type on the card allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lkip_lib import numerals
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa
from lkip_lib.frames import catatan
from lkip_lib.inputs.tables import PERIODE, TAHUNAN
from lkip_lib.langkah.komponen import tak_dinyatakan
from lkip_lib.ledger import ANGKA, BELUM_DIISI
from lkip_lib.numerals import sepadan
from lkip_lib.places import TRIWULAN
from lkip_lib.rumus import triwulan as tipe
from lkip_lib.rumus.jenis import bertingkat

Baris = dict[str, Any]
_TRIWULAN = PERIODE[1:]
_NAMA = dict(zip(_TRIWULAN, TRIWULAN[1:], strict=True))


def _realisasi(konteks: Konteks) -> Iterator[tuple[Baris, dict[str, Baris]]]:
    """Yield each card with the agency's realisasi of the year, by period; a cell that states nothing is left out.

    A year's that is not stated is the one computed from its components.
    """
    kartu = {k["kode"]: k for k in konteks.baris("ketik/indikator")}
    milik: dict[str, dict[str, Baris]] = {}
    for b in konteks.baris("ketik/realisasi"):
        if b["tahun"] == konteks.tahun and b["lingkup"] == "instansi" and b["realisasi_status"] == ANGKA:
            milik.setdefault(b["indikator"], {}).setdefault(b["periode"], b)
    for b in catatan(tak_dinyatakan(konteks.frames["ketik/realisasi"], konteks.frames["antara/komponen"])):
        if b["tahun"] == konteks.tahun and b["indikator"] in milik:
            milik[b["indikator"]].setdefault(TAHUNAN, b)
    for kode, per in milik.items():
        if kode in kartu:
            yield kartu[kode], per


def _tulis(b: Baris) -> str:
    return numerals.write(b["realisasi"], 4, trim=True)


def _sama(a: Baris, b: Baris) -> bool:
    return sepadan(a["realisasi"], a["realisasi_desimal"], b["realisasi"], b["realisasi_desimal"])


@periksa(
    "TRW-01",
    sifat=(Sifat.MEMPERHADAPKAN, Sifat.TRIWULAN),
    tingkat="kesalahan",
    judul="Realisasi triwulan tidak sesuai dengan realisasi setahun",
    dasar="akumulatif: triwulan berjumlah setahun; posisi_akhir dan berjalan: triwulan IV = setahun; "
    "pengulangan: setahun di antara triwulan terendah dan tertinggi",
    saran="Perbaiki angkanya, atau tipe_triwulan di kartu indikator; bila angka setahun direvisi, jelaskan.",
)
def triwulan_dan_setahun(konteks: Konteks) -> Iterator[Catatan]:
    """Hold four quarters of realisasi against the year's, by the type on the card.

    The year's figure may be a later release than its quarters: that asks. A running total in their place is an error.
    """
    for kartu, per in _realisasi(konteks):
        if TAHUNAN not in per or _TRIWULAN[-1] not in per:
            continue
        setahun, akhir = per[TAHUNAN], per[_TRIWULAN[-1]]
        lewat = [per[p] for p in _TRIWULAN if p in per]
        bukti = tuple(b["realisasi_id"] for b in (setahun, *lewat) if b is not akhir)
        match kartu["tipe_triwulan"]:
            case tipe.AKUMULATIF if len(lewat) == len(_TRIWULAN):
                jumlah = sum(b["realisasi"] for b in lewat)
                teliti = sum(0.5 * 10.0 ** -b["realisasi_desimal"] for b in lewat if b["realisasi"] % 1)
                if abs(jumlah - setahun["realisasi"]) > teliti + 1e-9:
                    kumulatif = _sama(akhir, setahun) and jumlah != akhir["realisasi"]
                    saran = " Tampaknya ditulis sebagai jumlah sampai triwulan itu." if kumulatif else ""
                    kata = f"triwulan berjumlah {numerals.write(jumlah, 4, trim=True)}"
                    yield _catatan(kartu, akhir, setahun, kata, bukti, saran)
            case tipe.POSISI_AKHIR | tipe.BERJALAN if not _sama(akhir, setahun):
                yield _catatan(kartu, akhir, setahun, f"triwulan IV {_tulis(akhir)}", bukti)
            case tipe.PENGULANGAN if len(lewat) == len(_TRIWULAN):
                nilai = [b["realisasi"] for b in lewat]
                bulat = 0.5 * 10.0 ** -min(b["realisasi_desimal"] for b in lewat)
                teliti = 0.0 if setahun["realisasi_tercetak"] else bulat + 1e-9
                if not min(nilai) - teliti <= setahun["realisasi"] <= max(nilai) + teliti:
                    kata = f"triwulan {', '.join(_tulis(b) for b in lewat)}"
                    yield _catatan(kartu, akhir, setahun, kata, bukti)


@periksa(
    "TRW-05",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="informasi",
    judul="Indikator tidak terukur pada triwulan ini",
    dasar="Pemantauan membandingkan realisasi sampai triwulan itu dengan targetnya",
    saran="Isi target dan realisasi triwulannya serta tipe_triwulan di kartunya, bila indikator itu memang dipantau.",
)
def tak_terukur_triwulan(konteks: Konteks) -> Iterator[Catatan]:
    """Name the indicators that the report of a quarter cannot measure, and what each lacks."""
    kartu = {k["kode"]: k for k in konteks.baris("ketik/indikator")}
    kurang: dict[str, list[str]] = {}
    for b in konteks.baris("indikator") if konteks.triwulan else ():
        if b["status_nilai"] == BELUM_DIISI:
            tanpa = "target" if b["target"] != b["target"] else "realisasi"
            apa = tanpa if kartu[b["kode"]]["tipe_triwulan"] else "tipe_triwulan"
            kurang.setdefault(apa, []).append(b["kode"])
    for apa, kode in kurang.items():
        pertama = kartu[kode[0]]
        tempat = {"berkas": "indikator.csv", "baris": pertama["_baris"], "kolom": "tipe_triwulan", "subjek": kode[0]}
        kata = apa if apa == "tipe_triwulan" else f"{apa} sampai {TRIWULAN[konteks.triwulan]}"
        kalimat = f"Belum terukur karena {kata} belum ada: {', '.join(kode)}."
        yield Catatan(f"triwulan.{apa}", kalimat, sel={**tempat, "tercetak": pertama["tipe_triwulan"]})


def _catatan(kartu: Baris, akhir: Baris, setahun: Baris, kata: str, bukti: tuple[str, ...], saran: str = "") -> Catatan:
    sebut = f"Realisasi {kartu['kode']} {akhir['tahun']} ({kartu['tipe_triwulan'].replace('_', ' ')})"
    asal = "" if setahun["realisasi_tercetak"] else " (dihitung dari komponennya)"
    kalimat = f"{sebut}: {kata}, setahun {_tulis(setahun)}{asal}.{saran}"
    return Catatan(akhir["realisasi_id"], kalimat, bukti=bukti, tingkat=None if saran else "peringatan")


@periksa(
    "TRW-02",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="peringatan",
    judul="Tipe triwulan belum ditentukan",
    dasar="Tanpa tipe_triwulan, arti angka satu triwulan tidak diketahui dan tidak dihitung",
    saran="Isi tipe_triwulan di kartu indikator: akumulatif, posisi_akhir, pengulangan, atau berjalan.",
)
def tanpa_tipe(konteks: Konteks) -> Iterator[Catatan]:
    """Find quarterly realisasi whose card does not say what a quarter means."""
    for kartu, per in _realisasi(konteks):
        lewat = [per[p] for p in _TRIWULAN if p in per]
        if lewat and not kartu["tipe_triwulan"]:
            kata = f"Realisasi triwulan {kartu['kode']} ada, tetapi tipe_triwulan kartunya kosong."
            yield Catatan(lewat[0]["realisasi_id"], kata)


@periksa(
    "TRW-03",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="peringatan",
    judul="Satu triwulan terlewat",
    dasar="Yang dijumlahkan dari awal tahun memerlukan setiap triwulan; yang kosong tidak dianggap nol",
    saran="Isi triwulan yang terlewat; tulis 0 bila memang tidak ada.",
)
def triwulan_terlewat(konteks: Konteks) -> Iterator[Catatan]:
    """Find indicators that add up with a quarter missing before one that is stated."""
    for kartu, per in _realisasi(konteks):
        ada = [p for p in _TRIWULAN if p in per]
        if kartu["tipe_triwulan"] == tipe.AKUMULATIF and ada:
            for p in _TRIWULAN[: _TRIWULAN.index(ada[-1])]:
                if p not in per:
                    kata = f"Realisasi {kartu['kode']} {_NAMA[p]} belum diisi, {_NAMA[ada[-1]]} sudah."
                    yield Catatan(per[ada[-1]]["realisasi_id"], kata)


@periksa(
    "TRW-04",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="kesalahan",
    judul="Jumlah dari awal tahun turun",
    dasar="Angka triwulan yang dijumlahkan tidak dapat negatif",
    saran="Tulis yang terjadi dalam triwulan itu saja, bukan jumlah sampai triwulan itu.",
)
def jumlah_turun(konteks: Konteks) -> Iterator[Catatan]:
    """Find negative quarters, by which a running total would fall."""
    for kartu, per in _realisasi(konteks):
        if kartu["tipe_triwulan"] == tipe.AKUMULATIF and bertingkat(kartu["jenis"]):
            for p in _TRIWULAN:
                if p in per and per[p]["realisasi"] < 0:
                    kata = f"Realisasi {kartu['kode']} {_NAMA[p]} {_tulis(per[p])}, kurang dari nol."
                    yield Catatan(per[p]["realisasi_id"], kata)


@periksa(
    "TRW-06",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="informasi",
    judul="Triwulan terakhir belum diisi",
    dasar="Laporan setahun mencocokkan keempat triwulan dengan realisasi setahun",
    saran="Isi triwulan yang belum diisi; tanpa itu realisasi setahun tidak dapat dicocokkan.",
)
def berhenti_sebelum_akhir(konteks: Konteks) -> Iterator[Catatan]:
    """Name the indicators whose year is stated and whose quarters end before it does."""
    lewat = [
        (kartu["kode"], [(p, per[p]["realisasi_id"]) for p in _TRIWULAN if p in per])
        for kartu, per in _realisasi(konteks)
        if kartu["tipe_triwulan"] and TAHUNAN in per and not konteks.triwulan
    ]
    yield from berhenti("Realisasi triwulan", lewat)


def berhenti(apa: str, lewat: Iterable[tuple[str, Sequence[tuple[str, str]]]]) -> Iterator[Catatan]:
    """Name what ends before the last quarter, once for each quarter at which something ends.

    `lewat` gives of each code the quarters that are stated, in order, each with the id of its figure.
    """
    semua: dict[str, dict[str, str]] = {}
    for kode, ada in lewat:
        if ada and ada[-1][0] != _TRIWULAN[-1]:
            semua.setdefault(ada[-1][0], {})[kode] = ada[-1][1]
    for p, milik in sorted(semua.items()):
        pertama, *lain = milik.values()
        sebut = ", ".join(milik)
        yield Catatan(
            pertama,
            f"{apa} baru sampai {_NAMA[p]}, padahal realisasi setahun sudah ada: {sebut}.",
            bukti=tuple(lain),
        )
