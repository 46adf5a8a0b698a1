"""The tables of money and means: budget trees, belanja, outputs, RKT, efficiency, staff, and those that are none."""

from __future__ import annotations

from fractions import Fraction

from benchmarks.draf.bahan import BELANJA, TAHUN, Bahan
from benchmarks.draf.model import Angka, Sel, Tabel, sel_angka
from benchmarks.draf.rangka import Kepala, kepala
from benchmarks.pemeriksaan.anggaran import Simpul

_ROMAWI = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def kode_rekening(s: Simpul) -> str:
    """Write a node's code as the budget system does."""
    if s.induk is None:
        return ""
    nomor = s.induk.anak.index(s) + 1
    if s.dalam == 1:
        return f"2.07.{nomor:02d}"
    return f"{kode_rekening(s.induk)}.2.{nomor:02d}" if s.dalam == 2 else f"{kode_rekening(s.induk)}.{nomor:04d}"


def _muka(b: Bahan, s: Simpul) -> list[Sel]:
    """Write what stands before the figures of a node."""
    tebal, nomor = s.dalam < 3, s.induk.anak.index(s) + 1 if s.induk else 0
    match b.tata.pohon:
        case "kode":
            return [Sel(kode_rekening(s)), Sel(s.nama, tebal=tebal)]
        case "tiga":
            return [Sel(s.nama if s.dalam == d else "") for d in (1, 2, 3)]
        case "inden":
            return [Sel(s.nama, inden=s.dalam - 1, tebal=tebal)]
        case "marka":
            tanda = ("", "Program:", "Kegiatan:", "Sub Kegiatan:")[s.dalam]
            return [Sel(s.kode[0] if s.dalam == 1 else ""), Sel(f"{tanda}\n{s.nama}", tebal=tebal)]
    tanda = (s.kode, str(nomor), chr(96 + nomor)) if b.berhuruf_kecil else (s.kode, _ROMAWI[nomor], str(nomor))
    return [Sel(("", *tanda)[s.dalam]), Sel(s.nama, tebal=tebal)]


def _pecah(b: Bahan, baris: list[Sel], depan: int) -> list[list[Sel]]:
    """Let a name of many words run on in a row of its own, where the layout does so."""
    nama = baris[depan - 1]
    kata = nama.teks.split(" ")
    if not b.tata.nama_pecah or len(kata) < 4:
        return [baris]
    nama.teks = " ".join(kata[:3])
    sisa = [Sel() for _ in baris]
    sisa[depan - 1] = Sel(" ".join(kata[3:]), tebal=nama.tebal)
    return [baris, sisa]


def _depan(b: Bahan) -> list[Kepala]:
    match b.tata.pohon:
        case "kode":
            return [Kepala("Kode Rekening"), Kepala("Program/Kegiatan/Sub Kegiatan")]
        case "tiga":
            return [Kepala("Program"), Kepala("Kegiatan"), Kepala("Sub Kegiatan")]
        case "inden":
            return [Kepala("Program/Kegiatan/Sub Kegiatan")]
    return [Kepala("No"), Kepala("Uraian" if b.tata.pohon == "marka" else "Program / Kegiatan / Sub Kegiatan")]


def pohon(b: Bahan, lengkap: bool = True) -> Tabel:
    """Write the budget tree: pagu, realisasi and percentage, or the pagu alone."""
    j = "anggaran"
    uang = [Kepala(b.acak.choice(("Pagu", "Anggaran", "Pagu Anggaran")) + b.acak.choice(("", " (Rp)")), "Anggaran")]
    if lengkap:
        uang += [Kepala("Realisasi", "Anggaran"), Kepala(b.acak.choice(("%", "Persentase", "Serapan (%)")), "Anggaran")]
    bersisa = lengkap and b.acak.random() < 0.25
    if bersisa:
        uang.append(Kepala("Sisa Anggaran", "Anggaran"))
    if not lengkap:
        uang.append(Kepala("Keterangan"))

    def angka(s: Simpul, **lain: bool) -> list[Sel]:
        if not lengkap:
            return [sel_angka(b.pagu(j, s), **lain), Sel("APBD")]
        isi: list[Angka] = [b.pagu(j, s), b.belanja(j, s), b.serapan(j, s)]
        if bersisa:
            isi.append(b.uang(j, "sisa", s.nama, s.kode, s.pagu - s.realisasi))
        return [sel_angka(a, **lain) for a in isi]

    depan = _depan(b)
    atas = kepala([*depan, *uang], b.tata, b.acak)
    isi = [x for s in b.akar.semua()[1:] for x in _pecah(b, [*_muka(b, s), *angka(s)], len(depan))]
    jumlah = [Sel(b.acak.choice(("JUMLAH", "Jumlah", "TOTAL")), lebar=len(depan), tebal=True),
              *angka(b.akar, tebal=True, medan=b.tata.medan)]  # fmt: skip
    judul = f"Anggaran{' dan Realisasi' if lengkap else ''} Program, Kegiatan dan Sub Kegiatan Tahun {TAHUN}"
    return Tabel(j, judul, [*atas, *isi, jumlah], len(atas))


def bagi_belanja(b: Bahan) -> list[tuple[str, str, int, int]]:
    """Split the agency's money by type; the same every time."""
    bagian = (Fraction(2 + len(b.indikator) % 3, 10), Fraction(3, 10))
    hasil, sisa = [], [b.akar.pagu, b.akar.realisasi]
    for n, (kode, nama) in enumerate(BELANJA):
        dua = sisa if n == 2 else [int(b.akar.pagu * bagian[n]), int(b.akar.realisasi * bagian[n])]
        sisa = [x - y for x, y in zip(sisa, dua, strict=True)]
        hasil.append((kode, nama, dua[0], dua[1]))
    return hasil


def belanja(b: Bahan) -> Tabel:
    """Write the money by type of belanja."""
    j = "belanja"
    baris = kepala([Kepala("No"), Kepala("Jenis Belanja"), Kepala("Anggaran"), Kepala("Realisasi"), Kepala("%")],
                   b.tata, b.acak)  # fmt: skip
    n_kepala = len(baris)
    for n, (kode, nama, pagu, nyata) in enumerate(bagi_belanja(b), 1):
        isi = [b.uang(j, "pagu", nama, kode, pagu), b.uang(j, "realisasi_rp", nama, kode, nyata),
               b.persen(j, "serapan", nama, kode, Fraction(nyata * 100, pagu))]  # fmt: skip
        baris.append([Sel(str(n)), Sel(nama), *map(sel_angka, isi)])
    total = [b.pagu(j, b.akar), b.belanja(j, b.akar), b.serapan(j, b.akar)]
    baris.append([Sel("Jumlah", lebar=2, tebal=True), *map(sel_angka, total)])
    return Tabel(j, f"Realisasi Anggaran Menurut Jenis Belanja Tahun {TAHUN}", baris, n_kepala)


def keluaran(b: Bahan) -> Tabel:
    """Write the outputs of the lowest lines."""
    j = "keluaran"
    susun = [Kepala("No"), Kepala("Sub Kegiatan"), Kepala("Indikator Keluaran (Output)"), Kepala("Satuan"),
             Kepala("Target"), Kepala("Realisasi"), Kepala("% Capaian")]  # fmt: skip
    baris = kepala(susun, b.tata, b.acak)
    n_kepala = len(baris)
    for n, s in enumerate(b.daun(), 1):
        uraian, satuan, t, r = b.uraian[s.kode]
        isi = [b.cacah(j, "target", uraian, s.kode, t), b.cacah(j, "realisasi", uraian, s.kode, r),
               b.persen(j, "capaian", uraian, s.kode, Fraction(r * 100, t))]  # fmt: skip
        baris.append([Sel(str(n)), Sel(s.nama), Sel(uraian), Sel(satuan), *map(sel_angka, isi)])
    return Tabel(j, f"Capaian Keluaran Kegiatan Tahun {TAHUN}", baris, n_kepala)


def rkt(b: Bahan) -> Tabel:
    """Write the plan: of each lowest line its money and its output."""
    j = "rkt"
    susun = ("Kegiatan", "Indikator Kinerja", "Uraian", "Satuan", "Target")
    baris = kepala([Kepala(x) for x in susun], b.tata, b.acak)
    n_kepala = len(baris)
    for s in b.daun():
        uraian, satuan, t, _ = b.uraian[s.kode]
        dana = Sel("{}", b.pagu(j, s))
        baris.append([Sel(s.nama, tinggi=2), Sel("Input"), Sel("Dana"), Sel("Rupiah"), dana])
        baris.append([Sel("Output"), Sel(uraian), Sel(satuan), sel_angka(b.cacah(j, "target", uraian, s.kode, t))])
    return Tabel(j, f"Rencana Kinerja Tahunan Tahun {TAHUN}", baris, n_kepala)


def efisiensi(b: Bahan) -> Tabel | None:
    """Set the capaian of each sasaran beside what its programs spent."""
    j = "efisiensi"
    susun = [Kepala("No"), Kepala("Sasaran"), Kepala("% Capaian Kinerja"), Kepala("% Penyerapan Anggaran"),
             Kepala("Tingkat Efisiensi")]  # fmt: skip
    baris = kepala(susun, b.tata, b.acak)
    n_kepala = len(baris)
    for n, (kode, nama) in enumerate(b.sasaran.items(), 1):
        program = [s for s in b.akar.anak if s.sasaran == kode]
        if not program:
            continue
        c = b.persen(j, "rata_rata", nama, kode, b.rata(kode))
        s = b.persen(j, "serapan", nama, kode,
                     Fraction(sum(p.realisasi for p in program) * 100, sum(p.pagu for p in program)))  # fmt: skip
        assert isinstance(c.nilai, Fraction)
        assert isinstance(s.nilai, Fraction)
        beda = b.persen(j, "efisiensi", nama, kode, c.nilai - s.nilai)
        baris.append([Sel(str(n)), Sel(nama), *map(sel_angka, (c, s, beda))])
    return Tabel(j, "Analisis Efisiensi Penggunaan Sumber Daya", baris, n_kepala) if len(baris) > n_kepala else None


def pegawai(b: Bahan, jenis: str) -> Tabel:
    """Count the staff by one criterion."""
    j, kata = "sdm", {"jabatan": "Nama Jabatan", "pendidikan": "Pendidikan"}[jenis]
    baris = kepala([Kepala("No"), Kepala(kata), Kepala("ASN"), Kepala("Non ASN"), Kepala("Jumlah")], b.tata, b.acak)
    n_kepala = len(baris)

    def isi(nama: str, kode: str, asn: int, non: int) -> list[Sel]:
        nilai = (("asn", asn), ("non_asn", non), ("jumlah", asn + non))
        return [sel_angka(b.cacah(j, p, nama, kode, n)) for p, n in nilai]

    for n, (nama, asn, non) in enumerate(b.sdm[jenis], 1):
        baris.append([Sel(str(n)), Sel(nama), *isi(nama, f"{jenis}.{n}", asn, non)])
    total = [sum(x[i] for x in b.sdm[jenis]) for i in (1, 2)]
    baris.append([Sel("Jumlah", lebar=2, tebal=True), *isi("Jumlah", jenis, *total)])
    return Tabel(j, f"Jumlah Pegawai Menurut {kata}", baris, n_kepala)


def tanda_tangan(b: Bahan) -> Tabel:
    """Write a signature block, as a table without rules."""
    baris = [
        [Sel(), Sel(f"{b.nama.rsplit(' ', 1)[-1]}, 16 Februari {TAHUN + 1}")],
        [Sel(), Sel(f"Kepala {b.nama}")],
        [Sel(), Sel("\n\nPejabat Rekaan\nNIP. 00000000 000000 0 000")],
    ]
    return Tabel("lain", "", baris, 0, letak_judul="tanpa", polos=True)


def skala() -> Tabel:
    """Write the scale by which a capaian is classed."""
    baris = [[Sel("No", kepala=True), Sel("Interval Nilai", kepala=True), Sel("Kategori", kepala=True)]]
    isi = (("91 ≤ 100", "Sangat Tinggi"), ("76 ≤ 90", "Tinggi"), ("66 ≤ 75", "Sedang"), ("51 ≤ 65", "Rendah"),
           ("≤ 50", "Sangat Rendah"))  # fmt: skip
    baris += [[Sel(str(n)), Sel(i), Sel(k)] for n, (i, k) in enumerate(isi, 1)]
    return Tabel("skala", "Skala Nilai Peringkat Kinerja", baris)


def riwayat() -> Tabel:
    """Write a table that looks like one with figures and is none: the buildings and their sizes."""
    baris = [[Sel(x, kepala=True) for x in ("No", "Sarana", "Luas (m2)", "Tahun")]]
    isi = (("Gedung utama", "1.250", "1998"), ("Gudang", "310", "2006"), ("Balai pertemuan", "480", "2015"))
    baris += [[Sel(str(n)), Sel(a), Sel(c), Sel(d)] for n, (a, c, d) in enumerate(isi, 1)]
    return Tabel("lain", "Sarana dan Prasarana", baris)
