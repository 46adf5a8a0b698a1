"""The tables of the plan: Renstra, indicator cards, RKT, Perjanjian Kinerja and the planned budget."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from markupsafe import Markup

from lkip_lib.display import Baris, Kolom, Tabel
from lkip_lib.frames import catatan
from lkip_lib.inputs.agreement import PK
from lkip_lib.inputs.tables import ASAL_KARTU, PERIODE, TAHUNAN
from lkip_lib.langkah.anggaran import dokumen_rencana
from lkip_lib.ledger import BELUM_DIISI, buat_id
from lkip_lib.narrative.isi import DOKUMEN, Isi, desimal_tercetak
from lkip_lib.narrative.tables.results import tabel
from lkip_lib.narrative.words import berukuran, terisi
from lkip_lib.numerals.units import family
from lkip_lib.rumus.jenis import berubah, makin_baik

_TRIWULAN = ("I", "II", "III", "IV")
_HASIL = (("keluaran",), ("hasil", "indikator_program"))


@tabel
def renstra(isi: Isi, rencana: str = "renstra") -> Tabel:
    """Table tujuan, sasaran and indicators with the targets of every year of a plan, the Renstra or the RPD."""
    semua = isi.frames["ketik/target"]
    milik = semua[(semua["dokumen"] == rencana) & (semua["periode"] == TAHUNAN)]
    tahun = sorted(milik["tahun"].dropna().unique())
    tujuan = {b["kode"]: b["nama"] for b in isi.baris("ketik/tujuan")}
    sasaran = {b["kode"]: b for b in isi.baris("ketik/sasaran")}
    baris = []
    for kode_s, anggota in groupby(isi.baris("indikator"), key=lambda b: b["sasaran"]):
        s = sasaran.get(kode_s, {"nama": kode_s, "tujuan": ""})
        if baris_tujuan := tujuan.pop(str(s["tujuan"]), ""):
            baris.append(Baris([f"Tujuan: {baris_tujuan}"], kelas="kelompok"))
        baris.append(Baris([f"Sasaran: {s['nama']}"], kelas="kelompok", tingkat=1))
        for b in anggota:
            ids = [buat_id("target", b["kode"], "target", dokumen=rencana, tahun=t, periode=TAHUNAN) for t in tahun]
            sel = [isi.penyaji.angka(i, desimal=isi.desimal[b["kode"]]) if i in isi.ledger else "–" for i in ids]
            baris.append(Baris([b["nama"], b["satuan"], *sel], tingkat=2))
    kolom = [Kolom("Tujuan, sasaran, dan indikator", lebar=46), Kolom("Satuan", lebar=12)]
    lebar = 42 // max(1, len(tahun))
    return Tabel(
        f"Tujuan, sasaran, indikator, dan target {DOKUMEN[rencana]}",
        [*kolom, *(Kolom(str(t), angka=True, lebar=lebar) for t in tahun)],
        baris if len(milik) or tujuan or sasaran else [],
    )


@tabel
def kartu_indikator(isi: Isi) -> Tabel:
    """Table the indicator cards: what is measured, how, why, by whom, from what."""
    kartu = {b["kode"]: b for b in isi.baris("ketik/indikator")}
    kosong = "–"
    baris = []
    for kode, nama in isi.nama_indikator.items():
        k = kartu[kode]
        cara = " ".join(filter(None, (k["definisi"], k["formulasi"])))
        sel = (cara, k["alasan"], k["penanggung_jawab"], k["sumber_data"])
        oleh = " (menurut penyusun)" if k["asal"] == ASAL_KARTU[1] else ""
        arah = f"{k['satuan']}; {makin_baik(k['arah'], k['jenis'], isi.kebijakan.rentang.melampaui)}{oleh}"
        baris.append(Baris([nama, arah, *(s or kosong for s in sel)]))
    lebar = {"Indikator": 20, "Satuan dan arah": 13, "Cara menghitung": 22, "Alasan pemilihan": 17}
    lebar |= {"Penanggung jawab": 14, "Sumber data": 14}
    return Tabel(
        "Indikator Kinerja Utama", [Kolom(k, lebar=n) for k, n in lebar.items()], baris, lanskap=True, padat=True
    )


@tabel
def rencana_tahunan(isi: Isi) -> Tabel:
    """Table the annual plan: one row a program or sub kegiatan, with its money, outputs and outcomes, by code."""
    per: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for b in isi.baris("ketik/rkt"):
        per.setdefault((b["kode"], b["nama"]), []).append(b)
    baris = []
    for (kode, nama), milik in sorted(per.items(), key=lambda p: _urut(p[0][0])):
        dana = [b for b in milik if b["jenis"] == "masukan" and family(b["satuan"]) == "uang"]
        lain = [b for b in milik if b["jenis"] == "masukan" and b not in dana and b["target_status"] != BELUM_DIISI]
        sel = [Markup("<br>").join(isi.penyaji.angka(b["target_id"], polos=True) for b in dana)]
        for jenis in (lain, *([b for b in milik if b["jenis"] in j] for j in _HASIL)):
            sel.append(Markup("<br>").join(_ukuran(isi, b) for b in jenis))
        program = all(b["jenis"] == "indikator_program" for b in milik)
        baris.append(Baris([kode, nama, *sel], tingkat=0 if program else 1, kelas="program" if program else ""))
    kolom = [
        Kolom("Kode", lebar=6),
        Kolom("Program, sub kegiatan", lebar=24),
        Kolom("Dana (rupiah)", angka=True, lebar=12),
    ]
    kolom += [Kolom("Masukan lain", lebar=12), Kolom("Keluaran", lebar=23), Kolom("Hasil, indikator program", lebar=23)]
    return Tabel(f"Rencana Kinerja Tahunan {isi.tahun}", kolom, baris, lanskap=True, padat=True, kepala=1)


def _urut(kode: str) -> list[tuple[bool, int, str]]:
    """Sort codes part by part, numbers as numbers: A.2.9 before A.2.10."""
    return [(not b.isdigit(), int(b) if b.isdigit() else 0, b) for b in kode.split(".")]


def _ukuran(isi: Isi, b: dict[str, Any]) -> Markup:
    """Write what is measured, how much of it, and in which unit."""
    target = berukuran(isi.penyaji.angka(b["target_id"], desimal=2, ringkas=True), b["satuan"])
    return Markup("{}: {}").format(b["uraian"], target) if b["uraian"] else target


@tabel
def perjanjian(isi: Isi) -> Tabel:
    """Table the targets of the performance agreement, for the year and for each quarter."""
    kolom = [Kolom("Sasaran dan indikator", lebar=38), Kolom("Satuan", lebar=12), Kolom("Target", angka=True, lebar=10)]
    kolom += [Kolom(f"TW {t}", angka=True, lebar=10) for t in _TRIWULAN]
    return Tabel(f"{isi.dokumen[PK]} tahun {isi.tahun}", kolom, list(_baris_perjanjian(isi, PERIODE)))


@tabel
def target_perjanjian(isi: Isi) -> Tabel:
    """Table the targets of the year as the agreement lists them, for its appendix."""
    kolom = [Kolom("Sasaran dan indikator", lebar=64), Kolom("Satuan", lebar=18), Kolom("Target", angka=True, lebar=18)]
    judul = f"Sasaran dan target {isi.dokumen[PK]} tahun {isi.tahun}"
    return Tabel(judul, kolom, list(_baris_perjanjian(isi, (TAHUNAN,))))


def _baris_perjanjian(isi: Isi, periode: tuple[str, ...]) -> Iterator[Baris]:
    """Yield the agreement's own names of sasaran and indicators, with its targets as exactly as it prints them."""
    per = {(b["indikator"], b["periode"]): b for b in reversed(catatan(isi.perjanjian))}
    for kode_s, anggota in groupby(isi.baris("indikator"), key=lambda b: b["sasaran"]):
        milik, bernama = [], []
        for b in anggota:
            sel = [_target(isi, per.get((b["kode"], p))) for p in periode]
            if any(s != "–" for s in sel):
                setahun = per.get((b["kode"], TAHUNAN))
                ubah = " (perubahan)" if _berubah(isi, setahun) else ""
                nama = (setahun or {}).get("nama") or b["nama"]
                bernama += [setahun] if setahun else []
                milik.append(Baris([nama, b["satuan"] + ubah, *sel], tingkat=1))
        if milik:
            yield Baris([f"Sasaran: {_nama_sasaran(isi, kode_s, bernama)}"], kelas="kelompok")
            yield from milik


def _nama_sasaran(isi: Isi, kode: str, target: list[dict[str, Any]]) -> str:
    """Return the name that the agreement's own table prints for a sasaran, else the plan's."""
    tabel = {_tabel(t["sumber"]) for t in target}
    milik = (b for b in isi.baris("ketik/tercetak/nama") if b["jenis"] == "sasaran" and b["subjek"] == kode)
    return next((b["nama"] for b in milik if _tabel(b["sumber"]) in tabel), isi.nama_sasaran.get(kode, kode))


def _tabel(sumber: str) -> str:
    return str(sumber).split(",")[0].strip().casefold()


def _target(isi: Isi, b: dict[str, Any] | None) -> Any:
    if b is None or b["target_status"] == BELUM_DIISI:
        return "–"
    desimal = max(isi.desimal[b["indikator"]], desimal_tercetak(b["target_desimal"]))
    return isi.penyaji.angka(b["target_id"], desimal=desimal, tanda=_berubah(isi, b))


def _berubah(isi: Isi, b: dict[str, Any] | None) -> bool:
    """Tell whether a target is a change, which is printed with its sign."""
    return b is not None and berubah(b["jenis"] or isi.jenis[b["indikator"]])


@tabel
def rencana_anggaran(isi: Isi) -> Tabel:
    """Table the planned budget of the agency and its programs; what no document prints is the sum of its parts."""
    semua = isi.baris("antara/rencana")
    baris = []
    for b in semua:
        if b["tingkat"] in ("instansi", "program"):
            seluruh = b["tingkat"] == "instansi"
            nama = b["nama"] or isi.instansi.nama
            dijumlah = " (jumlah rincian)" if terisi(b["pagu_rp"]) and not terisi(b["pagu_dinyatakan_rp"]) else ""
            dana = b["sumber_dana"] or ", ".join(_sumber_dana(semua, b["kode"]))
            pagu = isi.penyaji.sel("rencana", b["kode"], "pagu_rp", polos=True)
            sel = ["" if seluruh else b["kode"], nama + dijumlah, dana, pagu]
            baris.append(Baris(sel, kelas="jumlah" if seluruh else "program"))
    kolom = [Kolom("Kode", lebar=10), Kolom("Program", lebar=54)]
    kolom += [Kolom("Sumber dana", lebar=14), Kolom("Pagu (rupiah)", angka=True, lebar=22)]
    dokumen = dokumen_rencana(isi.frames["ketik/anggaran"])
    judul = f"Rencana anggaran tahun {isi.tahun} menurut {DOKUMEN.get(dokumen, dokumen)}"
    return Tabel(judul, kolom, baris, padat=True, kepala=1)


def _sumber_dana(semua: list[dict[str, Any]], kode: str) -> list[str]:
    """List the sources of funds of all that stands below a node, each once."""
    anak = [b for b in semua if b["induk"] == kode]
    milik = [s for b in anak for s in ([b["sumber_dana"]] if b["sumber_dana"] else _sumber_dana(semua, b["kode"]))]
    return list(dict.fromkeys(milik))
