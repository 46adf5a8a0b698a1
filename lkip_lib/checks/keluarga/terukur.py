"""Family capaian: every indicator of the year can be measured, and what is measured is possible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lkip_lib import numerals
from lkip_lib.checks.cetak.nama import sebut_dokumen
from lkip_lib.checks.keluarga.target import berlaku, tak_terukur, tulis
from lkip_lib.checks.registry import Catatan, Konteks, Tingkat, periksa
from lkip_lib.frames import catatan, himpun
from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.langkah.sanding import kartu_berlaku
from lkip_lib.langkah.sesi import Pilihan
from lkip_lib.ledger import BELUM_DIISI, TIDAK_BERLAKU
from lkip_lib.ledger.terapan import ikat
from lkip_lib.rumus.capaian import capaian_mentah, mengukur_perubahan
from lkip_lib.rumus.jenis import berentang, berubah, disebut, kata_baik, lebih_baik, ujung_terbaik

Baris = dict[str, Any]
# Targets are met several times over now and then; ten times is a figure of another kind.
_MUSTAHIL_PERSEN = 1000.0


@periksa(
    "CAP-06",
    tingkat="kesalahan",
    judul="Indikator tidak dapat diukur",
    dasar="Setiap indikator yang diperjanjikan punya target dan realisasi tahun laporan",
    saran="Lengkapi yang kosong; yang memang belum ada atau tidak dapat dihitung dijelaskan di jawaban.yml atau "
    "lembar jawaban.",
)
def indikator_tak_terukur(konteks: Konteks) -> Iterator[Catatan]:
    """Find indicators without a target in the document in use or without a realisasi, or whose target gives nothing.

    What no indicator of the year has is said once: a year just begun is no list of errors.
    """
    belum = tak_terukur(konteks)
    semua_target = {k: _target(konteks, k) for k in belum}
    semua_realisasi = {k: _realisasi(konteks, k) for k in belum}
    kosong = _kosong(konteks, semua_target, semua_realisasi)
    for besaran, kalimat in kosong.items():
        tempat = {"berkas": f"{besaran}.csv", "baris": None, "kolom": besaran, "tercetak": "", "subjek": "0"}
        yield Catatan(f"indikator.{besaran}", kalimat, sel=tempat)
    for kode, b in belum.items():
        target, realisasi = semua_target[kode], semua_realisasi[kode]
        sel_target, sel_realisasi = target.get(konteks.dokumen_target), realisasi.get(konteks.tahun)
        bertarget, dicapai = _terisi(sel_target, "target"), _dinyatakan(sel_realisasi)
        if not bertarget and "target" not in kosong:
            menurut = [f"{tulis(t)} menurut {sebut_dokumen(d)}" for d, t in target.items() if _terisi(t, "target")]
            kalimat = f"{kode} tidak punya target {konteks.tahun} menurut {sebut_dokumen(konteks.dokumen_target)}"
            kalimat += f"; targetnya {', '.join(menurut)}" if menurut else ""
            yield _catatan(konteks, kode, "target", sel_target, kalimat)
        if not dicapai and (komponen := _komponen_kosong(konteks, kode)):
            sebut = komponen["nama"] or komponen["komponen"]
            kalimat = f"{kode} tidak punya realisasi {konteks.tahun}, sebab komponennya ({sebut}) belum terbaca"
            yield _catatan(konteks, kode, "nilai", komponen, kalimat)
        elif not dicapai and "realisasi" not in kosong:
            tahun = [t for t in sorted(realisasi) if _terisi(realisasi[t], "realisasi")]
            kalimat = f"{kode} tidak punya realisasi {konteks.tahun}"
            if _terisi(sel_realisasi, "realisasi") and sel_realisasi:
                kalimat += f'; tertulis "{sel_realisasi["realisasi_tercetak"]}", padahal targetnya ada'
            kalimat += f"; yang ada realisasi {', '.join(map(str, tahun))}" if tahun else ""
            if masa := _bertriwulan(konteks).get(kode):
                kalimat += f"; realisasi {', '.join(masa)} ada, tetapi baris berperiode {TAHUNAN} belum"
            if tahun and tahun[-1] > konteks.tahun:  # no year can have been reached before it came
                kalimat += f". {tahun[-1]} sesudah tahun laporan, mungkin salah ketik"
                sel_realisasi = realisasi[tahun[-1]]
            yield _catatan(konteks, kode, "realisasi", sel_realisasi, kalimat)
        if bertarget and dicapai:
            yield _tanpa_hasil(konteks, b, sel_target)


def _kosong(
    konteks: Konteks, target: Mapping[str, Mapping[str, Baris]], realisasi: Mapping[str, Mapping[int, Baris]]
) -> dict[str, str]:
    """Say what not one indicator of the year has; a realisasi of a later year may be one of this year's, mistyped."""
    hasil: dict[str, str] = {}
    if not 1 < len(target) == len(konteks.baris("indikator")):
        return hasil
    dokumen = konteks.dokumen_target
    if not any(_terisi(t.get(dokumen), "target") for t in target.values()):
        kalimat = f"Belum satu indikator pun punya target {konteks.tahun} menurut {sebut_dokumen(dokumen)}."
        hasil["target"] = kalimat
    if not any(t >= konteks.tahun and _terisi(b, "realisasi") for r in realisasi.values() for t, b in r.items()):
        hasil["realisasi"] = f"Belum satu indikator pun punya realisasi {konteks.tahun}."
        if bertriwulan := _bertriwulan(konteks):
            kode = next(iter(bertriwulan))
            hasil["realisasi"] += (
                f" Yang ada realisasi triwulan {len(bertriwulan)} indikator: realisasi setahun ditulis di baris "
                f"sendiri, misalnya {kode}, {konteks.tahun}, periode {TAHUNAN}."
            )
    return hasil


def _bertriwulan(konteks: Konteks) -> dict[str, list[str]]:
    """Return the quarters of the year that have a realisasi, by indicator: those of whom the year's is not written."""
    kini = (b for b in konteks.baris("ketik/realisasi") if b["tahun"] == konteks.tahun and b["periode"] != TAHUNAN)
    return himpun((b["indikator"], b["periode"]) for b in kini if _terisi(b, "realisasi"))


def _tanpa_hasil(konteks: Konteks, b: Baris, sel: Baris | None) -> Catatan:
    """Say why two figures give no capaian; where nothing is to be mended, that is only information."""
    kode = b["kode"]
    if sebab := _tak_tercakup(konteks, b, sel):
        return _catatan(konteks, kode, "target", sel, sebab)
    if b["status_nilai"] == BELUM_DIISI:
        kalimat = f"Target {kode} suatu perubahan, tetapi realisasi {konteks.tahun - 1} tidak ada untuk menghitungnya"
        return _catatan(konteks, kode, "target", sel, kalimat)
    target = tulis(sel) if sel else numerals.write(b["target"], 4, trim=True)
    realisasi = numerals.write(b["realisasi"], 4, trim=True)
    kalimat = f"Capaian {kode} tidak dapat dihitung dari target {target} dan realisasi {realisasi}"
    if b["target"] == b["realisasi"] == 0:
        kalimat += '; bila 0 memang yang dituju, isi nol_tercapai "ya" di kartunya'
        return _catatan(konteks, kode, "target", sel, kalimat)
    return _catatan(konteks, kode, "target", sel, f"{kalimat}, jadi rata-rata juga tidak", "informasi")


def _tak_tercakup(konteks: Konteks, b: Baris, sel: Baris | None) -> str:
    """Say that a cell's rule gives nothing where the declared formula would; "" where no rule is to blame."""
    g = konteks.ganti.get(("per_dokumen", "capaian_mentah_persen"))
    semua = konteks.frames["antara/per_dokumen"]
    milik = semua[(semua["kode"] == b["kode"]) & (semua["dokumen"] == konteks.dokumen_target)].head(1)
    if g is None or milik.empty:
        return ""
    t = ikat(capaian_mentah, milik, Pilihan(konteks.kebijakan, konteks.params))
    hasil = float(t.pada(milik).hitung().isi[0])
    if hasil != hasil:
        return ""
    kartu = milik.iloc[0]
    sifat = f"jenis {kartu['jenis']}" + (", nol_tercapai ya" if kartu["nol_tercapai"] == "ya" else "")
    return (
        f"Rumus di notebook ({g.rumus.nama}) tidak mencakup {b['kode']}: {sifat}, target {tulis(sel) if sel else '–'}, "
        f"realisasi {numerals.write(b['realisasi'], 4, trim=True)}. Lengkapi rumusnya, atau serahkan jenis itu kepada "
        f"capaian.{capaian_mentah.fungsi.__name__}, yang memberi {numerals.persen(hasil)}"
    )


def _catatan(
    konteks: Konteks, kode: str, kolom: str, sel: Baris | None, kalimat: str, tingkat: Tingkat | None = None
) -> Catatan:
    """Point at the cell that is blank, or where there is none, at the card."""
    if sel:
        return Catatan(str(sel[f"{kolom}_id"]), f"{kalimat}.", tingkat=tingkat)
    kartu = next(k for k in konteks.baris("ketik/indikator") if k["kode"] == kode)
    tempat = {"berkas": "indikator.csv", "baris": kartu["_baris"], "kolom": "kode", "tercetak": kode, "subjek": kode}
    return Catatan(f"indikator.{kode}.{kolom}", f"{kalimat}.", sel=tempat)


def _terisi(sel: Baris | None, kolom: str) -> bool:
    return sel is not None and sel[f"{kolom}_status"] != BELUM_DIISI


def _dinyatakan(sel: Baris | None) -> bool:
    """Tell whether a realisasi is stated: that it does not apply states none."""
    return sel is not None and sel["realisasi_status"] not in (BELUM_DIISI, TIDAK_BERLAKU)


def _target(konteks: Konteks, kode: str) -> dict[str, Baris]:
    """Return the targets of the year by document; of several rows the first that is filled."""
    hasil: dict[str, Baris] = {}
    for b in catatan(berlaku(konteks)):
        if (b["indikator"], b["tahun"]) == (kode, konteks.tahun) and not _terisi(hasil.get(b["dokumen"]), "target"):
            hasil[b["dokumen"]] = b
    return hasil


def _komponen_kosong(konteks: Konteks, kode: str) -> Baris | None:
    """Return the first component of this year that has no number, where the indicator has components."""
    milik = (b for b in konteks.baris("ketik/komponen") if (b["indikator"], b["tahun"]) == (kode, konteks.tahun))
    return next((b for b in milik if b["nilai"] != b["nilai"]), None)


def _realisasi(konteks: Konteks, kode: str) -> dict[int, Baris]:
    """Return the agency's realisasi by year; of several rows the first that is filled."""
    hasil: dict[int, Baris] = {}
    for b in konteks.baris("ketik/realisasi"):
        if (b["indikator"], b["periode"], b["lingkup"]) == (kode, TAHUNAN, "instansi") and not _terisi(
            hasil.get(b["tahun"]), "realisasi"
        ):
            hasil[b["tahun"]] = b
    return hasil


@periksa(
    "CAP-07",
    tingkat="peringatan",
    judul="Capaian lebih dari sepuluh kali target",
    dasar="Target dan realisasi menyatakan hal yang sama, dalam satuan dan jenis yang sama",
    saran="Periksa letak koma, satuan, arah, dan jenis indikatornya.",
)
def capaian_mustahil(konteks: Konteks) -> Iterator[Catatan]:
    """Find realisasi so far from the target that one of the two is of another kind: another unit, a level, a change."""
    kartu = {k["kode"]: k["jenis"] for k in konteks.baris("ketik/indikator")}
    for b in konteks.baris("indikator"):
        # Where only a document states a change, the change was computed: another note tells of that document.
        if mengukur_perubahan(b["rumus"]) and not berubah(kartu[b["kode"]]):
            continue
        if not (abs(b["capaian_mentah_persen"]) > _MUSTAHIL_PERSEN) or b["target"] != b["target"]:
            continue
        sel = _realisasi(konteks, b["kode"]).get(konteks.tahun)
        kalimat = f"Target {b['kode']} {numerals.write(b['target'], 4, trim=True)}, "
        kalimat += f"realisasinya {numerals.write(b['realisasi'], 4, trim=True)}, "
        kalimat += f"capaiannya {numerals.persen(b['capaian_mentah_persen'])}"
        if mengukur_perubahan(b["rumus"]):
            kalimat += "; targetnya suatu perubahan, jadi realisasinya juga perubahan, bukan tingkat yang dicapai"
        yield _catatan(konteks, b["kode"], "realisasi", sel, kalimat)


@periksa(
    "CAP-08",
    tingkat="kesalahan",
    judul="Kartu indikator tidak berlaku tahun ini, padahal diukur",
    dasar="Indikator yang diperjanjikan dan dinyatakan realisasinya ikut diukur",
    saran="Perbaiki berlaku_dari atau berlaku_sampai di kartunya, atau jelaskan mengapa tidak dipakai lagi.",
)
def kartu_tidak_berlaku(konteks: Konteks) -> Iterator[Catatan]:
    """Find cards that the year leaves out though its target and realisasi stand in the tables."""
    kartu = konteks.frames["ketik/indikator"]
    dipakai = set(kartu_berlaku(kartu, konteks.tahun)["kode"])
    for k in catatan(kartu[~kartu["kode"].isin(dipakai)]):
        target = {d for d, b in _target(konteks, k["kode"]).items() if _terisi(b, "target")}
        if not target or not _dinyatakan(_realisasi(konteks, k["kode"]).get(konteks.tahun)):
            continue
        kolom = "berlaku_dari" if k["berlaku_dari"] and k["berlaku_dari"] > konteks.tahun else "berlaku_sampai"
        tempat = {"berkas": "indikator.csv", "baris": k["_baris"], "kolom": kolom, "subjek": k["kode"]}
        kalimat = f"{k['kode']} {kolom.replace('_', ' ')} {k[kolom]}, jadi tidak diukur tahun {konteks.tahun}; "
        kalimat += f"target ({', '.join(map(sebut_dokumen, sorted(target)))}) dan realisasinya ada."
        tingkat: Tingkat | None = None if konteks.dokumen_target in target else "peringatan"  # promised elsewhere
        sel = tempat | {"tercetak": str(k[kolom])}
        yield Catatan(f"indikator.{k['kode']}.{kolom}", kalimat, sel=sel, tingkat=tingkat)


@periksa(
    "CAP-09",
    tingkat="informasi",
    judul="Realisasi melewati rentang targetnya di sisi yang lebih baik",
    dasar="Aturan rentang yang dipilih params: dua sisi, atau sisi yang lebih baik melampaui target",
    saran="Bila hanya rentangnya yang baik, isi arah dalam di kartunya; bila sisi itu memang lebih baik, pilih aturan "
    "rentang di params, atau isi jenis batas. Bila aturannya sudah sesuai, tidak ada yang perlu diganti.",
)
def lebih_baik_dari_rentang(konteks: Konteks) -> Iterator[Catatan]:
    """Say by which rule a range was measured that a realisasi left on the side which its card calls the better."""
    aturan = konteks.kebijakan.rentang
    for b in catatan(konteks.frames["antara/per_dokumen"]):
        ujung = ujung_terbaik(b["target_bawah"], b["target_atas"], b["arah"])
        diukur = b["dokumen"] == konteks.dokumen_target and disebut(berentang, b["jenis"])
        if not diukur or ujung != ujung or not lebih_baik(b["realisasi"], ujung, b["arah"]):
            continue
        sel = _target(konteks, b["kode"]).get(konteks.dokumen_target)
        kalimat = f"{b['kode']} makin {kata_baik(b['arah'])} makin baik, dan realisasinya "
        kalimat += (
            f"{numerals.write(b['realisasi'], 4, trim=True)} melewati rentang {tulis(sel) if sel else ''}; menurut "
        )
        kalimat += f"aturan {aturan.judul.lower()} ({aturan.nama}) capaiannya "
        kalimat += numerals.persen(b["capaian_mentah_persen"])
        yield _catatan(konteks, b["kode"], "target", sel, kalimat)
