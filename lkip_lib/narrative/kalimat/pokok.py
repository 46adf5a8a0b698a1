"""Choose the few things that a reader must know first, and say them: by rules over the figures, never by taste."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from lkip_lib.inputs.agreement import PK
from lkip_lib.narrative.isi import Catatan, Isi
from lkip_lib.narrative.kalimat.simpulan import menurut_ambang, sebut_acuan
from lkip_lib.narrative.quarter import kekurangan
from lkip_lib.narrative.words import awali, banyak, berbeda, berukuran, daftar, terisi
from lkip_lib.rumus.capaian import mengukur_perubahan
from lkip_lib.rumus.jenis import menurun
from lkip_lib.rumus.perbandingan import AKHIR_RENSTRA, TAHUN_LALU

BANYAK = 3
# Absorption below this leaves money behind that a reader asks about.
_SERAPAN_RENDAH = 75.0


def pokok(isi: Isi) -> list[Markup]:
    """Return the things to know as sentences, most important first, at most three."""
    return [kalimat for _, kalimat in zip(range(BANYAK), _urut(isi), strict=False)]


def _urut(isi: Isi) -> Iterator[Markup]:
    if meleset := [b for b in isi.baris("indikator") if b["tercapai"] == "tidak"]:
        yield _meleset(isi, min(meleset, key=kekurangan))
    yield from _menurut_dokumen(isi)
    lebih_buruk = [b for b in isi.baris("perbandingan") if b["makna"] == "lebih buruk"]
    if lebih_buruk:
        yield _pembanding(isi, max(lebih_buruk, key=_jauh))
    yield from _anggaran(isi)
    memburuk = [b for b in isi.baris("perbandingan") if (b["makna"], b["jenis"]) == ("memburuk", TAHUN_LALU)]
    if memburuk:
        yield _memburuk(isi, max(memburuk, key=_jauh))
    if belum := [b for b in isi.baris("indikator") if not b["tercapai"]]:
        berapa = banyak(len(belum)).capitalize()
        yield Markup("{} indikator belum terukur: {}.").format(berapa, daftar([isi.sebutan[b["kode"]] for b in belum]))
    tercapai = [b for b in isi.baris("perbandingan") if (b["makna"], b["jenis"]) == ("sudah tercapai", AKHIR_RENSTRA)]
    if tercapai:
        yield Markup(
            "Target akhir Renstra untuk {} sudah tercapai, sehingga target tahun berikutnya perlu ditinjau."
        ).format(isi.sebutan[tercapai[0]["kode"]])


def _jauh(b: dict[str, Any]) -> float:
    """Tell how far apart two figures are; rungs of a ladder have no percentage."""
    persen = b["perubahan_persen"]
    return abs(persen) if persen == persen else 0.0


def _ukur(isi: Isi, kode: str, angka: Any) -> Markup:
    return berukuran(angka, isi.satuan[kode])


def _meleset(isi: Isi, b: Catatan) -> Markup:
    """Say by how much the indicator farthest from its target missed it, by the agreement too, and the noted cause."""
    kode, d, ubah = b["kode"], isi.desimal[b["kode"]], mengukur_perubahan(b["rumus"])
    ukur = berbeda if ubah else berukuran
    realisasi, target = (
        ukur(isi.indikator(kode, kolom, desimal=d, tanda=ubah), isi.satuan[kode]) for kolom in ("realisasi", "target")
    )
    dari = "di atas target" if menurun(b["arah"]) and not ubah else "dari"
    kalimat = Markup("{} belum mencapai target {}{}: {}{} {} {}").format(
        isi.sebutan[kode], isi.acuan, menurut_ambang(isi), "perubahan " * ubah, realisasi, dari, target
    )
    if terisi(b["capaian_mentah_persen"]):
        kalimat += Markup(", capaiannya {}").format(isi.indikator(kode, "capaian_mentah_persen"))
        kalimat += _juga_pk(isi, kode)
    a = isi.analisis.indikator.get(kode)
    if a and a.sebab_dari("target"):
        kalimat += Markup(". Sebab yang dicatat: {}").format(awali(a.sebab_dari("target")[0]))
    return kalimat + "."


def _juga_pk(isi: Isi, kode: str) -> Markup:
    """Go on about the capaian by the Perjanjian Kinerja, where that is another."""
    milik = {b["dokumen"]: b["capaian_mentah_persen"] for b in isi.baris("antara/per_dokumen") if b["kode"] == kode}
    pk, dipakai = milik.get(PK), milik[isi.params.dokumen_target]
    if not terisi(pk) or pk == dipakai:
        return Markup("")
    capaian = isi.penyaji.sel("indikator", kode, "capaian_mentah_persen", dokumen=PK)
    return Markup(" ({} menurut {})").format(capaian, isi.dokumen[PK])


def _pembanding(isi: Isi, b: Catatan) -> Markup:
    kode, d = b["kode"], isi.desimal[b["kode"]]
    lain = isi.penyaji.sel("perbandingan", f"{kode}.{b['jenis']}", "pembanding", tahun=b["tahun"], desimal=d)
    return Markup("{} sebesar {} belum sebaik angka {} tahun {}, {}.").format(
        isi.sebutan[kode], _ukur(isi, kode, isi.realisasi(kode, desimal=d)), b["jenis"], b["tahun"],
        _ukur(isi, kode, lain),
    )  # fmt: skip


def _memburuk(isi: Isi, b: Catatan) -> Markup:
    kode, d, rentang = b["kode"], isi.desimal[b["kode"]], _terhadap_rentang(isi, b)
    lalu = isi.penyaji.sel("perbandingan", f"{kode}.{TAHUN_LALU}", "pembanding", tahun=b["tahun"], desimal=d)
    kata = Markup("{} {}:").format(rentang, isi.indikator(kode, "target", desimal=d)) if rentang else "memburuk"
    return Markup("{} {} dari {} pada tahun {} menjadi {}.").format(
        isi.sebutan[kode], kata, _ukur(isi, kode, lalu), b["tahun"],
        _ukur(isi, kode, isi.realisasi(kode, desimal=d)),
    )  # fmt: skip


def _terhadap_rentang(isi: Isi, b: dict[str, Any]) -> str:
    """Say whether last year's figure still stood in this year's range; "" where the target is none."""
    target = isi.target_tahun(isi.params.dokumen_target).get(b["kode"], {})
    bawah, atas = target.get("target_bawah"), target.get("target_atas")
    if not (terisi(bawah) and terisi(atas)):
        return ""
    return "keluar dari rentang" if bawah <= b["pembanding"] <= atas else "menjauh dari rentang"


def _menurut_dokumen(isi: Isi) -> Iterator[Markup]:
    """The result under another plan's targets, where it falls into another class; the agreement's is said above."""
    dipakai = isi.ringkas
    lain = [
        b
        for b in isi.baris("ringkasan")
        if b["dipakai"] != "ya"
        and b["dokumen"] != PK
        and b["n_terhitung"] == b["n_indikator"]
        and b["predikat"] != dipakai["predikat"]
    ]
    if lain and dipakai["predikat"]:
        b = max(lain, key=lambda b: abs(b["rata_rata_persen"] - dipakai["rata_rata_persen"]))
        dua = [
            Markup("terhadap {} predikatnya {} ({})").format(
                sebut_acuan(isi, d), isi.ringkasan("predikat", d), isi.ringkasan("rata_rata_persen", d)
            )
            for d in (isi.params.dokumen_target, b["dokumen"])
        ]
        yield Markup("Hasil bergantung pada dokumen targetnya: {}, {}.").format(*dua)


def _anggaran(isi: Isi) -> Iterator[Markup]:
    program = [b for b in isi.baris("anggaran") if b["tingkat"] == "program" and b["serapan_persen"] < _SERAPAN_RENDAH]
    if program:
        b = max(program, key=lambda b: b["sisa_rp"])
        serapan, sisa = (isi.anggaran(b["kode"], kolom) for kolom in ("serapan_persen", "sisa_rp"))
        yield Markup("{} menyerap {} dari pagunya; yang tidak terserap {}.").format(b["nama"], serapan, sisa)
