"""The sheets that explain: the summary, the policies with their scales and rules, and the dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lkip_lib.formulas.katalog import Rumus
from lkip_lib.narrative.isi import DOKUMEN
from lkip_lib.narrative.words import tanggal
from lkip_lib.params import Params
from lkip_lib.policies import Skala
from lkip_lib.publish import workbook_formulas as f
from lkip_lib.publish.workbook_history import nama_skala
from lkip_lib.publish.workbook_layout import Susunan
from lkip_lib.publish.workbook_sheet import HAMPA, HITUNG, JUDUL, Kolom, Lembar, Letak, Sel, hitung, masukan, tetap

_TANPA_BATAS = -1e99
_BENTUK_MULAI = '[<-1E+90]"tanpa batas";#,##0.00'

KOLOM_RINGKASAN = (
    Kolom("hal", "Hal", lebar=38, arti="Apa yang disebut"),
    Kolom("nilai", "Nilai", lebar=30, arti="Nilainya"),
    Kolom("satuan", "Satuan", lebar=12, arti="Satuan nilai itu"),
    Kolom("keterangan", "Keterangan", lebar=70, arti="Dari mana nilai itu"),
)
# The row of the year on the first sheet; formulas call it Tahun_Laporan.
_TAHUN = 1


def ringkasan(s: Susunan) -> Lembar:
    """Tell the year on one sheet, every figure taken from the sheet that computes it."""
    r, indikator = s.isi.ringkas, s.letak["Indikator"]
    dokumen = s.isi.acuan
    n = indikator.banyak
    rata = [indikator.luar(k, n) for k in ("capaian_persen", "predikat", "capaian_mentah_persen")]
    tercapai = sum(b["tercapai"] == "ya" for b in s.baris("indikator"))
    hari = s.params.tanggal_laporan
    skala = s.bahan.kebijakan.skala_capaian
    cara = "sasaran" if s.params.rata_rata == "sasaran" else "indikator"
    isi: list[tuple[str, Sel, str, str]] = [
        ("Instansi", Sel(s.isi.instansi.nama), "", s.isi.instansi.pemerintah),
        ("Tahun laporan", tetap(s.bahan.tahun, "0"), "", ""),
        ("Edisi", Sel(s.edisi), "", ""),
        ("Tanggal laporan", Sel(tanggal(hari) if hari else ""), "", ""),
        ("Dokumen target", Sel(dokumen), "", "Dokumen yang targetnya dipakai mengukur"),
    ]
    if n:
        isi += [
            ("Rata-rata capaian", hitung(f.salin(rata[0]), r["rata_rata_persen"], "persen"), "persen",
             f"Rata-rata menurut {cara}, sesudah dibatasi"),
            ("Predikat", hitung(rata[1], r["predikat"]), "", f"{skala.judul}, {skala.sumber}"),
            ("Rata-rata capaian mentah", hitung(f.salin(rata[2]), r["rata_rata_mentah_persen"], "persen"), "persen",
             "Sebelum dibatasi"),
            ("Banyak indikator", hitung("ROWS(Indikator_Capaian)", r["n_indikator"], "bulat"), "indikator", ""),
            ("Terhitung", hitung("COUNT(Indikator_Capaian)", r["n_terhitung"], "bulat"), "indikator", ""),
            ("Tercapai", hitung('SUMPRODUCT(--(Indikator_Tercapai="ya"))', tercapai, "bulat"), "indikator",
             "Capaian mentah sekurangnya Ambang_Tercapai"),
        ]  # fmt: skip
    akar = s.isi.akar
    if akar:
        i = s.tempat("Anggaran", kode=akar["kode"])
        assert i is not None  # the root is one of its rows
        for hal, kunci, bentuk, satuan in (
            ("Pagu", "pagu_rp", "rupiah", "rupiah"),
            ("Realisasi anggaran", "realisasi_rp", "rupiah", "rupiah"),
            ("Serapan anggaran", "serapan_persen", "persen", "persen"),
        ):
            sel = hitung(f.salin(s.letak["Anggaran"].luar(kunci, i)), akar[kunci], bentuk)
            isi.append((hal, sel, satuan, f"Menurut {DOKUMEN.get(s.dokumen_anggaran, s.dokumen_anggaran)}"))
    baris = [[Sel(h), nilai, Sel(u), Sel(k)] for h, nilai, u, k in isi]
    baris += [
        [Sel(peran=HAMPA)] * 4,
        [masukan("Sel kuning"), Sel("masukan"), Sel(), Sel("Boleh diubah; semua yang bersandar padanya ikut berubah.")],
        [Sel("Sel abu-abu", HITUNG), Sel("rumus"), Sel(), Sel("Sama dengan laporan selama masukannya belum diubah.")],
    ]
    judul = f"Laporan kinerja {s.isi.instansi.nama} {s.isi.masa}"
    return Lembar("Ringkasan", judul, KOLOM_RINGKASAN, baris, saring=False)


KOLOM_KEBIJAKAN = (
    Kolom("hal", "Hal", lebar=30, arti="Pilihan, kelas skala, atau nama rumus"),
    Kolom("nilai", "Nilai", bentuk="#,##0.00", lebar=16, arti="Nilai pilihan; pada skala, mulai dari mana kelas itu"),
    Kolom("bawah", "Batas bawah", bentuk="#,##0.00", lebar=14, arti="Batas bawah kelas seperti tercetak"),
    Kolom("atas", "Batas atas", bentuk="#,##0.00", lebar=14, arti="Batas atas kelas seperti tercetak"),
    Kolom("arti", "Arti", lebar=70, arti="Arti pilihan, kelas, atau rumus"),
    Kolom("sumber", "Sumber", lebar=40, arti="Dari mana ketentuan itu"),
)
_NAMA = {"Batas bawah": "Batas_Bawah", "Batas atas": "Batas_Atas", "Ambang tercapai": "Ambang_Tercapai"}


@dataclass(frozen=True, slots=True)
class Kebijakan:
    """Hold the sheet of policies and the names of its cells."""

    lembar: Lembar
    nama: Mapping[str, str]


def kebijakan(s: Susunan) -> Kebijakan:
    """List bounds, threshold, scales and rules; formulas call them by name."""
    letak = Letak("Kebijakan", KOLOM_KEBIJAKAN, 0)
    nama = {"Tahun_Laporan": f"=Ringkasan!$B${5 + _TAHUN}"}
    baris: list[list[Sel]] = []
    for judul, sel, arti, sumber in _pilihan(s):
        if judul in _NAMA:
            nama[_NAMA[judul]] = "=" + letak.luar("nilai", len(baris))
        baris.append([Sel(judul), sel, Sel(), Sel(), Sel(arti), Sel(sumber)])
    for awalan, skala in _skala(s).items():
        baris += _jeda(f"Skala: {skala.judul}", "Mulai")
        perlakuan = "; ".join(skala.perlakuan(s.params.pembacaan_celah))
        baris.append([Sel("Pembacaan"), Sel(), Sel(), Sel(), Sel(perlakuan), Sel(skala.nama)])
        n = len(skala.kelas)
        for kunci, akhir in (("nilai", "Mulai"), ("hal", "Kelas")):
            awal, ujung = letak.luar(kunci, len(baris)), letak.luar(kunci, len(baris) + n - 1)
            nama[f"{awalan}_{akhir}"] = f"={awal}:{ujung.split('!')[1]}"
        baris += _baris_skala(s, skala, letak, len(baris))
    baris += _jeda("Rumus yang dipakai", "")
    for r in _rumus_dipakai(s):
        baris.append([Sel(r.nama), Sel(), Sel(), Sel(), Sel(f"{r.kalimat}\nExcel: {r.excel}"), Sel(r.sumber)])
    catatan = "Batas, ambang, dan skala di sini dipakai semua rumus; mengubahnya mengubah semua lembar."
    lembar = Lembar("Kebijakan", "Kebijakan pengukuran", KOLOM_KEBIJAKAN, baris, (), catatan, saring=False)
    return Kebijakan(lembar, nama)


def _pilihan(s: Susunan) -> Iterable[tuple[str, Sel, str, str]]:
    """Yield each choice: what it is about, its value, what it means, and where it comes from."""
    k, p = s.bahan.kebijakan, s.params
    asal = s.bahan.tempat.params.relative_to(s.bahan.tempat.akar).as_posix()

    def tertulis(kunci: str) -> str:
        return f"dipilih dalam {asal}" if kunci in p.model_fields_set else "bawaan"

    for ujung, nilai in (("bawah", k.batas.bawah), ("atas", k.batas.atas)):
        yield f"Batas {ujung}", masukan(nilai), f"Capaian {k.batas.sebutan} (persen)", tertulis("batas")
    for kunci, judul in (("ambang_tercapai", "Ambang tercapai"), ("dokumen_target", "Dokumen target")):
        nilai = getattr(p, kunci)
        sel = masukan(nilai) if kunci == "ambang_tercapai" else Sel(nilai, bentuk="teks")
        yield judul, sel, Params.model_fields[kunci].description or "", tertulis(kunci)
    for kunci, entri in (
        ("rumus_naik", k.rumus_naik),
        ("rumus_turun", k.rumus_turun),
        ("pembulatan", k.pembulatan),
        ("efisiensi", k.efisiensi),
    ):
        judul = kunci.replace("_", " ").capitalize()
        yield judul, Sel(entri.nama, bentuk="teks"), entri.sebutan, f"{entri.sumber}; {tertulis(kunci)}"
    for kunci, judul in (("rata_rata", "Cara merata-ratakan"), ("pembacaan_celah", "Pembacaan celah skala")):
        yield (
            judul,
            Sel(getattr(p, kunci), bentuk="teks"),
            Params.model_fields[kunci].description or "",
            tertulis(kunci),
        )


def _skala(s: Susunan) -> dict[str, Skala]:
    """Map the name each scale has in formulas to the scale."""
    hasil = {"Skala": s.bahan.kebijakan.skala_capaian}
    for kode, skala in s.params.skala_nilai.items():
        hasil[nama_skala(s, skala)] = s.bahan.kebijakan.skala_nilai[kode]
    return hasil


def _baris_skala(s: Susunan, skala: Skala, letak: Letak, awal: int) -> list[list[Sel]]:
    """List the classes lowest first, as a lookup needs them, with where each begins."""
    di_atas = skala.pembacaan(s.params.pembacaan_celah) == "ambang_atas"
    hasil = []
    urut = skala.menurun[::-1]
    for i, k in enumerate(urut):
        if i == 0:
            mulai = tetap(_TANPA_BATAS, _BENTUK_MULAI)
        elif di_atas:
            mulai = hitung(letak["atas", awal + i - 1], urut[i - 1].atas)
        else:
            mulai = hitung(letak["bawah", awal + i], k.bawah)
        hasil.append([Sel(k.nama), mulai, masukan(k.bawah), masukan(k.atas), Sel(k.arti), Sel(skala.sumber)])
    return hasil


def _jeda(judul: str, kepala_nilai: str) -> list[list[Sel]]:
    """Leave a row free and begin a part of the sheet."""
    teks = [judul, kepala_nilai, *(("Batas bawah", "Batas atas") if kepala_nilai else ("", "")), "Arti", "Sumber"]
    return [[Sel(peran=HAMPA)] * 6, [Sel(t, JUDUL, bentuk="teks") for t in teks]]


def _rumus_dipakai(s: Susunan) -> Iterable[Rumus]:
    dipakai = {str(n) for n in s.bahan.ledger.frame["rumus"]} - {"dinyatakan", "koreksi"}
    return (r for n, r in s.bahan.katalog.items() if n in dipakai)


KOLOM_KAMUS = (
    Kolom("lembar", "Lembar", lebar=22, arti="Nama lembar"),
    Kolom("kolom", "Kolom", lebar=30, arti="Judul kolom"),
    Kolom("satuan", "Satuan", lebar=18, arti="Satuan angkanya"),
    Kolom("arti", "Arti", lebar=90, arti="Arti kolom itu"),
)


def kamus(semua: Iterable[Lembar]) -> Lembar:
    """Explain every column of every sheet."""
    lembar = [*semua, Lembar("Kamus", "", KOLOM_KAMUS)]
    baris = [[Sel(m.nama), Sel(k.judul), Sel(k.satuan), Sel(k.arti)] for m in lembar for k in m.kolom]
    return Lembar("Kamus", "Kamus kolom", KOLOM_KAMUS, baris, beku=2)
