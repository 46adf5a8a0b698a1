"""The tables for whoever checks the figures: what was read, corrected, found, and recomputed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup, escape

from lkip_lib import numerals
from lkip_lib.checks.cetak.letak import letak_dokumen
from lkip_lib.checks.keluarga.target import sesuai
from lkip_lib.checks.registry import DAFTAR, TINGKAT
from lkip_lib.checks.terminal import TERBUKA, hitung_pekerjaan
from lkip_lib.display import Baris, Kolom, Tabel
from lkip_lib.display.figure import KEADAAN
from lkip_lib.display.sebutan import sebut
from lkip_lib.display.trail import jangkar
from lkip_lib.frames import catatan
from lkip_lib.inputs.origin import Asal, asal_tabel, dari_frame
from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.ledger import ANGKA, BELUM_DIISI, TIDAK_TERBACA, sebut_subjek
from lkip_lib.narrative.isi import DOKUMEN, Catatan, Isi
from lkip_lib.narrative.tables.results import tabel
from lkip_lib.narrative.words import huruf_besar
from lkip_lib.rumus.jenis import berubah, disebut

_KELUARGA = {"sdm": "SDM"}
_SERUPA = 5  # cells of one column read alike, from which they are folded into one row
_TAMPAK = 3  # places that stand in the open beside the first
_VERDIK = {
    "cocok": "cocok",
    "cocok_bila_utuh": "cocok bila masukannya belum dibulatkan",
    "beda": "beda",
    "tidak_dapat_dihitung": "tidak dapat dihitung",
}


def tautan(b: Mapping[str, Any], awal: str = "") -> Markup:
    """Link to the very row on the sources page; the line may break after a folder, not within a file's name."""
    if b["baris"] is None:  # a table without rows
        return escape(f"{awal}{b['kolom'] if '!' in b['kolom'] else b['berkas']}")
    tempat = b["kolom"] if "!" in b["kolom"] else f"{b['berkas']} baris {b['baris']}"
    isi = escape(f"{awal}{tempat}").replace("/", Markup("/<wbr>"))
    return Markup('<a href="sumber.html#{}">{}</a>').format(jangkar(b["berkas"], b["baris"], b["kolom"]), isi)


@tabel
def masukan(isi: Isi) -> Tabel:
    """Table what was read: tables, rows, figures, and the state of the figures."""
    asal = dari_frame(isi.frames["asal_kolom"])
    baris = []
    for nama, deklarasi in isi.deklarasi.items():
        frame = isi.frames[f"ketik/{nama}"]
        if len(frame):
            status = [s for c in deklarasi.angka for s in frame[f"{c.nama_ketik}_status"]]
            hitung = [str(len(frame)), *(str(status.count(s)) for s in (ANGKA, BELUM_DIISI, TIDAK_TERBACA))]
            baris.append(Baris([deklarasi.judul, _berkas(asal_tabel(asal, nama)), *hitung]))
    kolom = [Kolom("Tabel", lebar=34), Kolom("Berkas")]
    kolom += [Kolom(k, angka=True) for k in ("Baris", "Angka terbaca", "Belum diisi", "Tidak terbaca")]
    return Tabel("Tabel yang dibaca", kolom, baris)


def _berkas(asal: Asal) -> str:
    return f"{asal.berkas}, lembar {asal.lembar}" if asal.lembar else asal.berkas


def _kolom(isi: Isi, b: Mapping[str, Any]) -> str:
    """Name the column of a cell; in a workbook its address does not say it."""
    return str(isi.ledger[b["id"]]["besaran"]) if "!" in b["kolom"] else str(b["kolom"])


@tabel
def buku_kerja(isi: Isi) -> Tabel:
    """Table what to know of the workbook: what was not read and why, and what was read though hidden."""
    baris = [Baris([b["tempat"], b["keterangan"]]) for b in isi.baris("buku_kerja")]
    kosong = "" if baris else "tidak ada isi buku kerja yang dilewati."
    return Tabel("Yang dilewati di buku kerja", [Kolom("Tempat", lebar=34), Kolom("Keterangan")], baris, kosong)


@tabel
def bacaan(isi: Isi) -> Tabel:
    """Table the cells that could not be read, and how the doubtful ones were read."""
    baris, serupa = [], dict[tuple[str, str, str], list[Catatan]]()
    for b in sorted(isi.baris("bacaan"), key=lambda b: b["status_nilai"] == ANGKA):
        cara = b["catatan"].partition(": ")[2] if b["status_nilai"] == ANGKA else b["id"]
        serupa.setdefault((b["berkas"], _kolom(isi, b), cara), []).append(b)
    for (berkas, kolom_, cara), milik in serupa.items():
        if len(milik) >= _SERUPA:
            tempat = Markup("<details><summary>{}: {} sel</summary>{}</details>").format(
                berkas, len(milik), Markup(", ").join(map(_singkat, milik))
            )
            baris.append(Baris([tempat, kolom_, "", "", huruf_besar(cara)]))
            continue
        for b in milik:
            terbaca = KEADAAN.get(b["status_nilai"]) or numerals.write(b["nilai"], 6, trim=True)
            baris.append(Baris([tautan(b), kolom_, b["tercetak"], terbaca, b["catatan"]]))
    kolom = [Kolom("Tempat", lebar=22), Kolom("Kolom", lebar=11), Kolom("Tercetak", angka=True, lebar=16)]
    kolom.append(Kolom("Terbaca", angka=True, lebar=15))
    return Tabel(
        "Angka yang tidak terbaca atau perlu diputuskan cara membacanya",
        [*kolom, Kolom("Keterangan", lebar=36)],
        baris,
        "" if baris else "semua angka terbaca tanpa keraguan.",
    )


def _singkat(b: Catatan) -> Markup:
    """Link to one of many cells of a file by its row, and say what it prints."""
    letak = b["kolom"].partition("!")[2] or f"baris {b['baris']}"
    tujuan = jangkar(b["berkas"], b["baris"], b["kolom"])
    return Markup('<a href="sumber.html#{}">{}</a> ({})').format(tujuan, letak, b["tercetak"])


@tabel
def koreksi(isi: Isi) -> Tabel:
    """Table the corrections with their reasons and proofs."""
    baris = [
        Baris(
            [
                _tempat_koreksi(isi, b),
                _kolom(isi, b),
                b["expect"],
                b["become"] or "ditarik",
                b["reason"],
                b["evidence"],
            ]
        )
        for b in isi.baris("koreksi")
    ]
    kolom = [Kolom("Tempat", lebar=12), Kolom("Kolom", lebar=9), Kolom("Tercetak", angka=True, lebar=14)]
    kolom.append(Kolom("Menjadi", angka=True, lebar=14))
    return Tabel(
        "Koreksi",
        [*kolom, Kolom("Sebab", lebar=18), Kolom("Bukti", lebar=33)],
        baris,
        "" if baris else "tidak ada koreksi.",
        lanskap=True,
    )


def _tempat_koreksi(isi: Isi, b: Catatan) -> object:
    """Lead with the place in the agency's document, where the corrected row names it; ours comes second."""
    tabel = str(b["id"]).removeprefix("koreksi.").partition(".")[0]
    semua = isi.frames.get(f"ketik/{tabel}")
    if semua is None or "sumber" not in semua:
        return tautan(b)
    milik = semua.loc[semua.filter(regex="_id$").eq(b["id"]).any(axis=1), "sumber"]
    tempat = letak_dokumen(str(milik.iloc[0]), str(b["kolom"]), tabel, "") if len(milik) and milik.iloc[0] else ""
    return Markup("{} <small>{}</small>").format(tempat, tautan(b)) if tempat else tautan(b)


@tabel
def ringkasan_catatan(isi: Isi) -> Tabel:
    """Table how many notes each family has, by level."""
    semua = isi.frames["pemeriksaan"]
    keluarga = dict.fromkeys(p.keluarga for p in DAFTAR.values())
    hitung = [(k, [int(((semua["keluarga"] == k) & (semua["tingkat"] == t)).sum()) for t in TINGKAT]) for k in keluarga]
    baris = [Baris([_KELUARGA.get(k, k.title()), *map(str, n)]) for k, n in hitung if any(n)]
    jumlah = [str(int((semua["tingkat"] == t).sum())) for t in TINGKAT]
    baris.append(Baris(["Jumlah", *jumlah], kelas="jumlah"))
    kolom = [Kolom("Keluarga", lebar=40), *(Kolom(t.title(), angka=True) for t in TINGKAT)]
    sebab = f"Terbuka menurut sebabnya: {hitung_pekerjaan(semua)}. Yang hanya menerangkan cara membaca bukan pekerjaan."
    return Tabel("Catatan pemeriksaan menurut keluarga dan tingkat", kolom, baris, sebab)


@tabel
def catatan_pemeriksaan(isi: Isi) -> Tabel:
    """Table every job: where its root stands, what contradicts it, what to do; the other notes of it are folded."""
    pekerjaan: dict[str, list[dict[str, Any]]] = {}
    for b in isi.baris("pemeriksaan"):
        pekerjaan.setdefault(b["akar"] or b["id"], []).append(b)
    baris = []
    for akar, semua in pekerjaan.items():
        b = next(b for b in semua if b["id"] == akar)
        ikut = [b for b in semua if b["id"] != akar]
        kode = " ".join(filter(None, (b["pekerjaan"], akar)))
        tingkat = Markup('{}{}<br><span class="sidik">{}</span>').format(b["tingkat"], _dijawab(b), kode)
        sel = [tingkat, _tempat(b), b["tercetak"], _seharusnya(b), _penjelasan(b, ikut)]
        kelas = dict.fromkeys(k for c in semua for k in (f"t-{c['tingkat']}", f"k-{c['keluarga']}"))
        baris.append(Baris(sel, kelas=" ".join((b["tingkat"], *kelas)), jangkar=akar))
    kolom = [Kolom("Tingkat", lebar=13), Kolom("Tempat", lebar=19), Kolom("Tercetak", angka=True, lebar=14)]
    return Tabel(
        "Catatan pemeriksaan menurut sebabnya",
        [*kolom, Kolom("Seharusnya", angka=True, lebar=14), Kolom("Penjelasan dan saran", lebar=40)],
        baris,
        "" if baris else "tidak ada catatan: semua angka yang dinyatakan cocok.",
        padat=True,
        saring=True,
    )


def _dijawab(b: Mapping[str, Any]) -> str:
    return " (dijelaskan)" if b["status"] != TERBUKA else ""


def _tempat(b: Mapping[str, Any]) -> Markup:
    """Lead with the place in the agency's document; our file and row come second."""
    return Markup('{}<br><span class="sidik">{}</span>').format(b["tempat"], tautan(b))


def _seharusnya(b: dict[str, Any]) -> Markup | str:
    """Tell a proved figure from one that is only possible."""
    if b["seharusnya"] or not b["kandidat"]:
        return str(b["seharusnya"] or "–")
    return Markup('<span class="saran">mungkin</span> {}').format(b["kandidat"])


def _penjelasan(b: dict[str, Any], ikut: Sequence[dict[str, Any]]) -> Markup:
    dampak = Markup(" Dampak: {}.").format(b["dampak"]) if b["dampak"] else ""
    saran = Markup('{}{}{}<br><span class="saran">{}</span>').format(b["penjelasan"], dampak, _juga(b), b["saran"])
    return saran + (_lipat(f"{len(ikut)} catatan lain bersebab sama", map(_akibat, ikut)) if ikut else "")


def _akibat(b: Mapping[str, Any]) -> Markup:
    seharusnya = f" Seharusnya {b['seharusnya']}." if b["seharusnya"] else ""
    return Markup('<li id="{}"><strong>{}</strong> ({}): {}{}{} <span class="sidik">{}{}, {}</span></li>').format(
        b["id"], b["tempat"], tautan(b), b["penjelasan"], seharusnya, _juga(b), b["tingkat"], _dijawab(b), b["id"]
    )


def _juga(b: Mapping[str, Any]) -> Markup:
    """List every other place of which the same is to be said, folded where they are many."""
    lain = b["juga"].split("; ") if b["juga"] else []
    if len(lain) <= _TAMPAK:
        return Markup(" Begitu pula: {}.").format(b["juga"]) if lain else Markup("")
    return _lipat(f"Begitu pula {len(lain)} tempat lain", (Markup("<li>{}</li>").format(t) for t in lain))


def _lipat(judul: str, isi: Iterable[Markup]) -> Markup:
    return Markup("<details><summary>{}</summary><ul>{}</ul></details>").format(judul, Markup("").join(isi))


@tabel
def matriks_dokumen(isi: Isi) -> Tabel:
    """Table target and unit of every indicator in every document, marked where one differs from the one in use."""
    semua = isi.frames["ketik/target"]
    tahunan = semua[(semua["periode"] == TAHUNAN) & (semua["tahun"] == isi.tahun)]
    dokumen = [d for d in DOKUMEN if d in set(tahunan["dokumen"])]
    dipakai = isi.target_tahun(isi.params.dokumen_target)
    baris = []
    for kode, nama in isi.nama_indikator.items():
        milik = {b["dokumen"]: b for b in catatan(tahunan[tahunan["indikator"] == kode])[::-1]}
        baris.append(Baris([f"{kode}: {nama}", *(_sel_matriks(milik.get(d), dipakai.get(kode)) for d in dokumen)]))
    kolom = [Kolom("Indikator", lebar=34), *(Kolom(DOKUMEN[d]) for d in dokumen)]
    return Tabel(
        "Indikator menurut setiap dokumen",
        kolom,
        baris,
        f"Tanda ≠: nilai atau bentuk targetnya berbeda dari yang dipakai, menurut {isi.acuan}.",
    )


def _sel_matriks(b: dict[str, Any] | None, acuan: dict[str, Any] | None) -> str:
    if b is None:
        return "tidak ada"
    if not b["target_tercetak"]:
        return "tanpa target"
    tanda = "" if acuan is None or sesuai(b, acuan) else "≠ "
    bentuk = " (perubahan)" if disebut(berubah, b["jenis"]) else ""
    return f"{tanda}{b['target_tercetak']} {b['satuan']}{bentuk}".strip()


@tabel
def replikasi(isi: Isi) -> Tabel:
    """Table every printed derived cell against its recomputation."""
    return _replikasi(isi, isi.baris("replikasi"), "Tercetak melawan hitung ulang")


@tabel
def replikasi_beda(isi: Isi) -> Tabel:
    """Table the printed derived cells that their recomputation does not confirm, and say how many it does."""
    semua = isi.baris("replikasi")
    beda = [b for b in semua if not b["verdik"].startswith("cocok")]
    tabel = _replikasi(isi, beda, "Tercetak yang berbeda dari hitung ulang")
    cocok = len(semua) - len(beda)
    return replace(tabel, catatan=f"{cocok} hitungan tercetak lain cocok." if cocok else tabel.catatan)


def _sebut_subjek(isi: Isi, b: Mapping[str, Any]) -> str:
    """Name whose printed figure it is: an indicator, a sasaran or a part of the budget by its name."""
    kode = str(b["subjek"])
    if b["jenis_subjek"] == "sasaran":
        return f"sasaran {isi.nama_sasaran.get(kode) or kode}"
    if b["jenis_subjek"] == "anggaran" and kode != "0":
        nama = next((x["nama"] for x in isi.baris("anggaran") if x["kode"] == kode), "")
        return f"{kode} {nama}".strip()
    if b["jenis_subjek"] == "keluaran":
        return next((str(x["uraian"]) for x in isi.baris("keluaran") if x["kode"] == kode), kode)
    return isi.sebutan.get(kode) or sebut_subjek(kode)


def _replikasi(isi: Isi, semua: Sequence[Mapping[str, Any]], judul: str) -> Tabel:
    asli = {b["nilai_id"]: b for b in isi.baris("ketik/tercetak/hitungan")}
    baris = []
    for b in semua:
        dihitung = b["dihitung_label"] or (numerals.write(b["dihitung"], 2) if b["dihitung"] == b["dihitung"] else "–")
        tempat = Markup("{} <small>{}</small>").format(asli[b["id"]]["sumber"], tautan(isi.ledger[b["id"]]))
        nama = _sebut_subjek(isi, b) or asli[b["id"]]["nama"]
        apa = huruf_besar(f"{sebut(b['besaran'])} {nama}".strip())
        baris.append(Baris([apa, tempat, b["tercetak"], dihitung, _VERDIK[b["verdik"]]], kelas=b["verdik"]))
    kolom = [Kolom("Yang dicetak", lebar=40), Kolom("Tempat"), Kolom("Tercetak", angka=True)]
    return Tabel(
        judul,
        [*kolom, Kolom("Dihitung ulang", angka=True), Kolom("Verdik")],
        baris,
        "" if baris else "tidak ada hitungan tercetak untuk diuji.",
    )
