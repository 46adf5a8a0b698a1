"""Put one draft together: chapters, tables with their captions, sentences, and what the layout does to them."""

from __future__ import annotations

from benchmarks.draf import anggaran, kalimat, kinerja
from benchmarks.draf.bahan import TAHUN, Bahan
from benchmarks.draf.model import Angka, Naskah, Paragraf, Sel, Tabel
from benchmarks.draf.rangka import belah
from benchmarks.draf.tata import TATA

_SAMAR = str.maketrans("aceopxi", "асеорхі")  # Cyrillic letters that look the same
_BENTUK_BELAH = ("anggaran", "perbandingan", "keluaran", "renstra")


def susun(benih: int, nomor: int, tata: str = "") -> tuple[Naskah, Bahan]:
    """Write the draft of a number without any mistake; layouts come one after another."""
    t = TATA[tata or list(TATA)[nomor % len(TATA)]]
    b = Bahan(benih, nomor, t)
    n = Naskah(f"{t.nama}-{benih}-{nomor:03d}", TAHUN, t.nama, otomatis=t.otomatis)
    p = _Penyusun(n, b)
    p.bab_satu()
    p.bab_dua()
    p.bab_tiga()
    p.penutup()
    p.bagian_depan()
    if t.samar:
        _samarkan(n, b)
    if t.lacak:
        _lacak(n, b)
    return n, b


class _Penyusun:
    def __init__(self, naskah: Naskah, b: Bahan) -> None:
        self.n, self.b, self.t, self.nomor = naskah, b, b.tata, 0

    def teks(self, *isi: str | Angka, wujud: str = "biasa") -> None:
        self.n.isi.append(Paragraf(list(isi), wujud))

    def tabel(self, *semua: Tabel | None, wujud: str = "biasa") -> None:
        """Add tables with their captions above, below or nowhere."""
        for t in semua:
            if t is None:
                continue
            t.wujud = wujud
            self.nomor += 1
            awal, akhir = self.t.nomor.split("{}")
            medan = {1} if self.t.medan else set()
            judul = Paragraf([awal, str(self.nomor), f"{akhir} {t.judul}"], "judul", medan=medan)
            letak = self.b.acak.choice(("atas", "bawah", "tanpa")) if self.t.judul == "campur" else self.t.judul
            if not t.judul or t.letak_judul == "tanpa":
                letak = "tanpa"
            if letak == "dalam":
                t.baris.insert(0, [Sel(judul.cetak, lebar=t.lebar, kepala=True, tebal=True)])
                t.banyak_kepala += 1
            if letak == "atas":
                self.n.isi.append(judul)
            potong = self.t.belah and t.jenis in _BENTUK_BELAH and wujud == "biasa"
            bagian = belah(t, self.b.acak.random() < 0.5) if potong else [t]
            for n, satu in enumerate(bagian):
                if n:
                    self.teks("")
                self.n.isi.append(satu)
            if letak == "bawah":
                self.n.isi.append(judul)
            elif t.judul and self.b.acak.random() < 0.3:
                self.teks(f"Sumber data: Sekretariat, {TAHUN + 1}", wujud="sumber")
            else:
                self.teks("")

    def bagian_depan(self) -> None:
        """Repeat the captions in a list with pages before the first chapter, and head every page."""
        acak = self.b.acak
        if acak.random() < 0.5:
            self.n.kepala_halaman.append(f"LKIP {self.b.nama} {TAHUN}")
        if acak.random() < 0.4:
            judul = [p.cetak for p in self.n.paragraf() if p.wujud == "judul"]
            daftar = [Paragraf([f"{x}\t{4 + 2 * n}"], "daftar") for n, x in enumerate(judul)]
            self.n.isi[2:2] = [Paragraf(["DAFTAR TABEL"], "bab"), *daftar] if daftar else []

    def bab_satu(self) -> None:
        """The agency and its staff."""
        b, t = self.b, self.t
        self.teks("LAPORAN KINERJA INSTANSI PEMERINTAH", wujud="bab")
        self.teks(f"{b.nama} Tahun {TAHUN}", wujud="bab")
        self.teks("BAB I PENDAHULUAN", wujud="bab")
        self.teks(
            f"Laporan ini disusun sesuai Peraturan Presiden Nomor 29 Tahun 2014 dan Peraturan Menteri Pendayagunaan "
            f"Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 sebagai pertanggungjawaban tahun {TAHUN}."
        )
        if t.kotak:
            self.tabel(anggaran.pegawai(b, "pendidikan"), wujud="kotak")
        elif t.sarang:
            dua = [anggaran.pegawai(b, j) for j in ("jabatan", "pendidikan")]
            luar = Tabel("lain", "", [[Sel("Menurut jabatan"), Sel("Menurut pendidikan")],
                                      [Sel(dalam=dua[0]), Sel(dalam=dua[1])]], 0)  # fmt: skip
            luar.letak_judul = "tanpa"
            self.tabel(luar)
        else:
            self.tabel(anggaran.pegawai(b, "jabatan"), anggaran.pegawai(b, "pendidikan"))
        self.n.isi.append(kalimat.pegawai(b))
        if b.acak.random() < 0.5:
            self.tabel(anggaran.riwayat())

    def bab_dua(self) -> None:
        """What was planned."""
        b = self.b
        self.teks("BAB II PERENCANAAN KINERJA", wujud="bab")
        self.tabel(kinerja.renstra(b))
        if b.acak.random() < 0.5:
            self.tabel(anggaran.rkt(b))
        if b.acak.random() < 0.6:
            self.tabel(kinerja.iku(b), wujud="gambar" if self.t.gambar else "biasa")
        self.teks("Perjanjian kinerja yang ditandatangani memuat target berikut.")
        self.tabel(*kinerja.perjanjian(b))
        self.tabel(anggaran.tanda_tangan(b))
        if b.acak.random() < 0.5 or self.t.kepala == "dua":
            self.tabel(kinerja.triwulan(b))
        if b.acak.random() < 0.4:
            self.tabel(anggaran.pohon(b, lengkap=False))
        self.n.isi.append(kalimat.cacah(b))

    def bab_tiga(self) -> None:
        """What was reached and spent."""
        b, t = self.b, self.t
        self.teks("BAB III AKUNTABILITAS KINERJA", wujud="bab")
        self.teks(f"3.1 Capaian Kinerja Tahun {TAHUN}", wujud="bab")
        if b.acak.random() < 0.6:
            self.tabel(anggaran.skala())
        self.tabel(kinerja.ikhtisar(b) if t.gabungan else kinerja.pengukuran(b))
        self.n.isi.append(kalimat.rata(b))
        for k in b.indikator:
            if b.acak.random() < t.kalimat:
                p = kalimat.indikator(b, k)
                p.wujud = b.acak.choice(("biasa", "biasa", "kotak" if t.kotak else "kendali"))
                self.n.isi.append(p)
            if t.terbalik:
                self.tabel(kinerja.satu_indikator(b, k))
        if not t.terbalik:
            self.tabel(kinerja.perbandingan(b))
        for k in b.indikator:
            if b.acak.random() < t.kalimat / 2 and (p := kalimat.arah(b, k)):
                p.wujud = "kaki" if t.kaki and b.acak.random() < 0.5 else "biasa"
                self.n.isi.append(p)
        self.tabel(kinerja.nasional(b))
        self.teks("3.2 Akuntabilitas Keuangan", wujud="bab")
        self.tabel(anggaran.pohon(b))
        self.n.isi += [kalimat.anggaran(b), kalimat.program(b)]
        if b.acak.random() < 0.6:
            self.tabel(anggaran.belanja(b), wujud="gambar" if t.gambar else "biasa")
            self.n.isi.append(kalimat.belanja(b))
        if b.acak.random() < 0.6:
            self.tabel(anggaran.keluaran(b))
        if b.acak.random() < 0.5:
            self.tabel(anggaran.efisiensi(b))

    def penutup(self) -> None:
        """The end, which says the sums again."""
        b = self.b
        self.teks("BAB IV PENUTUP", wujud="bab")
        self.n.isi.append(kalimat.tak_jelas(b))
        self.teks("Demikian laporan ini disusun dengan memperhatikan 3 (tiga) hal yang perlu diperbaiki.")
        self.tabel(anggaran.tanda_tangan(b))


def _samarkan(n: Naskah, b: Bahan) -> None:
    """Put letters that only look right and spaces that do not break into names and heads."""

    def samar(teks: str) -> str:
        if not any(k.isalpha() for k in teks) or b.acak.random() < 0.6:
            return teks
        if b.acak.random() < 0.5:
            return teks.replace(" ", " ", b.acak.randint(1, 3))
        di = b.acak.randrange(len(teks))
        return teks[:di] + teks[di:].translate(_SAMAR) if "{}" not in teks else teks

    for t in n.tabel():
        for _, _, s in t.letak():
            s.teks = samar(s.teks)
    for p in n.paragraf():
        p.isi = [samar(x) if isinstance(x, str) and p.wujud == "judul" else x for x in p.isi]


def _lacak(n: Naskah, b: Bahan) -> None:
    """Leave tracked changes: what was there before stands beside what stands there now."""
    for a in n.tabel():
        for _, _, s in a.letak():
            if s.angka and b.acak.random() < 0.08 and isinstance(s.angka.nilai, tuple) is False:
                s.hapus = s.angka.tulis(s.angka.nilai + 7)  # type: ignore[operator]
            elif not s.kepala and len(s.teks) > 12 and b.acak.random() < 0.05:
                s.hapus = "Usulan lama tahun 2019"
    for p in n.paragraf():
        for i, bagian in enumerate(p.isi):
            if isinstance(bagian, Angka) and b.acak.random() < 0.25 and not isinstance(bagian.nilai, tuple):
                p.hapus[i] = bagian.tulis(bagian.nilai + 3)  # type: ignore[operator]
