"""The tables behind the report: staff, outputs, the agency's own tables, last year's recommendations, open data."""

from __future__ import annotations

from markupsafe import Markup

from lkip_lib.display import Baris, Kolom, Tabel
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.tables.results import tabel

_JENIS = {"masukan": "Masukan", "keluaran": "Keluaran", "hasil": "Hasil"}
_STATUS = {"selesai": "Selesai", "proses": "Dalam proses", "belum": "Belum ditindaklanjuti"}
# The data files of a report: title, and what each holds.
JUDUL_DATA = {
    "indikator": ("Capaian indikator", "Target, realisasi, capaian, dan predikat setiap indikator kinerja."),
    "per_dokumen": ("Capaian menurut dokumen target", "Capaian setiap indikator terhadap target setiap dokumen."),
    "ringkasan": ("Rata-rata capaian", "Rata-rata capaian dan predikatnya menurut setiap dokumen target."),
    "kemungkinan": ("Bacaan lain", "Capaian menurut bacaan lain dari yang dinyatakan lebih dari satu cara."),
    "jangkauan": ("Jangkauan hasil", "Hasil terendah dan tertinggi di antara semua bacaan, menurut setiap dokumen."),
    "sasaran": ("Capaian sasaran", "Rata-rata capaian indikator dan serapan program pendukung setiap sasaran."),
    "triwulan": (
        "Indikator setiap triwulan",
        "Target, realisasi, capaian, dan perkiraan indikator sampai setiap triwulan.",
    ),
    "riwayat": ("Riwayat indikator", "Target, realisasi, dan capaian dari tahun ke tahun, beserta pembandingnya."),
    "perbandingan": ("Perbandingan", "Realisasi terhadap tahun lalu, akhir Renstra, dan lingkup lain."),
    "anggaran": ("Anggaran", "Pagu, realisasi, serapan, dan sisa setiap program, kegiatan, dan sub kegiatan."),
    "kas": ("Anggaran setiap triwulan", "Rencana, realisasi, serapan, dan deviasi anggaran sampai setiap triwulan."),
    "pendukung": ("Program pendukung", "Program yang mendukung setiap sasaran, dan bagiannya yang dihitung."),
    "efisiensi": ("Efisiensi", "Capaian setiap sasaran terhadap serapan anggarannya."),
    "belanja": ("Belanja menurut jenis", "Pagu, realisasi, dan bagian setiap jenis belanja."),
    "keluaran": ("Masukan, keluaran, dan hasil", "Target, realisasi, dan capaian masukan, keluaran, dan hasil."),
    "pegawai": ("Pegawai", "Banyak pegawai menurut golongan, jabatan, dan pendidikan."),
    "dukungan": ("Data dukung", "Angka tabel tambahan instansi dari tahun ke tahun."),
    "bacaan": ("Sel yang perlu dibaca khusus", "Sel masukan yang dibaca dengan keputusan, atau tidak terbaca."),
    "koreksi": ("Koreksi", "Angka tercetak yang diperbaiki, dengan sebab dan bukti."),
    "pemeriksaan": ("Catatan pemeriksaan", "Angka dan kalimat yang bertentangan, dengan penjelasan dan saran."),
    "replikasi": ("Hitung ulang", "Hitungan tercetak melawan hitung ulang."),
    "rumus": ("Rumus", "Ungkapan setiap rumus yang dipakai, untuk menghitung ulang setiap angka."),
    "narasi": ("Naskah", "Paragraf laporan sebagai teks biasa."),
    "asal_kolom": ("Tempat kolom masukan", "Berkas, lembar, dan kolom tempat setiap kolom masukan dibaca."),
    "buku_kerja": ("Kabar buku kerja", "Yang dilewati atau tersembunyi ketika lkip.xlsx dibaca, dan sebabnya."),
}
# What a reader outside may want to compute with; the checks and the work of the run are left out.
DATA_TERBUKA = (
    "indikator", "sasaran", "riwayat", "perbandingan", "anggaran", "belanja", "efisiensi", "keluaran",
)  # fmt: skip


@tabel
def pegawai(isi: Isi, kelompok: str) -> Tabel:
    """Table the staff of one group, with its total."""
    milik = [b for b in isi.baris("ketik/sdm") if b["kelompok"] == kelompok]
    kolom = [k for k in ("asn_orang", "non_asn_orang") if any(b[k] == b[k] for b in milik)]
    golongan = any(b["golongan"] for b in milik)

    def sel(b: dict[str, object]) -> list[object]:
        angka = [isi.penyaji.angka(str(b[f"{k}_id"]), desimal=0) if b[k] == b[k] else "–" for k in kolom]
        return [b["uraian"], *([b["golongan"] or "–"] if golongan else []), *angka]

    jumlah = [isi.penyaji.sel("pegawai", kelompok, k, desimal=0) for k in kolom]
    baris = [*(Baris(sel(b)) for b in milik), Baris(["Jumlah", *([""] if golongan else []), *jumlah], kelas="jumlah")]
    judul = {"asn_orang": "ASN (orang)", "non_asn_orang": "Non-ASN (orang)"}
    tahun = next((b["tahun"] for b in milik if b["tahun"]), isi.tahun)
    return Tabel(
        f"Pegawai menurut {kelompok.replace('_', ' ')} tahun {tahun}",
        [
            Kolom("Pangkat" if golongan else kelompok.replace("_", " ").capitalize(), lebar=46),
            *([Kolom("Golongan", lebar=14)] if golongan else []),
            *(Kolom(judul[k], angka=True, lebar=20) for k in kolom),
        ],
        baris if milik else [],
    )


@tabel
def keluaran(isi: Isi, sasaran: str) -> Tabel:
    """Table the inputs, outputs and outcomes behind one sasaran."""
    ketik = {b["kode"]: b for b in isi.baris("ketik/keluaran")}
    baris = []
    for b in isi.baris("keluaran"):
        if b["sasaran"] == sasaran:
            k = ketik[b["kode"]]
            angka = [_tercetak(isi, k, kolom) for kolom in ("target", "realisasi")]
            capaian = isi.penyaji.sel("keluaran", b["kode"], "capaian_persen", ringkas=True)
            baris.append(Baris([_JENIS[b["jenis"]], b["uraian"], b["anggaran"] or "–", *angka, capaian]))
    kolom = [Kolom("Ukuran", lebar=10), Kolom("Uraian", lebar=42), Kolom("Kode anggaran", lebar=10)]
    kolom += [Kolom(k, angka=True, lebar=n) for k, n in (("Target", 14), ("Realisasi", 14), ("Capaian", 10))]
    judul = f"Masukan, keluaran, dan hasil pendukung: {isi.nama_sasaran.get(sasaran, sasaran)}"
    return Tabel(judul, kolom, baris, padat=True, kepala=1)


def _tercetak(isi: Isi, b: dict[str, object], kolom: str) -> object:
    """Show a stated figure with the unit that stands in its own cell."""
    angka = isi.penyaji.angka(str(b[f"{kolom}_id"]), ringkas=True)
    satuan = str(b["satuan"]) or "".join(c for c in str(b[f"{kolom}_tercetak"]) if c.isalpha() or c in " /").strip()
    persen = satuan.casefold() in ("persen", "rupiah", "rp") or "%" in str(angka)
    return angka if persen or not angka.ada else Markup("{} {}").format(angka, satuan)


@tabel
def data_dukung(isi: Isi, nama: str) -> Tabel:
    """Table one of the agency's own tables, as declared."""
    d = isi.instansi.data_dukung[nama]
    baris = [
        Baris(
            [
                isi.penyaji.angka(str(b[f"{k}_id"]), desimal=2, ringkas=True) if v.satuan else b[k] or "–"
                for k, v in d.kolom.items()
            ]
        )
        for b in isi.baris(f"ketik/data_dukung/{nama}")
    ]
    kolom = [Kolom(f"{v.judul} ({v.satuan})" if v.satuan else v.judul, angka=bool(v.satuan)) for v in d.kolom.values()]
    return Tabel(d.judul, kolom, baris)


@tabel
def rekomendasi(isi: Isi) -> Tabel:
    """Table the recommendations of last year's evaluation and what became of them."""
    baris = [
        Baris([b["rekomendasi"], b["tindak_lanjut"] or "–", _STATUS[b["status"]], b["bukti"] or "–"])
        for b in isi.baris("ketik/rekomendasi")
    ]
    kolom = [Kolom("Rekomendasi", lebar=34), Kolom("Tindak lanjut", lebar=34)]
    kolom += [Kolom("Keadaan", lebar=14), Kolom("Bukti", lebar=18)]
    return Tabel("Tindak lanjut rekomendasi evaluasi", kolom, baris)


@tabel
def data_terbuka(isi: Isi) -> Tabel:
    """Table the files of figures that come with the report."""
    baris = [Baris([f"data/{n}.csv", JUDUL_DATA[n][1].removesuffix(".")]) for n in DATA_TERBUKA if isi.ada(n)]
    return Tabel("Berkas data", [Kolom("Berkas", lebar=30), Kolom("Isi", lebar=70)], baris)
