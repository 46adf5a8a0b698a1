"""The workbook of the roll-up: every agency a row, the groups, the open errors; the whole is summed by formulas."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lkip_lib.publish.workbook.sheet import Kolom, Lembar, Letak, Sel, hitung, kata, tetap
from lkip_lib.publish.workbook.writer import Buku
from lkip_lib.rekap.columns import CATATAN, INSTANSI, KEADAAN, KELOMPOK
from lkip_lib.rekap.query import Rekap
from lkip_lib.rekap.words import isi_kebijakan

# Excel holds a million rows; nobody reads more errors than this, and the ledger has them all.
_KESALAHAN = 20_000
_PERUBAHAN = ("instansi", "nama", "rata_rata_persen", "predikat", "serapan_persen", "kesalahan", "peringatan")
_SENDIRI = tuple(k for k in INSTANSI if "_sendiri" in k)
_LALU = tuple(k for k in INSTANSI if "_lalu" in k or "_selisih" in k)
_JUDUL = {
    "rata_rata_persen": "Capaian",
    "rata_rata_sendiri_persen": "Capaian, kebijakan sendiri",
    "rata_rata_lalu_persen": "Capaian tahun lalu",
    "rata_rata_selisih_persen": "Perubahan capaian",
    "serapan_lalu_persen": "Serapan tahun lalu",
    "serapan_sendiri_persen": "Serapan, kebijakan sendiri",
    "serapan_selisih_persen": "Perubahan serapan",
    "predikat": "Kelas",
    "predikat_lalu": "Kelas tahun lalu",
    "predikat_sendiri": "Kelas, kebijakan sendiri",
    "instansi": "Folder",
    "id": "Catatan",
}
_LEBAR = {"nama": 38, "sebab": 50, "penjelasan": 60, "saran": 45, "kebijakan_sendiri": 34, "pemerintah": 30,
          "instansi": 28, "kuadran": 30, "pagu_rp": 22, "realisasi_rp": 22}  # fmt: skip
_BENTUK = {"rupiah": "rupiah", "bulat": "bulat", "angka": "persen", "teks": "teks"}
Deklarasi = Mapping[str, tuple[str, str]]
Isi = Mapping[str, Any]


def tulis(rekap: Rekap, path: Path) -> None:
    """Write the workbook row by row, so that its size is not held in memory. The same parts give the same bytes."""
    import xlsxwriter

    lembar = [
        *(buat(rekap) for buat in (_instansi, _sendiri, _perubahan)),
        *(_kelompok(rekap, menurut) for menurut in ("kelompok", "pemerintah")),
        *(buat(rekap) for buat in (_belum, _kesalahan, _kebijakan)),
    ]
    lembar = [_ringkasan(rekap), *lembar, _kamus(lembar)]
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as buku:
        judul = lembar[0].judul
        buku.set_properties({"title": judul, "created": dt.datetime(rekap.tahun, 12, 31)})
        penulis = Buku(buku, judul)
        for satu in lembar:
            penulis.tulis(satu)


def _kolom(deklarasi: Deklarasi, kunci: Iterable[str]) -> list[Kolom]:
    hasil = []
    for k in kunci:
        jenis, arti = deklarasi[k]
        nama = _JUDUL.get(k) or KEADAAN.get(k) or kata(k.removesuffix("_persen").removesuffix("_rp")).capitalize()
        if k.startswith("n_"):
            nama = kata(k[2:]).capitalize()
        satuan = "Rp" if k.endswith("_rp") else "poin" if "_selisih" in k else "%" if k.endswith("_persen") else ""
        bentuk = "#,##0.00" if satuan == "poin" else _BENTUK[jenis]
        hasil.append(Kolom(k, nama, satuan, bentuk, _LEBAR.get(k, 14), arti))
    return hasil


def _baris(isi: Iterable[Isi], kolom: Sequence[Kolom]) -> Iterator[list[Sel]]:
    for b in isi:
        yield [tetap(KEADAAN.get(b[k.kunci], b[k.kunci]) if k.kunci == "keadaan" else b[k.kunci]) for k in kolom]


def _lembar(nama: str, judul: str, kolom: list[Kolom], isi: Iterable[Isi], catatan: str = "") -> Lembar:
    return Lembar(nama, judul, kolom, _baris(isi, kolom), catatan=catatan, beku=1)


def _instansi(rekap: Rekap) -> Lembar:
    lain = {"nomor", "nama", "peringkat", "n_setara", "sebab", "usang", *_LALU, *_SENDIRI}
    kunci = ["nama", "peringkat", "n_setara", *(k for k in INSTANSI if k not in lain)]
    judul = f"Setiap instansi tahun {rekap.tahun}"
    catatan = (
        "Peringkat, kelas, dan kuadran hanya menurut kebijakan bersama (lembar Kebijakan) dan tanpa kesalahan terbuka; "
        "yang diperingkat bersama hanya instansi satu pemerintah yang mengisi tabel yang sama."
    )
    return _lembar("Instansi", judul, _kolom(INSTANSI, kunci), rekap.instansi(), catatan)


def _sendiri(rekap: Rekap) -> Lembar:
    """Set each agency's own result beside the common one, in the order of names: it is no ranking."""
    kunci = ("nama", "instansi", "rata_rata_persen", "predikat", "serapan_persen", *_SENDIRI)
    judul = f"Kebijakan bersama dan kebijakan sendiri, tahun {rekap.tahun}"
    catatan = "Angka dari kebijakan yang berbeda tidak dapat dibandingkan antarinstansi, jadi tidak diperingkat."
    isi = sorted((b for b in rekap.instansi() if b["kebijakan_sendiri"]), key=lambda b: (b["nama"], b["instansi"]))
    return _lembar("Kebijakan sendiri", judul, _kolom(INSTANSI, kunci), isi, catatan)


def _perubahan(rekap: Rekap) -> Lembar:
    kunci = ["nama", *(k for k in INSTANSI if k in (*_PERUBAHAN, *_LALU) and k != "nama")]
    catatan = "Kedua tahun menurut kebijakan bersama yang sama."
    judul = f"Perubahan {rekap.tahun - 1} ke {rekap.tahun}"
    return _lembar("Perubahan", judul, _kolom(INSTANSI, kunci), rekap.berubah(), catatan)


def _kelompok(rekap: Rekap, menurut: str) -> Lembar:
    kunci = [k for k in KELOMPOK if k != "menurut"]
    catatan = "Serapan dan indikator tercapai dihitung dari jumlah komponennya, bukan dari rata-rata persentase."
    judul = f"Instansi menurut {menurut}, tahun {rekap.tahun}"
    isi = [{**b, "nama": b["nama"] or f"tanpa {menurut}"} for b in rekap.kelompok(menurut)]
    return _lembar(menurut.capitalize(), judul, _kolom(KELOMPOK, kunci), isi, catatan)


def _belum(rekap: Rekap) -> Lembar:
    kolom = _kolom(INSTANSI, ("nama", "instansi", "keadaan", "sebab"))
    judul = f"Instansi yang belum dapat dihitung, tahun {rekap.tahun}"
    return _lembar("Belum dihitung", judul, kolom, rekap.belum_siap())


def _kesalahan(rekap: Rekap) -> Lembar:
    kunci = [k for k in CATATAN if k not in ("tingkat", "status")]
    deklarasi = {"nama": INSTANSI["nama"], **CATATAN}
    judul = f"Kesalahan yang terbuka, tahun {rekap.tahun}"
    terpotong = (rekap.seluruh["catatan_kesalahan"] or 0) > _KESALAHAN
    catatan = f"Baru {_KESALAHAN} yang pertama." if terpotong else ""
    return _lembar("Kesalahan", judul, _kolom(deklarasi, ["nama", *kunci]), rekap.kesalahan(_KESALAHAN), catatan)


def _ringkasan(rekap: Rekap) -> Lembar:
    """Sum the whole by formulas over the sheet of the agencies."""
    s = rekap.seluruh
    letak = Letak("Instansi", _instansi(rekap).kolom, s["n_instansi"])
    sendiri = Letak("Ringkasan", _RINGKASAN, 0)
    isi: list[tuple[str, str, Any, str]] = [("Instansi", f"COUNTA({letak.semua('nama')})", s["n_instansi"], "bulat")]
    isi += [(KEADAAN[k], f'COUNTIF({letak.semua("keadaan")},"{KEADAAN[k]}")', s[k], "bulat") for k in KEADAAN]

    def tambah(kunci: str) -> str:
        return f"SUM({letak.semua(kunci)})"

    isi += [(f"Indikator{n}", tambah(k), s[k] or 0, "bulat")
            for n, k in (("", "n_indikator"), (" terhitung", "n_terhitung"), (" tercapai", "n_tercapai"))]  # fmt: skip
    atas, bawah = sendiri["nilai", len(isi) - 1], sendiri["nilai", len(isi) - 2]
    isi.append(("Indikator tercapai terhadap terhitung (%)", _persen(atas, bawah), s["tercapai_persen"], "persen"))
    pagu, realisasi = letak.semua("pagu_rp"), letak.semua("realisasi_rp")
    keadaan, terbuka = letak.semua("keadaan"), KEADAAN["kesalahan_terbuka"]

    def uang(apa: str, tambahan: str, syarat: str) -> tuple[str, str, Any, str]:
        dua = {"pagu": (pagu, realisasi), "realisasi": (realisasi, pagu)}[apa]
        rumus = f'SUMIFS({dua[0]},{dua[1]},"<>",{keadaan},"{syarat}")'
        judul = f"{apa.capitalize()}{' dengan kesalahan terbuka' if tambahan else ''} (Rp)"
        return judul, rumus, s[f"{apa}{tambahan}_rp"] or 0, "rupiah"

    isi += [uang(apa, "", f"<>{terbuka}") for apa in ("pagu", "realisasi")]
    atas, bawah = sendiri["nilai", len(isi) - 1], sendiri["nilai", len(isi) - 2]
    isi.append(("Serapan (%)", _persen(atas, bawah), s["serapan_persen"], "persen"))
    isi += [uang(apa, "_berkesalahan", terbuka) for apa in ("pagu", "realisasi")]
    isi += [(f"Catatan {t} terbuka", tambah(t), s[f"catatan_{t}"] or 0, "bulat")
            for t in ("kesalahan", "peringatan", "informasi")]  # fmt: skip
    baris = [[Sel(n), hitung(r, v, b)] for n, r, v, b in isi]
    judul = f"Rekap kinerja instansi tahun {rekap.tahun}"
    catatan = "Pagu dan realisasi dijumlahkan dari instansi yang keduanya ada; yang kesalahannya terbuka terpisah."
    return Lembar("Ringkasan", judul, _RINGKASAN, baris, catatan=catatan, saring=False)


_RINGKASAN = [Kolom("uraian", "Uraian", lebar=44), Kolom("nilai", "Nilai", lebar=60)]


def _persen(atas: str, bawah: str) -> str:
    return f'IF({bawah}=0,"",{atas}/{bawah})'


def _kebijakan(rekap: Rekap) -> Lembar:
    kolom = [
        Kolom("kunci", "Kunci params", lebar=24),
        Kolom("pilihan", "Pilihan", lebar=28),
        Kolom("arti", "Arti", lebar=70),
    ]
    baris = [[Sel(teks) for teks in satu] for satu in isi_kebijakan(rekap.bersama, rekap.diganti())]
    catatan = "Dari params/_pemda.yml; yang tidak disebut di sana memakai bawaannya."
    return Lembar("Kebijakan", "Kebijakan bersama", kolom, baris, catatan=catatan, saring=False)


def _kamus(lembar: Sequence[Lembar]) -> Lembar:
    kolom = [Kolom("lembar", "Lembar", lebar=18), Kolom("kolom", "Kolom", lebar=34), Kolom("arti", "Arti", lebar=90)]
    baris = [[Sel(satu.nama), Sel(k.kepala), Sel(k.arti)] for satu in lembar for k in satu.kolom]
    return Lembar("Kamus", "Arti setiap kolom", kolom, baris)
