"""Family angka: figures that could not be read, needed a decision, or cannot be what their column says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.bukti.dukungan import dasar_capaian, realisasi_terbukti
from lkip_lib.checks.bukti.perbaikan import perbaikan, sebut_bukti, sebut_kandidat, tak_berpersentase
from lkip_lib.checks.bukti.precision import cetakan
from lkip_lib.checks.cetak import sel as cetak
from lkip_lib.checks.cetak.nama import satuan_baku
from lkip_lib.checks.cetak.replikasi import BEDA, KIRA, UMUM
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa
from lkip_lib.frames import himpun
from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.ledger import TIDAK_TERBACA
from lkip_lib.numerals import setara
from lkip_lib.rumus.jenis import berubah, disebut


@periksa(
    "AKA-01",
    sifat=(Sifat.SETEMPAT,),
    tingkat="kesalahan",
    judul="Angka rusak atau dapat dibaca dua cara",
    dasar="Bentuk angka Indonesia, satuan kolom, dan kisaran yang dinyatakan",
    saran="Cari angka aslinya; bila terbukti, koreksi di jawaban.yml atau lembar jawaban.",
)
def tidak_terbaca(konteks: Konteks) -> Iterator[Catatan]:
    """List the damaged figures that no correction has mended, with what they must or could have been."""
    jaring, temuan = perbaikan(konteks)
    for b in konteks.baris("bacaan"):
        if b["status_nilai"] != TIDAK_TERBACA or f"koreksi.{b['id']}" in konteks.ledger:
            continue
        p = temuan.get(b["id"])
        usul = p.terbukti if p else None
        seharusnya = numerals.rupiah(usul.nilai) if usul else ""
        tanpa_satuan = not b["satuan"] and len(numerals.read(b["tercetak"]).candidates) > 1
        salinan = "|" in b["tercetak"]
        persen = tak_berpersentase(jaring, p) if p and not usul else ""
        penjelasan = b["catatan"] + (" Isi satuannya, misalnya orang." if tanpa_satuan else "")
        penjelasan += f" Seharusnya {seharusnya}: {sebut_bukti(jaring, p.sel, usul)}" if p and usul else ""
        penjelasan += f" Persentase di sampingnya, {persen}, tidak cocok dengan satu pun." if persen else ""
        penjelasan += " Yang rusak salinannya; laporan aslinya tidak disebut salah cetak." if salinan else ""
        kandidat = sebut_kandidat(jaring, p) if p and not usul else ""
        yield Catatan(b["id"], penjelasan, seharusnya, kandidat, tingkat="peringatan" if salinan else None)


@periksa(
    "AKA-02",
    sifat=(Sifat.MEMPERHADAPKAN, Sifat.CARA_BACA),
    tingkat="informasi",
    judul="Cara membaca angka diputuskan oleh satuan dan kisaran",
    dasar="Titik dan koma dibaca menurut satuan kolom dan kisaran yang dinyatakan",
    saran="Tulis angka dengan koma desimal dan titik ribuan agar tidak perlu diputuskan.",
)
def bacaan_diputuskan(konteks: Konteks) -> Iterator[Catatan]:
    """List the readings that were settled by unit and range."""
    terbaca = (b for b in konteks.baris("bacaan") if b["status_nilai"] != TIDAK_TERBACA)
    serupa = himpun(((b["id"].partition(".")[0], b["catatan"].partition(":")[2]), b) for b in terbaca)
    for (_, cara), (pertama, *milik) in serupa.items():
        lain = [f"{konteks.tempat(b['id'])}: {b['tercetak']}" for b in milik] if cara else []
        yield Catatan(pertama["id"], pertama["catatan"], juga=tuple(lain))


_TERLALU_JAUH, _PEMBANDING = 10.0, 3
# A slip of the comma or a lost digit: among figures this near to one another, one this far off that a power of ten
# brings back; of fewer digits than these many figures are.
_SERAPAT, _TERGESER, _KEMBALI, _BERANGKA = 2.0, 4.0, 1.2, 3


@periksa(
    "AKA-03",
    tingkat="peringatan",
    judul="Angka jauh dari semua angka lain indikator itu",
    dasar="Target dan realisasi tahunan satu indikator dalam satu lingkup berada pada besaran yang sama",
    saran="Periksa letak koma dan banyaknya angka di dokumennya, atau apakah angka itu milik kolom lain; bila memang "
    "demikian, jelaskan.",
)
def jauh_dari_deretnya(konteks: Konteks) -> Iterator[Catatan]:
    """Find annual targets and realisasi ten times every other statement of their indicator, or a tenth of it.

    Among figures near to one another one that a power of ten brings back to them is told as well.
    """
    for (kode, _), deret in _deret(konteks).items():
        for id, nilai, tercetak in deret:
            lain = [v for i, v, _ in deret if i != id]
            if pecahan := _pecahan(konteks, id, nilai, lain):
                yield Catatan(id, f"{kode} tercetak {tercetak}, {pecahan[0]}.", kandidat=pecahan[1])
                continue
            besar = bool(lain) and nilai > max(lain)
            jauh = len(lain) >= _PEMBANDING and (
                nilai >= _TERLALU_JAUH * max(lain) if besar else nilai * _TERLALU_JAUH <= min(lain)
            )
            if not jauh and not _tergeser(nilai, tercetak, lain):
                continue
            geser = next(
                (nilai / f if besar else nilai * f for f in (10, 100, 1000) if _di_antara(nilai, f, besar, lain)), None
            )
            sebab = "; mungkin satu angka hilang atau komanya bergeser" if geser is not None and not jauh else ""
            yield Catatan(
                id,
                f"{kode} tercetak {tercetak}, {_sebut_lain(lain)}{sebab}.",
                kandidat="" if geser is None else numerals.write(geser, 4, trim=True),
                bukti=tuple(i for i, _, _ in deret if i != id),
            )


def _tergeser(nilai: float, tercetak: str, lain: list[float]) -> bool:
    """Tell whether a figure stands far from others that are near to one another, and a power of ten mends that."""
    if len(lain) < 2 or max(lain) > _SERAPAT * min(lain) or sum(h.isdigit() for h in tercetak) < _BERANGKA:
        return False
    if not (nilai * _TERGESER <= min(lain) or nilai >= _TERGESER * max(lain)):
        return False
    kembali = (nilai * f for f in (0.001, 0.01, 0.1, 10, 100, 1000))
    return any(min(lain) / _KEMBALI <= v <= max(lain) * _KEMBALI for v in kembali)


def _pecahan(konteks: Konteks, id: str, nilai: float, lain: list[float]) -> tuple[str, str] | None:
    """Say that a bare fraction stands among percentages, and what percentage it would be."""
    persen = satuan_baku(str(konteks.ledger[id]["satuan"])) == "persen"
    if not persen or not lain or not nilai < 1 or min(lain) < 10 or _satuan_tercetak(konteks, id):
        return None
    menjadi = numerals.write(nilai * 100, 4, trim=True)
    return f"{_sebut_lain(lain)}; mungkin pecahan, yaitu {menjadi}%", menjadi


def _sebut_lain(lain: list[float]) -> str:
    ujung = dict.fromkeys(numerals.write(v, 4, trim=True) for v in (min(lain), max(lain)))
    return f"{len(lain)} angka lainnya {'dari ' if len(ujung) > 1 else ''}{' sampai '.join(ujung)}"


def _di_antara(nilai: float, faktor: int, besar: bool, lain: list[float]) -> bool:
    geser = nilai / faktor if besar else nilai * faktor
    return min(lain) / 1.5 <= geser <= max(lain) * 1.5


def _deret(konteks: Konteks) -> dict[tuple[str, str], list[tuple[str, float, str]]]:
    """Return the figures of each indicator and scope: a count of the nation is no outlier among those of a town."""
    hasil: dict[tuple[str, str], list[tuple[str, float, str]]] = {}
    for nama in ("target", "realisasi"):
        for b in konteks.per(f"ketik/{nama}", "periode").get(TAHUNAN, []):
            if not b[nama] > 0 or (nama == "target" and disebut(berubah, b["jenis"])):
                continue
            kunci = (b["indikator"], b.get("lingkup", "instansi"))  # targets are the agency's own
            hasil.setdefault(kunci, []).append((b[f"{nama}_id"], b[nama], b[f"{nama}_tercetak"]))
    return hasil


_BERSATUAN = ("target", "realisasi", "rkt", "keluaran", "komponen")
# A cell that prints one of these names what it is; a bare number or a counting word fits any counting column.
_PEMBEDA = ("persen", "rupiah")


@periksa(
    "AKA-04",
    tingkat="peringatan",
    judul="Satuan dalam sel berbeda dari satuan kolomnya",
    dasar="Satuan yang tercetak di sel, di kartu indikator, dan di sel sebarisnya",
    saran="Samakan satuannya, atau periksa apakah angka itu milik kolom lain.",
)
def satuan_sel(konteks: Konteks) -> Iterator[Catatan]:
    """Find cells whose printed unit is another than that of their column, or of the other cell in their row."""
    for tabel in _BERSATUAN:
        for b in konteks.baris(f"ketik/{tabel}"):
            kolom = [k for k in ("target", "realisasi", "nilai") if not pd.isna(b.get(k, float("nan")))]
            cetak_sel = {k: _satuan_tercetak(konteks, b[f"{k}_id"]) for k in kolom}
            for k in kolom:
                satuan = satuan_baku(str(konteks.ledger[b[f"{k}_id"]]["satuan"]))
                if _bertentangan(cetak_sel[k], satuan):
                    kolomnya = konteks.ledger[b[f"{k}_id"]]["satuan"]
                    kalimat = f'Sel tercetak "{b[f"{k}_tercetak"]}", satuan kolomnya {kolomnya}.'
                    yield Catatan(str(b[f"{k}_id"]), kalimat)
            ada = {k: s for k, s in cetak_sel.items() if s}
            if len(set(ada.values())) > 1 and not b.get("satuan"):
                yield Catatan(
                    str(b["realisasi_id"]),
                    f'Satuannya berbeda: target "{b["target_tercetak"]}", realisasi "{b["realisasi_tercetak"]}".',
                    bukti=(b["target_id"],),
                )


def _satuan_tercetak(konteks: Konteks, id: str) -> str:
    return satuan_baku(cetakan(konteks.ledger[id]).unit)


def _bertentangan(tercetak: str, satuan: str) -> bool:
    """Tell whether a cell names what its column is not: a kind of number, or the members of a rate as a count."""
    kata = satuan.split()
    if tercetak and "per" in kata and "per" not in tercetak.split():
        return not {*tercetak.split()} <= {*kata[: kata.index("per")]}
    return bool(tercetak and satuan) and tercetak != satuan and bool({tercetak, satuan} & set(_PEMBEDA))


@periksa(
    "AKA-05",
    sifat=(Sifat.SETABEL,),
    tingkat="kesalahan",
    judul="Capaian berdiri di kolom realisasi",
    dasar="Realisasi yang dinyatakan tabel pengukuran, dan capaian indikator yang sama",
    saran="Cetak realisasinya; capaian punya kolom sendiri.",
)
def capaian_sebagai_realisasi(konteks: Konteks) -> Iterator[Catatan]:
    """Find realisasi cells that hold the capaian of the same indicator."""
    for id, b in capaian_di_kolom_realisasi(konteks).items():
        hasil = numerals.write(b["dihitung"], 4, trim=True)
        pasti = realisasi_terbukti(konteks, b["subjek"])
        yield Catatan(
            id,
            f"Tercetak {b['tercetak']}, sama dengan capaian {b['subjek']} ({b['capaian']}); realisasinya {hasil}.",
            seharusnya=hasil if pasti else "",
            kandidat="" if pasti else hasil,
            bukti=(*dasar_capaian(konteks, b["subjek"])[1:], *b["bukti"]),
        )


@lru_cache(maxsize=2)
def capaian_di_kolom_realisasi(konteks: Konteks) -> dict[str, dict[str, Any]]:
    """Return the printed realisasi that differ from the measured one and equal the indicator's capaian, by id."""
    semua = cetak.hitungan(konteks)
    tercetak = {b["nilai_id"]: b for b in semua}
    hasil: dict[str, dict[str, Any]] = {}
    for b in konteks.baris("replikasi"):
        if b["verdik"] != BEDA or b["besaran"] != "realisasi":
            continue
        sel = tercetak[b["id"]]
        if sama := _capaian_sama(konteks, semua, b["subjek"], sel["nilai"], sel["desimal"]):
            hasil[b["id"]] = b | {"capaian": sama[0], "bukti": sama[1]}
    riwayat = konteks.per("riwayat", "tahun").get(konteks.tahun, [])
    diukur = {b["kode"]: b["realisasi"] for b in riwayat if b["lingkup"] == "instansi"}
    for b in konteks.per("ketik/realisasi", "tahun").get(konteks.tahun, []):
        if b["lingkup"] != "instansi" or b["periode"] != TAHUNAN or b["realisasi"] != b["realisasi"]:
            continue
        ukuran = float(diukur.get(b["indikator"], float("nan")))
        if pd.isna(ukuran) or setara(b["realisasi"], b["realisasi_desimal"], ukuran):
            continue
        if sama := _capaian_sama(konteks, semua, b["indikator"], b["realisasi"], b["realisasi_desimal"]):
            isi = {"subjek": b["indikator"], "tercetak": b["realisasi_tercetak"], "dihitung": ukuran}
            hasil[b["realisasi_id"]] = isi | {"capaian": sama[0], "bukti": sama[1]}
    return hasil


def _capaian_sama(
    konteks: Konteks, semua: list[dict[str, Any]], kode: str, nilai: float, desimal: int
) -> tuple[str, tuple[str, ...]] | None:
    for b in semua:
        kunci = (b["besaran"], b["jenis_subjek"], b["subjek"])
        if kunci == ("capaian_persen", "indikator", kode) and b["nilai"] == nilai:
            return f"tercetak {b['nilai_tercetak']}", (b["nilai_id"],)
    for m in konteks.baris("per_dokumen"):
        for kolom in ("capaian_persen", "capaian_mentah_persen"):
            if m["kode"] == kode and not pd.isna(m[kolom]) and setara(nilai, desimal, m[kolom]):
                return numerals.persen(m[kolom]), ()
    return None


@periksa(
    "AKA-10",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="informasi",
    judul="Hitungan tercetak cocok bila masukannya belum dibulatkan",
    dasar="Target, realisasi, pagu, dan anggota rata-rata dapat tercetak dibulatkan atau dipotong",
    saran="Tidak ada yang perlu diganti; cetak masukannya lebih teliti agar pembaca dapat menghitungnya ulang.",
)
def cocok_bila_utuh(konteks: Konteks) -> Iterator[Catatan]:
    """List the printed figures that follow from their inputs only as these may have been before rounding."""
    for b in konteks.baris("replikasi"):
        if b["verdik"] == KIRA:
            hasil = _tulis_hitungan(b["besaran"], b["dihitung"])
            kalimat = f"Tercetak {b['tercetak']}, masukannya seperti tercetak memberi {hasil}; cocok bila "
            yield Catatan(str(b["id"]), f"{kalimat}masukannya belum dibulatkan.")


@periksa(
    "AKA-11",
    tingkat="kesalahan",
    judul="Hitungan tercetak lain berbeda dari hitung ulang",
    dasar="Rumus besaran itu, atas masukan tahun laporan, dalam ketelitian angka yang tercetak",
    saran="Ganti dengan hasil hitung ulang, atau perbaiki angka yang mendasarinya.",
)
def hitungan_lain(konteks: Konteks) -> Iterator[Catatan]:
    """Compare the printed quantities that no other check tells of: what is left, and the measure of efficiency."""
    umum = {*(b for b, _ in UMUM), "sisa_rp", "ukuran_efisiensi"}
    for b in konteks.baris("replikasi"):
        if b["verdik"] == BEDA and b["besaran"] in umum:
            hasil = _tulis_hitungan(b["besaran"], b["dihitung"])
            nama = b["besaran"].removesuffix("_rp").removesuffix("_persen").replace("_", " ")
            cara = f" (aturan {konteks.kebijakan.efisiensi.nama})" if b["besaran"] == "ukuran_efisiensi" else ""
            kalimat = f"Tercetak {b['tercetak']}, {nama} {b['subjek']} {hasil}{cara}."
            yield Catatan(str(b["id"]), kalimat, kandidat=hasil)


def _tulis_hitungan(besaran: str, nilai: float) -> str:
    """Write a recomputed quantity in the unit that its name ends with; one without a unit as a number.

    >>> [_tulis_hitungan(b, 90.625) for b in ("capaian_persen", "selisih", "sisa_rp")]
    ['90,63%', '90,625', 'Rp91']
    """
    if besaran.endswith("_persen"):
        return numerals.persen(nilai)
    return numerals.rupiah(nilai) if besaran.endswith("_rp") else numerals.write(nilai, 4, trim=True)
