"""The layouts: what each office does with heads, sasaran, budget trees, captions and the tools of Word."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tata:
    """Hold one layout."""

    nama: str
    kepala: str = "satu"  # satu, dua (two rows), nomor (a number row below), sempit (cut inside words), ulang
    sasaran: str = "gabung"  # gabung (merged), baris (a row of full width), kosong (named once), ulang, tanpa
    pohon: str = "huruf"  # huruf (A, I, 1), kode, tiga (name columns), inden, marka (Program: Kegiatan:)
    judul: str = "atas"  # atas, bawah, tanpa, campur, dalam (the first row of the table)
    nomor: str = "Tabel 3.{}"
    rp: str = ""
    titik: bool | None = None
    nama_pecah: bool = False  # names over several rows
    satuan: str = "kolom"  # kolom, nama (behind the name), sel (behind the figure), tanpa
    belah: bool = False  # a long table as two
    kotak: bool = False
    sarang: bool = False
    kaki: bool = False
    lacak: bool = False
    medan: bool = False
    gambar: bool = False
    samar: bool = False
    terbalik: bool = False  # a small table an indicator, years as rows
    gabungan: bool = False  # figures and money in one table
    capaian_dulu: bool = False
    otomatis: bool = False  # numbers that Word counts itself, and are in no text
    kalimat: float = 0.5  # how many indicators are told again in sentences


TATA = {
    t.nama: t
    for t in (
        Tata("polos"),
        Tata("gabung", kepala="dua", pohon="kode", kalimat=0.8),
        Tata("nomor", kepala="nomor", sasaran="kosong", pohon="huruf", rp="rp_strip"),
        Tata("sempit", kepala="sempit", nama_pecah=True, sasaran="kosong", pohon="marka", judul="bawah"),
        Tata("baris", kepala="ulang", sasaran="baris", pohon="inden", nomor="Tabel III-{}"),
        Tata("kode", kepala="nomor", sasaran="ulang", pohon="kode", judul="bawah", rp="koma", titik=True),
        Tata("tiga", kepala="dua", pohon="tiga", sarang=True, satuan="nama", nomor="Tabel {}"),
        Tata("kotak", pohon="inden", kotak=True, sasaran="tanpa", satuan="sel", kalimat=0.9),
        Tata("seed", kepala="nomor", sasaran="gabung", pohon="marka", titik=True, rp="rp_spasi", kalimat=0.9),
        Tata("lacak", kepala="dua", lacak=True, medan=True, pohon="kode", nomor="Tabel 3.{}."),
        Tata("samar", samar=True, kepala="sempit", pohon="huruf", rp="rp_spasi", satuan="tanpa"),
        Tata("gambar", gambar=True, judul="dalam", pohon="kode", kalimat=1.0),
        Tata("belah", belah=True, kepala="nomor", pohon="huruf", judul="campur", nomor="Tabel 3. {}"),
        Tata("ikhtisar", gabungan=True, kepala="dua", pohon="marka", nomor="Tbl. {}"),
        Tata("kaki", kaki=True, medan=True, pohon="inden", sasaran="baris", rp="sen", kalimat=0.9),
        Tata("otomatis", otomatis=True, kepala="sempit", sasaran="ulang", pohon="huruf", judul="campur", satuan="sel"),
        Tata("terbalik", terbalik=True, capaian_dulu=True, kepala="satu", pohon="kode", satuan="nama", rp="deret"),
    )
}
