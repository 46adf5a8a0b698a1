"""The tables of the report, one function each; a figure in a cell carries its trail."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

from markupsafe import Markup

from lkip_lib.display import Angka, Baris, Kolom, Tabel
from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.langkah.kemungkinan import TERENDAH, TERTINGGI
from lkip_lib.narrative.isi import DOKUMEN, Isi
from lkip_lib.narrative.words import banyak
from lkip_lib.policies.skala import CARA_CELAH
from lkip_lib.rumus.capaian import mengukur_perubahan

# Some take what they are about after the content: a group of staff, a sasaran.
BELUM_PASTI = "belum dipastikan"  # stands for a class that rests on what is not settled
TABEL: dict[str, Callable[..., Tabel]] = {}


def tabel(fungsi: Callable[..., Tabel]) -> Callable[..., Tabel]:
    """Enter a table into the list by the name of its function; columns without anything in them are left out."""

    @wraps(fungsi)
    def berisi(isi: Isi, *tentang: str) -> Tabel:
        return fungsi(isi, *tentang).tanpa_kosong()

    TABEL[fungsi.__name__] = berisi
    return berisi


def lanjutan(sebutan: str, sel: list[Any]) -> list[Baris]:
    """Return the row that goes on about the row before it; none where it has no figure."""
    ada = any(isinstance(s, Angka) and s.ada for s in sel)
    return [Baris([sebutan, *sel], tingkat=1, kelas="lanjutan")] if ada else []


@tabel
def pengukuran(isi: Isi) -> Tabel:
    """Table target, realisasi, capaian and class of every indicator."""
    baris = []
    for b in isi.baris("indikator"):
        k, d = b["kode"], isi.desimal[b["kode"]]
        ubah = mengukur_perubahan(b["rumus"])
        angka = [isi.indikator(k, kolom, desimal=d, tanda=ubah) for kolom in ("target", "realisasi")]
        predikat = isi.indikator(k, "predikat") if isi.predikat_pasti(k) else BELUM_PASTI
        kelas = "kurang" if b["tercapai"] == "tidak" and predikat != BELUM_PASTI else ""
        satuan = f"{b['satuan']}{' (perubahan)' if ubah else ''}"
        baris.append(Baris([b["nama"], satuan, *angka, _capaian(isi, k), predikat], kelas=kelas))
    rata = [isi.ringkasan("rata_rata_persen"), isi.ringkasan("predikat") if isi.predikat_pasti() else BELUM_PASTI]
    baris.append(
        Baris(
            [_nama_rata(isi), "", "", "", *(rata if _lengkap(isi) else [belum_lengkap(isi.ringkas), "–"])],
            kelas="jumlah",
        )
    )
    dibatasi = "; rata-rata memakai capaian yang sudah dibatasi" if isi.dibatasi else ""
    dibatasi += (
        ". Predikat bukan tanda target tercapai"
        if any(b["tercapai"] == "tidak" for b in isi.baris("indikator"))
        else ""
    )
    predikat = f"Predikat menurut {isi.skala.judul} ({isi.skala.sumber}).{_celah(isi)}{_belum_pasti(isi)}"
    return Tabel(
        f"Pengukuran kinerja {isi.masa} terhadap target {isi.acuan}",
        [
            Kolom("Indikator", lebar=34),
            Kolom("Satuan"),
            Kolom("Target", angka=True),
            Kolom("Realisasi", angka=True),
            Kolom("Capaian", angka=True),
            Kolom("Predikat"),
        ],
        baris,
        f"Capaian {batas_capaian(isi)}{dibatasi}. {predikat} {isi.bukan_anggota.get('0', '')}".strip(),
    )


def _capaian(isi: Isi, kode: str) -> Any:
    """Show a capaian as it was measured, and beneath it what it counts as in the mean where that is another."""
    mentah, dihitung = (isi.indikator(kode, f"capaian_{k}persen") for k in ("mentah_", ""))
    return mentah if str(mentah) == str(dihitung) else Markup("{} <small>dihitung {}</small>").format(mentah, dihitung)


def _celah(isi: Isi) -> str:
    """Mark the values that lie in a gap between two classes, and say how the gap was read."""
    if isi.skala.tepi != "bercelah":
        return ""
    nilai = {b["kode"]: b["capaian_persen"] for b in isi.baris("indikator")} | {
        "rata-rata": isi.ringkas["rata_rata_persen"]
    }
    kena = [nama for nama, v in nilai.items() if isi.skala.letak_celah(v) >= 0]
    cara = CARA_CELAH[isi.params.pembacaan_celah]
    return f" Yang terletak di celah antara dua kelas {cara}: {', '.join(kena)}." if kena else ""


def _nama_rata(isi: Isi) -> str:
    """Name the mean, which need not be that of the rows above it."""
    return "Rata-rata sasaran" if isi.params.rata_rata == "sasaran" else "Rata-rata"


def _lengkap(isi: Isi) -> bool:
    return rata_lengkap(isi.ringkas)


def rata_lengkap(b: Mapping[str, Any]) -> bool:
    """Tell whether a mean has all its members: every indicator, and where sasaran are averaged, every one of them."""
    return bool(b["n_terhitung"] == b["n_indikator"] > 0 and b["rata_rata_persen"] == b["rata_rata_persen"])


def belum_lengkap(b: Mapping[str, Any]) -> str:
    """Say how many members of a mean are known, in its place; a sasaran without indicators is not measured."""
    if not b["n_indikator"]:
        return "belum diukur"
    if b["n_terhitung"] == b["n_indikator"]:
        return "belum lengkap (ada sasaran yang belum diukur)"
    return f"belum lengkap ({b['n_terhitung']} dari {b['n_indikator']})"


def batas_capaian(isi: Isi) -> str:
    """Say within what capaian is kept, and how it is rounded; of formulas of a cell, their words."""
    k = isi.kebijakan
    mentah, batas = (isi.rumus_sel("per_dokumen", f"capaian_{n}persen") for n in ("mentah_", ""))
    dibulatkan = f" dan {k.pembulatan.sebutan}" if k.pembulatan.desimal is not None else ""
    dibatasi = f"dihitung {batas}" if batas else f"{k.batas.sebutan}{dibulatkan}"
    return f"dihitung {mentah}, lalu {dibatasi}" if mentah else dibatasi


@tabel
def capaian_sasaran(isi: Isi) -> Tabel:
    """Table the mean capaian and class of every sasaran."""
    baris = []
    for b in isi.baris("sasaran"):
        lengkap = b["n_terhitung"] == b["n_indikator"] > 0
        predikat = isi.sasaran(b["kode"], "predikat") if isi.predikat_pasti(sasaran=b["kode"]) else BELUM_PASTI
        angka = [isi.sasaran(b["kode"], "capaian_persen"), predikat]
        cacah = isi.sasaran(b["kode"], "n_indikator", desimal=0)
        baris.append(Baris([b["nama"], cacah, *(angka if lengkap else [belum_lengkap(b), "–"])]))
    kolom = [
        Kolom("Sasaran", lebar=60),
        Kolom("Indikator", angka=True),
        Kolom("Capaian", angka=True),
        Kolom("Predikat"),
    ]
    catatan = " ".join(s for k, s in isi.bukan_anggota.items() if k != "0")
    return Tabel(f"Capaian sasaran {isi.masa} terhadap target {isi.acuan}", kolom, baris, catatan)


@tabel
def per_dokumen(isi: Isi) -> Tabel:
    """Table what the year's result is under each document that states targets, where these differ."""
    semua = isi.baris("ringkasan")
    baris, catatan = _yang_berbeda(
        Baris([nama, *(isi.penyaji.sel("indikator", k, "capaian_persen", dokumen=b["dokumen"]) for b in semua)])
        for k, nama in isi.nama_indikator.items()
    )
    if not baris:
        return Tabel(f"Capaian {isi.masa} menurut target setiap dokumen", [], [])
    penuh = [rata_lengkap(b) for b in semua]
    for judul, kolom in ((_nama_rata(isi), "rata_rata_persen"), ("Predikat", "predikat")):
        kurang = [belum_lengkap(b) if kolom != "predikat" else "–" for b in semua]
        ada = zip(semua, penuh, kurang, strict=True)
        baris.append(
            Baris([judul, *(_ringkas(isi, kolom, b["dokumen"]) if p else k for b, p, k in ada)], kelas="jumlah")
        )
        if kolom == "rata_rata_persen":
            baris += _jangkauan(isi, [b["dokumen"] for b in semua])
    judul_dokumen = [isi.dokumen[b["dokumen"]] + (" (dipakai)" if b["dipakai"] == "ya" else "") for b in semua]
    kepala = [Kolom("Indikator", lebar=40), *(Kolom(d, angka=True) for d in judul_dokumen)]
    return Tabel(f"Capaian {isi.masa} menurut target setiap dokumen", kepala, baris, catatan)


def _yang_berbeda(semua: Iterable[Baris]) -> tuple[list[Baris], str]:
    """Leave out the rows with one figure in all columns where most are such; return the rest and what to say of them.

    Nothing is left where no row differs.
    """
    semua = list(semua)
    beda = [b for b in semua if len({str(s) for s in b.sel[1:]}) > 1]
    sama = len(semua) - len(beda)
    if beda and sama <= len(beda):
        return semua, ""
    return beda, f"Tidak ditulis: {banyak(sama)} indikator yang angkanya sama di semua kolom." if beda else ""


def _ringkas(isi: Isi, kolom: str, dokumen: str) -> Any:
    pasti = kolom != "predikat" or isi.predikat_pasti(dokumen=dokumen)
    return isi.ringkasan(kolom, dokumen) if pasti else BELUM_PASTI


def _jangkauan(isi: Isi, dokumen: list[str]) -> list[Baris]:
    """Return the rows of the least and the most that readings come to; none where everything is settled."""
    if not isi.goyah:
        return []
    return [
        Baris([f"{n} di antara semua bacaan", *(isi.jangkauan(n, "rata_rata_persen", d) for d in dokumen)],
              tingkat=1, kelas="lanjutan")
        for n in (TERENDAH, TERTINGGI)
    ]  # fmt: skip


def _belum_pasti(isi: Isi) -> str:
    """Say between which values the mean lies by the document in use, where it rests on what is not settled."""
    if isi.params.dokumen_target not in isi.goyah:
        return ""
    dua = (str(isi.jangkauan(n, "rata_rata_persen")) for n in (TERENDAH, TERTINGGI))
    return f" Rata-ratanya belum dipastikan: {' sampai '.join(dua)} di antara semua bacaan."


@tabel
def target_dokumen(isi: Isi) -> Tabel:
    """Table the year's target in every document, of the indicators that these give different ones."""
    semua = isi.frames["ketik/target"]
    tahunan = semua[(semua["periode"] == TAHUNAN) & (semua["tahun"] == isi.tahun)]
    dokumen = [d for d in DOKUMEN if d in set(tahunan.loc[tahunan["target_tercetak"] != "", "dokumen"])]
    baris = []
    for kode, nama in isi.nama_indikator.items():
        sel: list[Any] = []
        for d in dokumen:
            milik = tahunan[(tahunan["indikator"] == kode) & (tahunan["dokumen"] == d)]
            sel.append(isi.penyaji.angka(milik.iloc[0]["target_id"], desimal=isi.desimal[kode]) if len(milik) else "–")
        baris.append(Baris([nama, *sel]))
    kolom = [Kolom("Indikator", lebar=46), *(Kolom(DOKUMEN[d], angka=True) for d in dokumen)]
    return Tabel(f"Target tahun {isi.tahun} menurut setiap dokumen", kolom, *_yang_berbeda(baris))


@tabel
def riwayat(isi: Isi) -> Tabel:
    """Table realisasi and capaian of each year up to this one."""
    semua = isi.frames["riwayat"]
    sendiri = semua[semua["lingkup"] == "instansi"]
    tahun = sorted(sendiri["tahun"].unique())
    baris = []
    for kode, nama in isi.nama_indikator.items():
        for kolom, sebutan in (
            ("realisasi", "realisasi"),
            ("capaian_persen", "capaian"),
            ("predikat_nilai", "predikat nilai"),
        ):
            desimal = isi.desimal[kode] if kolom == "realisasi" else 2
            sel = [isi.penyaji.sel("riwayat", kode, kolom, tahun=t, desimal=desimal) for t in tahun]
            if kolom == "realisasi" and any(isinstance(s, Angka) for s in sel):
                baris.append(Baris([f"{nama}: {sebutan}", *sel]))
            elif kolom != "realisasi":
                baris += lanjutan(sebutan, sel)
    return Tabel(
        f"Realisasi dan capaian sampai tahun {isi.tahun - bool(isi.triwulan)}",
        [Kolom("Indikator", lebar=50), *(Kolom(str(t), angka=True) for t in tahun)],
        baris,
        _catatan_selisih(isi),
    )


def _catatan_selisih(isi: Isi) -> str:
    ragu = [b for b in isi.baris("riwayat") if b["berselisih"]]
    return " ".join(f"{b['kode']} {b['tahun']} berselisih: tercetak {b['berselisih']}." for b in ragu)
