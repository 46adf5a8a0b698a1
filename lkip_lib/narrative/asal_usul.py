"""Indicators, sasaran and agencies that changed their shape: since when, why, and what came before."""

from __future__ import annotations

from typing import Any

from lkip_lib.display import Baris, Kolom, Tabel
from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.tables.results import tabel
from lkip_lib.narrative.words import daftar

Perubahan = dict[str, Any]


def asal_usul(isi: Isi, jenis: str, kode: str = "") -> list[str]:
    """Say of what changed its shape, up to this year, since when, why and what came before; "" for all of its kind."""
    semua = [b for b in isi.baris("ketik/pendahulu") if b["jenis"] == jenis and b["sejak"] <= isi.tahun]
    per: dict[tuple[str, str, int], list[Perubahan]] = {}
    for b in semua:
        if not kode or b["kode"] == kode:
            per.setdefault((b["kode"], b["peristiwa"], b["sejak"]), []).append(b)
    return [_kalimat(isi, milik, semua) for milik in per.values()]


def _kalimat(isi: Isi, milik: list[Perubahan], semua: list[Perubahan]) -> str:
    """Write one change as a sentence; those of one year and kind are told together."""
    b = milik[0]
    dahulu = daftar([nama_dahulu(isi, m) for m in milik])
    pokok = _nama(isi, b["jenis"], b["kode"])
    match b["peristiwa"]:
        case "berakhir":
            isi_kalimat = f"{pokok} tidak dipakai lagi sejak {b['sejak']}"
        case "berganti_nama":
            isi_kalimat = f"{pokok} sebelum {b['sejak']} bernama {dahulu}"
        case "dipecah":
            saudara = dict.fromkeys(
                _nama(isi, s["jenis"], s["kode"])
                for s in semua
                if s["peristiwa"] == "dipecah" and s["kode"] != b["kode"] and nama_dahulu(isi, s) == dahulu
            )
            bersama = f", bersama {daftar(list(saudara))}" if saudara else ""
            isi_kalimat = f"{pokok} berasal dari {dahulu} yang dipecah pada {b['sejak']}{bersama}"
        case _:
            isi_kalimat = f"{pokok} sejak {b['sejak']} menggabungkan {dahulu}"
    alasan = dict.fromkeys(str(m["alasan"]).strip().rstrip(".") for m in milik)
    return " ".join([f"{isi_kalimat}.", *(f"{a}." for a in alasan)])


def nama_dahulu(isi: Isi, b: Perubahan) -> str:
    """Return the name that came before, as the row says, else as its card does."""
    return str(b["nama_asal"] or _nama(isi, b["jenis"], b["asal"]))


def _nama(isi: Isi, jenis: str, kode: str) -> str:
    if jenis == "instansi":
        return isi.instansi.nama
    return next((str(b["nama"]) for b in isi.baris(f"ketik/{jenis}") if b["kode"] == kode), kode)


@tabel
def pendahulu(isi: Isi) -> Tabel:
    """Table the realisasi of what came before today's indicators, a row a predecessor, a column a year."""
    milik = [b for b in isi.baris("ketik/pendahulu") if b["jenis"] == "indikator" and b["asal"] not in ("", b["kode"])]
    angka = {
        (b["indikator"], b["tahun"]): b["realisasi_id"]
        for b in isi.baris("ketik/realisasi")
        if b["lingkup"] == "instansi" and b["periode"] == TAHUNAN and b["tahun"] <= isi.tahun
    }
    kode = dict.fromkeys(b["asal"] for b in milik)
    tahun = sorted({int(t) for k, t in angka if k in kode})
    baris = []
    for kini in dict.fromkeys(b["kode"] for b in milik):
        baris.append(Baris([f"Sekarang: {_nama(isi, 'indikator', kini)}"], kelas="kelompok"))
        for b in (b for b in milik if b["kode"] == kini):
            sel = [isi.penyaji.angka(angka[b["asal"], t]) if (b["asal"], t) in angka else "–" for t in tahun]
            baris.append(Baris([nama_dahulu(isi, b), *sel], tingkat=1))
    kolom = [Kolom("Indikator pendahulu"), *(Kolom(str(t), angka=True) for t in tahun)]
    return Tabel("Realisasi indikator pendahulu", kolom, baris if tahun else [])
