"""The tables of money: the budget tree, belanja types, and efficiency."""

from __future__ import annotations

from lkip_lib.display import Baris, Kolom, Tabel
from lkip_lib.display.bars import Batang
from lkip_lib.inputs.agreement import PK
from lkip_lib.narrative.isi import Catatan, Isi
from lkip_lib.narrative.kalimat.hemat import acuan, ditahan, sebutan
from lkip_lib.narrative.kalimat.simpulan import simpulan
from lkip_lib.narrative.tables.results import tabel
from lkip_lib.narrative.words import terisi

# How far a row of the budget tree is indented.
DALAM = {"instansi": 0, "program": 0, "kegiatan": 1, "sub_kegiatan": 2}
_TINGKAT = {"program": "Program", "kegiatan": "kegiatan", "sub_kegiatan": "sub kegiatan"}
_RESIDU = {"residu_pagu_rp": "Selisih pagu", "residu_realisasi_rp": "Selisih realisasi"}


@tabel
def anggaran(isi: Isi) -> Tabel:
    """Table the whole budget tree with absorption and the residual of each parent."""
    return _anggaran(isi, ("instansi", "program", "kegiatan", "sub_kegiatan"), "Pagu dan realisasi anggaran")


@tabel
def anggaran_program(isi: Isi) -> Tabel:
    """Table the budget of the agency and its programs."""
    return _anggaran(isi, ("instansi", "program"), "Pagu dan realisasi menurut program")


def _anggaran(isi: Isi, tingkat: tuple[str, ...], judul: str) -> Tabel:
    semua = isi.baris("anggaran")
    residu = [k for k in ("residu_pagu_rp", "residu_realisasi_rp") if any(terisi(b[k]) and b[k] for b in semua)]
    kolom = ("pagu_rp", "realisasi_rp", "serapan_persen", "sisa_rp", *residu)
    rencana = _rencana_lain(isi) if "kegiatan" in tingkat else set()
    baris = []
    for b in semua:
        # In a quarter, money is known only at the levels that the cash plan is kept at.
        tanpa_uang = isi.triwulan and b["realisasi_rp"] is None and b["tingkat"] not in ("instansi", "program")
        if b["tingkat"] in tingkat and not tanpa_uang:
            nama = b["nama"] or isi.instansi.nama
            kode = "" if b["tingkat"] == "instansi" else b["kode"]
            sel = [isi.penyaji.sel("rencana", b["kode"], "pagu_rp", polos=True)] if rencana else []
            sel += [_sel(isi, b, k) for k in kolom]
            kelas = "jumlah" if b["tingkat"] == "instansi" else b["tingkat"]
            baris.append(Baris([kode, nama, *sel], tingkat=DALAM[b["tingkat"]], kelas=kelas))
    ada = {b["tingkat"] for b in semua} & {*tingkat}
    return Tabel(
        f"{judul} {isi.masa} (rupiah)",
        [
            Kolom("Kode", lebar=6),
            Kolom(", ".join(n for t, n in _TINGKAT.items() if t in ada), lebar=28),
            *([Kolom("Rencana pagu", angka=True, lebar=13)] if rencana else []),
            Kolom("Pagu", angka=True, lebar=13),
            Kolom("Realisasi", angka=True, lebar=13),
            Kolom("Serapan", angka=True, lebar=9),
            Kolom("Sisa", angka=True, lebar=12),
            *(Kolom(_RESIDU[k], angka=True, lebar=10) for k in residu),
        ],
        baris,
        _catatan_anggaran(isi, berselisih=bool(residu)),
        lanskap="kegiatan" in tingkat,
        padat=True,
        kepala=1,
    )


def _sel(isi: Isi, b: Catatan, kolom: str) -> object:
    """Show a figure of the budget: absorption with its bar; what was added up from its parts differs from nothing."""
    if kolom.startswith("residu") and b["asal"] == "jumlah_rincian":
        return "–"
    angka = isi.anggaran(b["kode"], kolom, polos=True)
    return Batang(b[kolom], "uang", teks=angka) if kolom == "serapan_persen" and terisi(b[kolom]) else angka


def _rencana_lain(isi: Isi) -> set[str]:
    """Return the nodes of which the planning document prints another pagu than the one in use."""
    dipakai = {b["kode"]: b["pagu_rp"] for b in isi.baris("antara/anggaran")}
    semua = [b for b in isi.baris("antara/rencana") if terisi(b["pagu_dinyatakan_rp"])]
    return {b["kode"] for b in semua if b["pagu_rp"] != dipakai.get(b["kode"])}


def _catatan_anggaran(isi: Isi, *, berselisih: bool) -> str:
    dijumlah = [b["kode"] for b in isi.baris("anggaran") if b["asal"] == "jumlah_rincian"]
    catatan = ["Selisih = angka yang dinyatakan − jumlah rincian di bawahnya."] if berselisih else []
    catatan += [f"Angka {', '.join(dijumlah)} dijumlah dari rinciannya."] if dijumlah else []
    return " ".join(catatan)


@tabel
def belanja(isi: Isi) -> Tabel:
    """Table the belanja types and their sum: with pagu, where it is known, and each one's share of what was spent."""
    judul = {
        "pagu_rp": "Pagu",
        "realisasi_rp": "Realisasi",
        "serapan_persen": "Serapan",
        "bagian_persen": "Bagian realisasi",
    }
    berpagu = any(terisi(b["pagu_rp"]) for b in isi.baris("belanja"))
    if not berpagu:
        del judul["pagu_rp"], judul["serapan_persen"]
    baris = [
        Baris([b["uraian"], *(isi.penyaji.sel("belanja", b["kode"], k) for k in judul)]) for b in isi.baris("belanja")
    ]
    jumlah = [isi.penyaji.sel("belanja", "", k) for k in judul if k != "bagian_persen"]
    if any(j != "–" for j in jumlah):
        baris.append(Baris(["Jumlah", *jumlah, ""], kelas="jumlah"))
    kolom = [Kolom("Jenis belanja", lebar=34 if berpagu else 50), *(Kolom(j, angka=True) for j in judul.values())]
    apa = "Anggaran dan realisasi" if berpagu else "Realisasi"
    return Tabel(f"{apa} menurut jenis belanja tahun {isi.tahun}", kolom, baris)


@tabel
def efisiensi(isi: Isi) -> Tabel:
    """Table capaian against absorption and the efficiency of every sasaran."""
    baris = []
    berbeda = PK in [s.dokumen for s in simpulan(isi)][:-1]  # the agreement comes to something else
    for b in isi.baris("efisiensi"):
        kode = b["sasaran"]
        capaian = isi.sasaran(kode, "capaian_persen") if terisi(b["capaian_persen"]) else "belum lengkap"
        pk = [isi.penyaji.sel("sasaran", kode, "capaian_persen", dokumen=PK)] if berbeda else []
        baris.append(
            Baris([isi.nama_sasaran[kode], capaian, *pk, isi.sasaran(kode, "serapan_persen"), sebutan(isi, b)])
        )
    kolom = [
        Kolom("Sasaran", lebar=48),
        Kolom(f"Capaian {isi.acuan}" if berbeda else "Capaian", angka=True),
        *([Kolom("Capaian PK", angka=True)] if berbeda else []),
        Kolom("Serapan", angka=True),
        Kolom("Tingkat efisiensi"),
    ]
    return Tabel(
        f"Efisiensi sumber daya tahun {isi.tahun}",
        kolom,
        baris,
        "Dinilai sesudah tahun berakhir." if isi.triwulan else _catatan_efisiensi(isi),
    )


def _catatan_efisiensi(isi: Isi) -> str:
    """Say by which targets capaian stands here, by which rule it is classed, and where the label is withheld."""
    kalimat = [f"Capaian menurut target {isi.acuan}. Aturan efisiensi: {isi.aturan_efisiensi.sebutan}."]
    if any(map(ditahan, isi.baris("efisiensi"))):
        kalimat.append(f"Ditahan: sebutannya tidak sama menurut {acuan(isi)}, atau bergantung pada bacaannya.")
    return " ".join(kalimat)
