"""Family efisiensi: printed efficiency rows against the budget, the capaian and the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

import numpy as np
import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.bukti.dukungan import semua_terbukti, usul_persen
from lkip_lib.checks.cetak import sel as cetak
from lkip_lib.checks.cetak.nama import kemiripan, termirip
from lkip_lib.checks.cetak.replikasi import BEDA
from lkip_lib.checks.cetak.sel import BarisEfisiensi
from lkip_lib.checks.keluarga.arah import arah_terbalik
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa
from lkip_lib.frames import catatan
from lkip_lib.ledger import buat_id
from lkip_lib.numerals import setara
from lkip_lib.rumus import efisiensi as rumus

# How much of their words a printed and a planned sasaran must share: to be one, and to be told apart.
_SAMA, _ASING = 0.75, 0.5


def _baris(konteks: Konteks) -> list[BarisEfisiensi]:
    return cetak.baris_efisiensi(cetak.hitungan(konteks))


def _sasaran(konteks: Konteks, b: BarisEfisiensi) -> str:
    """Return the code of the row's sasaran: printed, else by its name, else ""."""
    rencana = [(s["kode"], s["nama"]) for s in konteks.baris("sasaran")]
    return b.tingkat["subjek"] or termirip(b.tingkat["nama"], rencana, _SAMA) or ""


@periksa(
    "EFI-01",
    sifat=(Sifat.SETABEL,),
    tingkat="kesalahan",
    judul="Capaian dalam tabel efisiensi adalah serapan anggaran",
    dasar="Efisiensi membandingkan capaian indikator dengan serapan, bukan serapan dengan serapan",
    saran="Pakai rata-rata capaian indikator sasaran itu.",
)
def capaian_dari_serapan(konteks: Konteks) -> Iterator[Catatan]:
    """Find capaian in the efficiency table that equal an absorption and no capaian of an indicator or sasaran."""
    semua = cetak.hitungan(konteks)
    sama = cetak.capaian_dari_serapan(konteks, semua)
    for b in cetak.baris_efisiensi(semua):
        if b.capaian is None or b.capaian["nilai_id"] not in sama:
            continue
        nama, id = sama[b.capaian["nilai_id"]]
        kode = _sasaran(konteks, b)
        milik = [s for s in konteks.baris("sasaran") if s["kode"] == kode and not pd.isna(s["capaian_persen"])]
        hasil = numerals.persen(milik[0]["capaian_persen"]) if milik else ""
        usul = usul_persen(konteks, milik[0]["capaian_persen"]) if hasil and semua_terbukti(konteks, kode) else ""
        yield Catatan(
            b.capaian["nilai_id"],
            f"Tercetak {b.capaian['nilai_tercetak']}, sama dengan serapan {nama} dan bukan capaian sasaran atau "
            f"indikator mana pun{f'; capaian {kode} {hasil}' if hasil else ''}.",
            seharusnya=usul,
            kandidat="" if usul else hasil,
            bukti=(id,),
        )


@periksa(
    "EFI-02",
    tingkat="kesalahan",
    judul="Serapan dalam tabel efisiensi tidak ada dalam anggaran",
    dasar="Serapan sasaran berasal dari pagu dan realisasi program pendukungnya",
    saran="Hitung ulang serapannya dari program pendukung sasaran itu.",
)
def serapan_asing(konteks: Konteks) -> Iterator[Catatan]:
    """Find absorptions in printed sasaran rows that no budget line gives, or that are not the sasaran's own."""
    semua = cetak.hitungan(konteks)
    verdik = {b["id"]: b for b in konteks.baris("replikasi")}
    dikenal = list(cetak.serapan_dikenal(konteks, semua))
    for b in semua:
        if b["besaran"] != "serapan_persen" or b["jenis_subjek"] != "sasaran" or pd.isna(b["nilai"]):
            continue
        r = verdik[b["nilai_id"]]
        sama = next((nama for v, nama, _ in dikenal if setara(b["nilai"], b["desimal"], v)), "")
        if r["verdik"] == BEDA:
            hasil = numerals.persen(r["dihitung"])
            tambah = f"; yang tercetak sama dengan serapan {sama}" if sama else ""
            dasar = buat_id("sasaran", r["subjek"], "serapan_persen", tahun=konteks.tahun)
            kalimat = f"Tercetak {r['tercetak']}, program pendukung {r['subjek']} memberi {hasil}{tambah}."
            yield Catatan(b["nilai_id"], kalimat, kandidat=hasil, bukti=(dasar,))
        elif not b["subjek"] and not sama and dikenal:
            mirip = next((d for d in dikenal if _beda_satu_angka(b["nilai_tercetak"], d[0], b["desimal"])), None)
            tambah = f"; berbeda satu angka dari serapan {mirip[1]}, {numerals.persen(mirip[0])}" if mirip else ""
            yield Catatan(
                b["nilai_id"],
                f"Tercetak {b['nilai_tercetak']}, bukan serapan baris anggaran mana pun{tambah}.",
                kandidat=numerals.persen(mirip[0]) if mirip else "",
                bukti=(mirip[2],) if mirip else (),
            )


def _beda_satu_angka(tercetak: str, nilai: float, desimal: int) -> bool:
    satu = re.sub(r"\D", "", tercetak)
    dua = re.sub(r"\D", "", numerals.write(nilai, desimal))
    return len(satu) == len(dua) > 2 and sum(a != b for a, b in zip(satu, dua, strict=True)) == 1


def _menurut_aturan(konteks: Konteks, b: BarisEfisiensi) -> str:
    """Apply the rule in force to the printed numbers; "" where a number is missing or the rule needs the budget."""
    if b.capaian is None or b.serapan is None:
        return ""
    c, s, tanpa = float(b.capaian["nilai"]), float(b.serapan["nilai"]), float("nan")
    aturan = konteks.kebijakan.efisiensi
    ukuran = rumus.ukuran_efisiensi(c, s, tanpa, tanpa, efisiensi=aturan)
    meleset = float(round(c, 9) < konteks.params.ambang_tercapai)
    return "" if ukuran != ukuran else str(rumus.tingkat_efisiensi(ukuran, meleset, efisiensi=aturan))


@periksa(
    "EFI-03",
    sifat=(Sifat.AKIBAT_ARAH, Sifat.SEBARIS_CETAK),
    tingkat="kesalahan",
    judul="Tingkat efisiensi tercetak tidak mengikuti aturannya",
    dasar="Aturan efisiensi yang dipakai laporan, diterapkan pada capaian dan serapan yang tercetak di baris itu",
    saran="Sesuaikan tingkat efisiensinya, atau pilih di params aturan efisiensi yang dipakai laporan.",
)
def kelas_dan_aturan(konteks: Konteks) -> Iterator[Catatan]:
    """Compare each printed efficiency class with the rule on the printed numbers, and with the recomputed class."""
    verdik = {b["id"]: b for b in konteks.baris("replikasi")}
    sudah = {c.id_ledger for c in efisien_tanpa_capaian(konteks)}
    terbalik = {i["sasaran"] for i in konteks.baris("indikator") if i["kode"] in arah_terbalik(konteks)}
    for b in _baris(konteks):
        id, milik = b.tingkat["nilai_id"], konteks.kebijakan.efisiensi
        tercetak = cetak.kelas_efisiensi(b.tingkat["nilai_tercetak"], milik.sebutan_kelas)
        aturan, r = _menurut_aturan(konteks, b), verdik[id]
        cara, belum = milik.nama, milik.belum_tercapai
        if id in sudah:
            continue
        if belum and tercetak == belum and r["verdik"] != BEDA:
            continue  # a mean of 100 can hide one indicator that is not there yet
        if aturan and tercetak and aturan != tercetak and b.capaian and b.serapan:
            ambang = numerals.write(konteks.params.ambang_tercapai, 2, trim=True)
            sebab = f" (capaian di bawah {ambang}%)" if belum and aturan == belum else ""
            hitung = f"; hasil hitung ulang {r['dihitung_label']}" if r["verdik"] == BEDA else ""
            yield Catatan(
                id,
                f'Tercetak "{b.tingkat["nilai_tercetak"]}", capaian {b.capaian["nilai_tercetak"]} dan serapan '
                f"{b.serapan['nilai_tercetak']} memberi {aturan}{sebab} menurut aturan {cara}{hitung}.",
                kandidat=r["dihitung_label"] or aturan,
                bukti=(b.capaian["nilai_id"], b.serapan["nilai_id"]),
            )
        elif r["verdik"] == BEDA:
            dasar = buat_id("efisiensi", b.tingkat["subjek"], "tingkat_efisiensi", tahun=konteks.tahun)
            # What follows from the printed row is as wrong as the row, unless a card may have the wrong direction.
            ikut = aturan == tercetak and b.tingkat["subjek"] not in terbalik
            sebaris = [s["nilai_id"] for s in (b.capaian, b.serapan) if s and ikut]
            yield Catatan(
                id,
                f'Tercetak "{b.tingkat["nilai_tercetak"]}", hasil hitung ulang {r["dihitung_label"]} menurut aturan '
                f"{cara}.",
                kandidat=r["dihitung_label"],
                bukti=konteks.dikenal(dasar, *sebaris),
            )


@periksa(
    "EFI-04",
    sifat=(Sifat.AKIBAT_ARAH,),
    tingkat="kesalahan",
    judul="Disebut efisien, padahal targetnya belum tercapai",
    dasar="Serapan rendah dengan target yang tidak tercapai bukan efisiensi",
    saran="Sebut targetnya belum tercapai, dan jelaskan sebabnya.",
)
def efisien_tanpa_capaian(konteks: Konteks) -> Iterator[Catatan]:
    """Find rows called Efisien whose sasaran has an indicator below its target."""
    for b in _baris(konteks):
        kode, aturan = _sasaran(konteks, b), konteks.kebijakan.efisiensi
        kelas = cetak.kelas_efisiensi(b.tingkat["nilai_tercetak"], aturan.sebutan_kelas)
        if not kode or kelas not in ("Efisien", aturan.terbaik):
            continue
        kurang = [i for i in konteks.baris("indikator") if i["sasaran"] == kode and i["tercapai"] == "tidak"]
        if kurang:
            sebut = ", ".join(f"{i['kode']} {_capaian(i['capaian_mentah_persen'])}".strip() for i in kurang)
            mentah = partial(buat_id, "indikator", dokumen=konteks.dokumen_target, tahun=konteks.tahun)
            ids = (mentah(i["kode"], "capaian_mentah_persen") for i in kurang)
            belum = aturan.belum_tercapai
            pasti = bool(belum) and semua_terbukti(konteks, kode)
            yield Catatan(
                b.tingkat["nilai_id"],
                f'Tercetak "{b.tingkat["nilai_tercetak"]}", padahal capaian {sebut} belum mencapai target.',
                seharusnya=belum if pasti else "",
                kandidat="" if pasti else belum or cetak.BELUM_TERCAPAI,
                bukti=konteks.dikenal(*ids),
                tingkat=None if belum else "peringatan",
            )


@periksa(
    "EFI-05",
    sifat=(Sifat.MEMPERHADAPKAN, Sifat.MENGUTIP_NAMA, Sifat.SETABEL),
    tingkat="peringatan",
    judul="Baris tabel efisiensi bukan sasaran dalam rencana",
    dasar="Efisiensi dinilai untuk setiap sasaran Renstra dan Perjanjian Kinerja",
    saran="Susun tabel efisiensi menurut sasaran yang direncanakan.",
)
def sasaran_asing(konteks: Konteks) -> Iterator[Catatan]:
    """Find efficiency rows whose name is far from the name of every planned sasaran."""
    rencana = [(s["kode"], s["nama"]) for s in konteks.baris("ketik/sasaran")]
    for b in _baris(konteks):
        nama = str(b.tingkat["nama"])
        if b.tingkat["subjek"] or not nama or not rencana:
            continue
        if max(kemiripan(nama, n) for _, n in rencana) < _ASING:
            daftar = ", ".join(k for k, _ in rencana)
            yield Catatan(
                b.tingkat["nilai_id"], f'"{nama}" tidak sama dengan nama sasaran mana pun dalam rencana ({daftar}).'
            )


@periksa(
    "EFI-06",
    tingkat="peringatan",
    judul="Program terhitung lebih dari seluruhnya",
    dasar="Bagian satu program pada semua sasaran yang didukungnya berjumlah paling banyak satu",
    saran="Bagi programnya dengan bobot di tabel pendukung; jumlahnya satu.",
)
def program_berlebih(konteks: Konteks) -> Iterator[Catatan]:
    """Find programs whose money counts for several sasaran, together more than there is."""
    pendukung = konteks.frames["ketik/pendukung"]
    for program, milik in pendukung.groupby("program", sort=False):
        jumlah = float(milik["bobot"].sum())
        if jumlah <= 1 + 1e-9:
            continue
        baris = catatan(milik)
        tempat = {"berkas": "pendukung.csv", "baris": baris[-1]["_baris"], "kolom": "bobot", "tercetak": "",
                  "subjek": program}  # fmt: skip
        bagian = ", ".join(f"{b['sasaran']} {numerals.write(b['bobot'], 4, trim=True)}" for b in baris)
        kalimat = f"Program {program} terhitung {numerals.write(jumlah, 4, trim=True)} kali: {bagian}."
        yield Catatan(f"pendukung.{program}.bobot", kalimat, sel=tempat)


@periksa(
    "EFI-07",
    tingkat="informasi",
    judul="Belum satu program pun disebut mendukung sasaran",
    dasar="Serapan dan efisiensi sasaran dihitung dari program pendukungnya",
    saran="Isi kolom sasaran pada baris program di tabel anggaran, atau tabel pendukung.",
)
def tanpa_pendukung(konteks: Konteks) -> Iterator[Catatan]:
    """Tell a year whose programs are paired with no sasaran: nothing of its money stands beside its results."""
    program = [b for b in konteks.baris("anggaran") if b["tingkat"] == "program"]
    if not program or len(konteks.frames["pendukung"]) or not len(konteks.frames["indikator"]):
        return
    kalimat = f"{len(program)} program tidak disebut mendukung sasaran mana pun, jadi efisiensi tidak dinilai."
    tempat = {"berkas": "anggaran.csv", "baris": None, "kolom": "sasaran", "tercetak": "", "subjek": "0"}
    yield Catatan("anggaran.sasaran", kalimat, sel=tempat)


def _capaian(persen: float) -> str:
    return "" if np.isnan(persen) else numerals.persen(persen)
