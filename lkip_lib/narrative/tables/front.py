"""The tables of the first screen: every indicator with how it moved, and the programs by what they spent."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from lkip_lib.display import Baris, Kolom, Tabel
from lkip_lib.display.bars import Batang
from lkip_lib.display.spark import kilas
from lkip_lib.langkah.kemungkinan import TERENDAH, TERTINGGI
from lkip_lib.narrative.charts.results import angka
from lkip_lib.narrative.isi import Catatan, Isi
from lkip_lib.narrative.kalimat import temuan
from lkip_lib.narrative.kalimat.lampau import nilai_lain
from lkip_lib.narrative.kalimat.layar import kelompok_dokumen
from lkip_lib.narrative.kalimat.simpulan import simpulkan
from lkip_lib.narrative.tables.results import belum_lengkap, rata_lengkap, tabel
from lkip_lib.narrative.words import daftar, terisi
from lkip_lib.rumus.capaian import mengukur_perubahan
from lkip_lib.rumus.jenis import menurun


@tabel
def indikator_ringkas(isi: Isi) -> Tabel:
    """Table realisasi, and target and capaian by every document that differs, with how the indicator moved."""
    kelompok = kelompok_dokumen(isi)
    satu = len(kelompok) == 1
    baris = [_baris(isi, b, kelompok) for b in isi.baris("indikator")]
    baris.append(Baris(["Rata-rata", "", *(s for k in kelompok for s in ("", _rata(isi, k[0]))), ""], kelas="jumlah"))
    kolom = [Kolom("Indikator", lebar=30), Kolom("Realisasi", angka=True)]
    for k in kelompok:
        nama = "" if satu else f" {_sebut(isi, k)}"
        kolom += [Kolom(f"Target{nama}", angka=True), Kolom(f"Capaian{nama}", angka=True)]
    dokumen = f"target {isi.acuan}" if satu else daftar([f"target {_sebut(isi, k)}" for k in kelompok])
    return Tabel(
        f"Hasil {isi.masa} terhadap {dokumen}",
        [*kolom, Kolom("Perubahan")],
        baris,
        "Jingga: target belum tercapai." if any("kurang" in str(Markup(s)) for b in baris for s in b.sel) else "",
        satuan="Capaian di atas 100% dihitung 100% dalam rata-rata." if isi.dibatasi else "",
    )


def _sebut(isi: Isi, dokumen: list[str]) -> str:
    return "/".join("PK" if d == "pk" else isi.dokumen[d] for d in dokumen)


def _baris(isi: Isi, b: Catatan, kelompok: list[list[str]]) -> Baris:
    kode = b["kode"]
    per = {x["dokumen"]: x for x in isi.baris("antara/per_dokumen") if x["kode"] == kode}
    sel: list[object] = []
    for k in kelompok:
        milik = per.get(k[0])
        if milik is None:
            sel += ["", ""]
            continue
        gaya: Any = {"desimal": isi.desimal[kode], "tanda": mengukur_perubahan(milik["rumus"])}
        target = isi.penyaji.sel("indikator", kode, "target", dokumen=k[0], **gaya)
        capaian = isi.penyaji.sel("indikator", kode, "capaian_mentah_persen", dokumen=k[0])
        sel += [target, _capaian(isi, milik, capaian)]
    arah = Markup("<small>makin rendah makin baik</small>") if menurun(b["arah"]) else ""
    nama = Markup("{}{}").format(b["nama"], arah)
    return Baris([nama, isi.realisasi(kode, desimal=isi.desimal[kode]), *sel, perubahan(isi, kode)])


def _capaian(isi: Isi, b: Catatan, capaian: object) -> object:
    """Mark in words and colour what surely fell short, and say where it is not sure."""
    if b["kode"] in isi.goyah.get(b["dokumen"], set()):
        return Markup("{}<small>belum dipastikan</small>").format(capaian)
    return Markup('<strong class="kurang">{}</strong>').format(capaian) if b["tercapai"] == "tidak" else capaian


def _rata(isi: Isi, dokumen: str) -> object:
    milik = next(b for b in isi.baris("ringkasan") if b["dokumen"] == dokumen)
    if not rata_lengkap(milik):
        return belum_lengkap(milik)
    rata, s = isi.ringkasan("rata_rata_persen", dokumen), simpulkan(isi, dokumen)
    if s.ujung is None:
        return rata
    dua = [isi.jangkauan(n, "rata_rata_persen", dokumen) for n in (TERENDAH, TERTINGGI)]
    return Markup("{}<small>{}–{}</small>").format(rata, *dua)


def perubahan(isi: Isi, kode: str) -> object:
    """Say how an indicator moved since the year before, with a small drawing where three years or more are known."""
    milik = isi.frames["riwayat"]
    milik = milik[(milik["kode"] == kode) & (milik["lingkup"] == "instansi") & milik["realisasi"].notna()]
    per = {int(t): float(v) for t, v in zip(milik["tahun"], milik["realisasi"], strict=True) if t <= isi.tahun}
    if len(per) < 2 or kode in isi.ordinal or max(per) != isi.tahun:
        return ""
    lalu = sorted(per)[-2]
    if lain := nilai_lain(isi, kode) if lalu == isi.tahun - 1 else []:
        semua = [isi.penyaji.sel("riwayat", kode, "realisasi", tahun=lalu, desimal=isi.desimal[kode]), *lain]
        return Markup("dari {} pada {}").format(daftar(semua, penghubung="atau"), lalu)
    kalimat = temuan.beda(per[isi.tahun] - per[lalu], isi.desimal[kode], isi.satuan[kode], lalu)
    return Markup("{}{}").format(kilas([per[t] for t in sorted(per)]), kalimat)


@tabel
def program_ringkas(isi: Isi) -> Tabel:
    """Table what every program was given, left unspent and spent, the least spent first."""
    program = [b for b in isi.baris("anggaran") if b["tingkat"] == "program" and terisi(b["serapan_persen"])]
    baris = [_baris_program(isi, b) for b in sorted(program, key=lambda b: b["serapan_persen"])]
    akar = isi.akar
    if baris and akar is not None and terisi(akar["serapan_persen"]):
        baris.append(_baris_program(isi, akar))
    judul = temuan.serapan([(b["nama"], float(b["serapan_persen"])) for b in program]) if program else "Anggaran"
    return Tabel(
        judul,
        [
            Kolom("Program", lebar=40),
            Kolom("Pagu", angka=True),
            Kolom("Tidak terserap", angka=True),
            Kolom("Serapan", angka=True, lebar=20),
        ],
        baris,
        satuan=f"Rupiah, tahun anggaran {isi.tahun}. Batang: serapan; panjang penuh 100%.",
    )


def _baris_program(isi: Isi, b: Catatan) -> Baris:
    seluruh = b["tingkat"] == "instansi"
    nama = b["nama"] or isi.instansi.nama if seluruh else f"{b['kode']}. {b['nama']}"
    pagu, sisa, serapan = (isi.anggaran(b["kode"], k, polos=True) for k in ("pagu_rp", "sisa_rp", "serapan_persen"))
    batang = Batang(angka(b["serapan_persen"]) or 0.0, "uang", teks=serapan)
    return Baris([nama, pagu, sisa, batang], kelas="jumlah" if seluruh else "")
