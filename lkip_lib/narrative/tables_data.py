"""The tables behind the report: staff, outputs, the agency's own tables, last year's recommendations, open data."""

from __future__ import annotations

from markupsafe import Markup

from lkip_lib.display import Baris, Kolom, Tabel
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.tables import tabel

_JENIS = {"masukan": "Masukan", "keluaran": "Keluaran", "hasil": "Hasil"}
_STATUS = {"selesai": "Selesai", "proses": "Dalam proses", "belum": "Belum ditindaklanjuti"}
# What a reader outside may want to compute with; the checks and the work of the run are left out.
DATA_TERBUKA = {
    "indikator": "Target, realisasi, capaian, dan predikat setiap indikator",
    "sasaran": "Capaian, predikat, dan serapan setiap sasaran",
    "riwayat": "Realisasi dan capaian tahun-tahun lalu",
    "perbandingan": "Realisasi dibandingkan tahun lalu, akhir Renstra, dan pembanding",
    "anggaran": "Pagu, realisasi, dan serapan setiap program, kegiatan, dan sub kegiatan",
    "belanja": "Realisasi menurut jenis belanja",
    "efisiensi": "Capaian, serapan, dan tingkat efisiensi setiap sasaran",
    "keluaran": "Masukan, keluaran, dan hasil pendukung sasaran",
}


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
    return Tabel(
        f"Pegawai menurut {kelompok.replace('_', ' ')} tahun {isi.tahun}",
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
    baris = [Baris([f"data/{n}.csv", guna]) for n, guna in DATA_TERBUKA.items() if isi.ada(n)]
    return Tabel("Berkas data", [Kolom("Berkas", lebar=30), Kolom("Isi", lebar=70)], baris)
