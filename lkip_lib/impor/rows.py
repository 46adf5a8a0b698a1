"""Cut the rows of a sheet out by a mapping: what each column says, filled down where asked, and what is left out."""

from __future__ import annotations

from collections.abc import Mapping

from lkip_lib.errors import Masalah, MasukanSalah, sebut_baris, terdekat
from lkip_lib.impor.cells import Medan, berdesimal_titik, dijumlahkan, dikalikan, gabungkan, isi_sel, periksa_sel
from lkip_lib.impor.cuttings import Baris, Dibuang, Potongan
from lkip_lib.impor.headings import Judul, cari_kolom, temukan_judul
from lkip_lib.impor.leftovers import alasan_buang, penutup, tabel_anggaran
from lkip_lib.impor.mapping import TABEL, Bagian, Kolom
from lkip_lib.inputs.grid import Kisi
from lkip_lib.inputs.sheet_marks import Letak

_TAHUN = "tahun laporan"
_SESUDAH = "sesudah tabel: catatan dan tanda tangan"
_TABEL_LAIN = "tabel program dan anggarannya, di bawah tabel indikator"


def medan_bagian(bagian: Bagian) -> dict[str, tuple[Kolom, str]]:
    """Return every column of a part with the kind of its content; those of a repetition or group have a prefix."""
    jenis = {"nama": "teks"} | {c.name: c.kind for c in TABEL[bagian.tabel].columns}
    hasil = {nama: (k, jenis[nama]) for nama, k in bagian.kolom.items()}
    for i, ulang in enumerate(bagian.ulang):
        hasil |= {f"ulang{i}.{nama}": (k, jenis[nama]) for nama, k in ulang.kolom.items()}
    for kelompok in bagian.pohon.kelompok if bagian.pohon else ():
        if kelompok.nama:
            hasil[f"{kelompok.tingkat}.nama"] = (kelompok.nama, "teks")
        if kelompok.kode:
            hasil[f"{kelompok.tingkat}.kode"] = (kelompok.kode, "kode")
    return hasil


def pilih_lembar(semua: Mapping[str, Kisi], nama: str, berkas: str) -> Kisi:
    """Return the sheet a mapping names, else the first that is not hidden. Raises MasukanSalah when there is none."""
    if nama and nama not in semua:
        raise MasukanSalah(Masalah(f'Lembar "{nama}" tidak ada.', terdekat(nama, semua), berkas))
    terlihat = [k for k in semua.values() if not k.tersembunyi and k.baris]
    if not nama and not terlihat:
        raise MasukanSalah(Masalah("Tidak ada lembar yang berisi.", "Periksa berkasnya.", berkas))
    return semua[nama] if nama else terlihat[0]


def potong(semua: Mapping[str, Kisi], bagian: Bagian, berkas: str, tahun: int) -> Potongan:
    """Cut the rows of one part of a mapping out of a file. Raises MasukanSalah for a missing sheet or heading."""
    kisi = pilih_lembar(semua, bagian.lembar, berkas)
    hasil = Potongan(berkas, kisi.nama)
    sumber = medan_bagian(bagian)
    disebut = {nama: kolom.dari for nama, (kolom, _) in sumber.items()}
    disebut |= {f"{nama} kurang": kolom.kurangi for nama, (kolom, _) in sumber.items() if kolom.kurangi}
    if bagian.tahun:
        disebut[_TAHUN] = (bagian.tahun,)
    judul = temukan_judul(
        kisi, bagian.judul[0] - 1, bagian.judul[1] - 1, [s for daftar in disebut.values() for s in daftar]
    )
    nomor = cari_kolom(judul, disebut, f"{berkas}, lembar {kisi.nama}")
    if judul.awal != bagian.judul[0] - 1:
        di = f"{judul.awal + 1}–{judul.akhir + 1}"
        hasil.kabar.append(f"Judul kolom ditemukan di baris {di}; peta menyebut {bagian.judul[0]}–{bagian.judul[1]}.")
    hasil.kolom = nomor
    bertitik = berdesimal_titik(kisi, {k for n in sumber if sumber[n][1] == "angka" for k in nomor[n]})
    satuan = {c.name: c.satuan for c in TABEL[bagian.tabel].columns}
    medan = {
        nama: Medan(
            kolom, nomor[nama], kind, satuan.get(nama.rpartition(".")[2], ""), nomor.get(f"{nama} kurang", ()), bertitik
        )
        for nama, (kolom, kind) in sumber.items()
    }
    _kabar_tersembunyi(kisi, judul, nomor, hasil)
    _potong_baris(kisi, judul, medan, bagian, hasil, tahun)
    return hasil


def _potong_baris(
    kisi: Kisi, judul: Judul, medan: Mapping[str, Medan], bagian: Bagian, hasil: Potongan, tahun: int
) -> None:
    induk = _induk_gabungan(kisi)
    atas: dict[str, list[str]] = {}
    akhir = penutup(kisi, judul.akhir + 1)
    batas = akhir if bagian.pohon else tabel_anggaran(kisi, judul.akhir + 1, akhir)
    for b in range(judul.akhir + 1, min(bagian.sampai or batas, batas)):
        teks = kisi.baris[b]
        bagian_sel = {nama: isi_sel(kisi, b, m, induk) for nama, m in medan.items()}
        sendiri = {nama: gabungkan(isi, medan[nama]) for nama, isi in bagian_sel.items()}
        if not any(sendiri.values()):
            continue
        if alasan := alasan_buang(sendiri, teks, judul, medan, bagian):
            hasil.dibuang.append(Dibuang(b + 1, alasan))
            continue
        if bagian.tahun and (lain := kisi.baris[b][hasil.kolom[_TAHUN][0]]) != str(tahun):
            hasil.dibuang.append(Dibuang(b + 1, f"tahun {lain}" if lain else "tanpa tahun"))
            continue
        isi = {}
        for nama, m in medan.items():
            nilai = _turunkan(atas, nama, bagian_sel[nama]) if m.kolom.turun else bagian_sel[nama]
            if m.kolom.jumlah or m.kurang:
                nilai += [kisi.baris[b][k] for k in m.kurang]
                gabungan = dijumlahkan(nilai, b, m, hasil, berkode=bool(sendiri.get("kode")))
            else:
                gabungan = gabungkan(nilai, m)
            isi[nama] = dikalikan(m.kolom.ganti.get(gabungan, gabungan), b, m, hasil)
        periksa_sel(kisi, b, medan, induk, hasil)
        hasil.baris.append(Baris(b + 1, isi, sendiri, tuple(filter(None, teks))))
    if not bagian.sampai:
        hasil.dibuang += [Dibuang(b + 1, _TABEL_LAIN) for b in range(batas, akhir) if any(kisi.baris[b])]
        hasil.dibuang += [Dibuang(b + 1, _SESUDAH) for b in range(akhir, len(kisi.baris)) if any(kisi.baris[b])]


def _induk_gabungan(kisi: Kisi) -> dict[Letak, Letak]:
    """Return for each covered cell of a range merged downwards the cell that holds its value."""
    return {(b, k): (b1, k) for (b1, k), (b2, _) in kisi.gabungan for b in range(b1 + 1, b2 + 1)}


def _turunkan(atas: dict[str, list[str]], nama: str, isi: list[str]) -> list[str]:
    """Fill blank cells from the row above; of several, only those left of the first one that the row itself says."""
    lama = atas.get(nama, [""] * len(isi))
    terisi = [i for i, teks in enumerate(isi) if teks]
    awal = terisi[0] if terisi else len(isi)
    atas[nama] = [*lama[:awal], *isi[awal:]]
    return atas[nama]


def _kabar_tersembunyi(kisi: Kisi, judul: Judul, nomor: Mapping[str, tuple[int, ...]], hasil: Potongan) -> None:
    if baris := sorted(b + 1 for b in kisi.baris_tersembunyi if b > judul.akhir):
        hasil.kabar.append(f"{len(baris)} baris tersembunyi ikut dibaca: {sebut_baris(baris)}.")
    if kolom := [nama for nama, semua in nomor.items() if kisi.kolom_tersembunyi.intersection(semua)]:
        hasil.kabar.append(f"Kolom tersembunyi ikut dibaca: {', '.join(kolom)}.")
