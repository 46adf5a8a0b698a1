"""The tables for whoever checks the figures: what was read, corrected, found, and recomputed."""

from __future__ import annotations

from markupsafe import Markup

from lkip_lib import numerals
from lkip_lib.checks.registry import DAFTAR, TINGKAT
from lkip_lib.display import Baris, Kolom, Tabel
from lkip_lib.display.figure import KEADAAN
from lkip_lib.display.trail import jangkar, sebut
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.tables import tabel

_SUBJEK = {"0": "instansi"}
_VERDIK = {"cocok": "cocok", "beda": "beda", "tidak_dapat_dihitung": "tidak dapat dihitung"}


def tautan(berkas: str, baris: object, teks: str = "") -> Markup:
    """Link to the very row on the sources page."""
    return Markup('<a href="sumber.html#{}">{}</a>').format(jangkar(berkas, baris), teks or f"{berkas} baris {baris}")


@tabel
def masukan(isi: Isi) -> Tabel:
    """Table what was read: tables, rows, figures, and the state of the figures."""
    baris = []
    for nama, deklarasi in isi.deklarasi.items():
        frame = isi.frames[f"ketik/{nama}"]
        if len(frame):
            status = [s for c in deklarasi.angka for s in frame[f"{c.nama_ketik}_status"]]
            hitung = [str(len(frame)), *(str(status.count(s)) for s in ("angka", "belum_diisi", "tidak_terbaca"))]
            baris.append(Baris([deklarasi.judul, f"{nama}.csv", *hitung]))
    kolom = [Kolom("Tabel", lebar=34), Kolom("Berkas")]
    kolom += [Kolom(k, angka=True) for k in ("Baris", "Angka terbaca", "Belum diisi", "Tidak terbaca")]
    return Tabel("Tabel yang dibaca", kolom, baris)


@tabel
def bacaan(isi: Isi) -> Tabel:
    """Table the cells that could not be read, and how the doubtful ones were read."""
    urut = sorted(isi.baris("bacaan"), key=lambda b: b["status_nilai"] == "angka")
    baris = []
    for b in urut:
        terbaca = KEADAAN.get(b["status_nilai"]) or numerals.write(b["nilai"], 6, trim=True)
        baris.append(Baris([tautan(b["berkas"], b["baris"]), b["kolom"], b["tercetak"], terbaca, b["catatan"]]))
    kolom = [Kolom("Tempat", lebar=22), Kolom("Kolom", lebar=11), Kolom("Tercetak", angka=True, lebar=16)]
    kolom.append(Kolom("Terbaca", angka=True, lebar=15))
    return Tabel(
        "Angka yang tidak terbaca atau perlu diputuskan cara membacanya",
        [*kolom, Kolom("Keterangan", lebar=36)],
        baris,
        "" if baris else "semua angka terbaca tanpa keraguan.",
    )


@tabel
def koreksi(isi: Isi) -> Tabel:
    """Table the corrections with their reasons and proofs."""
    baris = [
        Baris(
            [
                tautan(b["berkas"], b["baris"]),
                b["kolom"],
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


@tabel
def ringkasan_catatan(isi: Isi) -> Tabel:
    """Table how many notes each family has, by level."""
    semua = isi.frames["pemeriksaan"]
    keluarga = dict.fromkeys(p.keluarga for p in DAFTAR.values())
    hitung = [(k, [int(((semua["keluarga"] == k) & (semua["tingkat"] == t)).sum()) for t in TINGKAT]) for k in keluarga]
    baris = [Baris([k.title(), *map(str, n)]) for k, n in hitung]
    jumlah = [str(int((semua["tingkat"] == t).sum())) for t in TINGKAT]
    baris.append(Baris(["Jumlah", *jumlah], kelas="jumlah"))
    kolom = [Kolom("Keluarga", lebar=40), *(Kolom(t.title(), angka=True) for t in TINGKAT)]
    return Tabel("Catatan pemeriksaan menurut keluarga dan tingkat", kolom, baris)


@tabel
def catatan_pemeriksaan(isi: Isi) -> Tabel:
    """Table every note: where, what was printed, what contradicts it, what to do."""
    baris = [
        Baris(
            [
                Markup('{}<br><span class="sidik">{}</span>').format(b["tingkat"], b["id"]),
                tautan(
                    b["berkas"],
                    b["baris"],
                    f"{_SUBJEK.get(b['subjek'], b['subjek']) or b['tabel']}: {b['berkas']} baris {b['baris']}",
                ),
                b["tercetak"],
                b["seharusnya"] or b["kandidat"] or "–",
                f"{b['penjelasan']} {b['saran']}",
            ],
            kelas=b["tingkat"],
            jangkar=b["id"],
        )
        for b in isi.baris("pemeriksaan")
    ]
    kolom = [Kolom("Tingkat", lebar=13), Kolom("Tempat", lebar=17), Kolom("Tercetak", angka=True, lebar=15)]
    return Tabel(
        "Catatan pemeriksaan",
        [*kolom, Kolom("Hitung ulang", angka=True, lebar=15), Kolom("Penjelasan dan saran", lebar=40)],
        baris,
        "" if baris else "tidak ada catatan: semua angka yang dinyatakan cocok.",
        lanskap=True,
    )


@tabel
def replikasi(isi: Isi) -> Tabel:
    """Table every printed derived cell against its recomputation."""
    baris = []
    for b in isi.baris("replikasi"):
        dihitung = b["dihitung_label"] or (numerals.write(b["dihitung"], 2) if b["dihitung"] == b["dihitung"] else "–")
        tempat = tautan(b["berkas"], b["baris"], f"baris {b['baris']}")
        apa = f"{sebut(b['besaran'])} {b['subjek']} {b['dokumen']}".strip()
        baris.append(Baris([apa, tempat, b["tercetak"], dihitung, _VERDIK[b["verdik"]]], kelas=b["verdik"]))
    kolom = [Kolom("Yang dicetak", lebar=40), Kolom("Tempat"), Kolom("Tercetak", angka=True)]
    return Tabel(
        "Tercetak melawan hitung ulang",
        [*kolom, Kolom("Dihitung ulang", angka=True), Kolom("Verdik")],
        baris,
        "" if baris else "tidak ada hitungan tercetak untuk diuji.",
    )
