"""How a year was measured, in sentences: by which formulas, bounds, means, classes and rule of efficiency."""

from __future__ import annotations

from markupsafe import Markup

from lkip_lib import numerals
from lkip_lib.narrative.isi import Catatan, Isi
from lkip_lib.narrative.tables.results import batas_capaian
from lkip_lib.narrative.words import daftar, kalimat
from lkip_lib.rumus.capaian import (
    capaian_ordinal,
    capaian_perubahan,
    capaian_perubahan_ditahan,
    capaian_rentang,
    capaian_rentang_searah,
    nol_tercapai_seratus,
)
from lkip_lib.rumus.jenis import bertingkat

_UNTUK = {
    capaian_perubahan.nama: "Target yang berupa perubahan",
    capaian_perubahan_ditahan.nama: "Target yang berupa perubahan yang ditahan",
    capaian_ordinal.nama: "Target yang berupa jenjang",
    capaian_rentang.nama: "Target yang berupa rentang atau batas",
    capaian_rentang_searah.nama: "Target yang berupa rentang",
    nol_tercapai_seratus.nama: "Target nol",
}


def rumus_dipakai(isi: Isi) -> list[tuple[Catatan, str]]:
    """List the formulas in use, each with whom it measures."""
    dipakai: dict[str, tuple[Catatan, list[Catatan]]] = {}
    for b in isi.baris("indikator"):
        if b["rumus"] and (f := isi.penjelas(b["kode"], "capaian_mentah_persen")):
            dipakai.setdefault(f["kode"], (f, []))[1].append(b)
    return [(f, _untuk(isi, milik)) for f, milik in dipakai.values()]


def _untuk(isi: Isi, milik: list[Catatan]) -> str:
    """Say whom a formula measures: a kind of target, a direction where it measures all of it, else by name."""
    if khusus := [_UNTUK[b["rumus"]] for b in milik if b["rumus"] in _UNTUK]:
        return khusus[0]
    kode, arah = {b["kode"] for b in milik}, {b["arah"] for b in milik}
    searah = {
        b["kode"]
        for b in isi.baris("indikator")
        if b["arah"] in arah and b["rumus"] not in _UNTUK and bertingkat(isi.jenis[b["kode"]])
    }
    if len(arah) == 1 and searah <= kode:
        return f"Indikator {arah.pop()}"
    return f"Indikator {daftar([b['nama'] for b in milik])}"


def ukuran(isi: Isi) -> Markup:
    """Say within what capaian is kept, what is averaged, and when a target counts as reached."""
    bobot = " menurut bobotnya" if isi.tertimbang() else ""
    dibatasi = " sesudah dibatasi" if isi.dibatasi else ""
    ambang = numerals.persen(isi.params.ambang_tercapai, trim=True)
    return Markup(" ").join(
        [
            Markup("Capaian {}. Rata-rata dihitung dari {}{}{}.").format(
                batas_capaian(isi), isi.anggota_rata, bobot, dibatasi
            ),
            *isi.bukan_anggota.values(),
            Markup(
                "Target yang dipakai adalah target {}; target tercapai bila capaiannya sekurang-kurangnya {}."
            ).format(isi.acuan, ambang),
        ]
    )


def predikat(isi: Isi) -> Markup:
    """Say by which scale a capaian has its class, and how the gaps between classes are read."""
    sendiri, skala = isi.rumus_sel("per_dokumen", "predikat"), isi.skala
    menurut = f"{sendiri}. Skala yang dipilih menurut" if sendiri else "menurut"
    cara = kalimat("; ".join(skala.perlakuan(isi.params.pembacaan_celah)))
    return Markup("Predikat capaian {} {} ({}): {}. {}").format(menurut, skala.judul, skala.sumber, skala.sebutan, cara)


def efisiensi(isi: Isi) -> Markup:
    """Say by which rule efficiency is named; empty where there is no money to judge."""
    if not isi.ada("efisiensi"):
        return Markup("")
    aturan = isi.aturan_efisiensi
    sendiri = isi.rumus_sel("efisiensi", "ukuran_efisiensi", "tingkat_efisiensi")
    return Markup("Efisiensi: {}.").format(sendiri or f"{aturan.sebutan} ({aturan.sumber})")
