"""The shapes in which reports print numbers, each with drawn values, formats, units and columns."""

from __future__ import annotations

import random
from decimal import Decimal

from benchmarks.angka.model import Kasus, bentuk, besar, cetak, pecahan

CACAH = ("orang", "Orang", "Dokumen", "Perkara", "Kasus", "siswa", "Unit", "Rekomendasi", "Pengunjung", "Desa", "UMKM")
PENDEK = {"orang": "Org", "Orang": "Org", "Dokumen": "Dok", "Rekomendasi": "Rekom"}
PENGALI = {"ribu": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "triliun": 12, "M": 9, "T": 12}
PERSEN = ("persen", "Persen", "%")
SKOR = ("Nilai", "Indeks", "nilai", "Skor")
BAWAH = ("≥{}", ">= {}", "⩾ {}", "minimal {}", "min. {}", "paling sedikit {}", "sekurang-kurangnya {}", "{} ke atas")
ATAS = (
    "≤{}",
    "<= {}",
    "maksimal {}",
    "maks. {}",
    "max {}",
    "paling banyak {}",
    "tidak lebih dari {}",
    "s.d. {}",
    "<{}",
)
ATAS += ("kurang dari {}", "di bawah {}", "lebih rendah dari {}")
RENTANG = ("{}-{}", "{} - {}", "{} – {}", "{} s.d. {}", "{} s/d {}", "{} sampai dengan {}", "antara {} dan {}")


@bentuk
def rupiah(acak: random.Random) -> Kasus:
    n = besar(acak)
    awal = acak.choice(("", "Rp", "Rp ", "Rp. ", "Rp.", "RP ", "IDR "))
    akhir = acak.choice(("", "", ",-", ",00", ".-" if n > 999 else "", ",--"))
    return Kasus("rupiah", f"{awal}{cetak(n)}{akhir}", "rupiah", nilai=float(n))


@bentuk
def rupiah_berhuruf_asing(acak: random.Random) -> Kasus:
    n = besar(acak)
    awal = acak.choice(("Νρ.", "Νρ. ", "πρ. ", "Rр ", "Rρ. "))
    return Kasus("rupiah berhuruf asing", f"{awal}{cetak(n)}", "rupiah", nilai=float(n))


@bentuk
def rupiah_berpengali(acak: random.Random) -> Kasus:
    desimal, kata = acak.randint(0, 2), acak.choice(list(PENGALI))
    n = Decimal(acak.randint(1, 999 * 10**desimal)).scaleb(-desimal)
    angka = cetak(n, desimal, koma=acak.choice(",,.") if desimal else ",")
    teks = f"{acak.choice(('', 'Rp', 'Rp. '))}{angka} {kata}"
    return Kasus("rupiah berpengali", teks, "rupiah", nilai=float(n.scaleb(PENGALI[kata])))


@bentuk
def cacah_di_kolomnya(acak: random.Random) -> Kasus:
    n = besar(acak, 7)
    teks = cetak(n, 0, acak.choice((".", ".", ",", "")))
    return Kasus("cacah di kolomnya", teks, acak.choice(CACAH), nilai=float(n))


@bentuk
def cacah_bersatuan(acak: random.Random) -> Kasus:
    n, satuan = besar(acak, 7), acak.choice(CACAH)
    cetakan = acak.choice((f" {satuan}", f" {PENDEK.get(satuan, satuan)}", f" {satuan.lower()}", f" {satuan}."))
    return Kasus("cacah bersatuan", cetak(n) + cetakan, acak.choice((satuan, satuan, "")), nilai=float(n))


@bentuk
def cacah_per_waktu(acak: random.Random) -> Kasus:
    n = besar(acak, 5)
    return Kasus("cacah per waktu", f"{cetak(n)}/org/bln", acak.choice(("Orang/Bulan", "")), nilai=float(n))


@bentuk
def persen_koma(acak: random.Random) -> Kasus:
    desimal = acak.choice((0, 1, 2, 2, 4))
    n = pecahan(acak, 200, desimal) * acak.choice((1, 1, 1, -1))
    akhir = acak.choice(("", "%", " %", " persen"))
    return Kasus("persen koma", cetak(n, desimal) + akhir, acak.choice(PERSEN), nilai=float(n))


@bentuk
def persen_titik(acak: random.Random) -> Kasus:
    desimal = acak.choice((1, 2, 2, 4))
    n = pecahan(acak, 200, desimal)
    teks = cetak(n, desimal, "", ".") + acak.choice(("", "%", " %"))
    return Kasus("persen titik", teks, acak.choice(PERSEN), nilai=float(n))


@bentuk
def skor_koma_dan_titik(acak: random.Random) -> Kasus:
    desimal = acak.choice((0, 1, 2, 3))
    n = pecahan(acak, 100, desimal)
    teks = cetak(n, desimal, koma=acak.choice(",."))
    return Kasus("skor koma dan titik", teks, acak.choice(SKOR), acak.choice(((0, 100), None)), float(n))


@bentuk
def tiga_desimal_tanpa_kisaran(acak: random.Random) -> Kasus:
    n = acak.choice((Decimal(acak.randint(1000, 99999)).scaleb(-3), Decimal(acak.randint(1, 999) * 1000)))
    desimal = 3 if n % 1 else 0
    teks = cetak(n, desimal, acak.choice(".,"), acak.choice(".,")) + acak.choice(("", " ton", "%"))
    satuan = {"%": "persen", "n": "ton"}.get(teks[-1], acak.choice(("ton", "km", "persen", "", "rasio")))
    return Kasus("tiga desimal tanpa kisaran", teks, satuan, nilai=float(n), ambigu=True)


@bentuk
def tiga_desimal_berkisaran(acak: random.Random) -> Kasus:
    n = Decimal(acak.randint(1000, 99999)).scaleb(-3)
    teks = cetak(n, 3, koma=acak.choice(".,"))
    return Kasus("tiga desimal berkisaran", teks, acak.choice(("persen", "ton", "rasio")), (0, 100), float(n))


@bentuk
def ukuran_dan_waktu(acak: random.Random) -> Kasus:
    desimal = acak.choice((0, 1, 2))
    n, satuan = (
        pecahan(acak, 900, desimal),
        acak.choice(("hari", "tahun", "ton", "ha", "km", "m2", "m³", "menit", "kali")),
    )
    return Kasus("ukuran dan waktu", f"{cetak(n, desimal)} {satuan}", satuan, nilai=float(n))


@bentuk
def permil_dan_per_seribu(acak: random.Random) -> Kasus:
    n = pecahan(acak, 400, 1)
    akhir, satuan = acak.choice(
        ((" ‰", "permil"), ("‰", "‰"), (" permil", "permil"), (" per 1.000", "per 1.000"), ("", "per 100.000 penduduk"))
    )
    return Kasus("permil dan per seribu", cetak(n, 1) + akhir, satuan, nilai=float(n))


@bentuk
def rasio(acak: random.Random) -> Kasus:
    n = pecahan(acak, 200, 1)
    desimal = 1 if n % 1 else 0
    pisah = acak.choice((":", " : ", ": ", " banding "))
    return Kasus("rasio", f"1{pisah}{cetak(n, desimal)}", acak.choice(("rasio", "Rasio", "")), nilai=float(n))


@bentuk
def rentang(acak: random.Random) -> Kasus:
    desimal = acak.choice((0, 0, 1, 2))
    a, b = sorted((pecahan(acak, 100, desimal), pecahan(acak, 100, desimal)))
    s = acak.choice(("", "%", " %"))
    teks = acak.choice(RENTANG).format(cetak(a, desimal) + acak.choice(("", s)), cetak(b, desimal) + s)
    return Kasus("rentang", teks, "persen", ujung=(float(a), float(b)))


@bentuk
def batas(acak: random.Random) -> Kasus:
    desimal, di_bawah = acak.choice((0, 0, 1, 2)), acak.random() < 0.5
    n = pecahan(acak, 100, desimal)
    teks = acak.choice(BAWAH if di_bawah else ATAS).format(cetak(n, desimal) + acak.choice(("", "%", " persen")))
    teks = acak.choice((teks, teks, teks.capitalize()))
    return Kasus("batas", teks, "persen", ujung=(float(n), None) if di_bawah else (None, float(n)))


@bentuk
def dua_batas(acak: random.Random) -> Kasus:
    a, b = sorted(acak.sample(range(1, 100), 2))
    teks = acak.choice(
        (f"> {a}% dan < {b}%", f"≥{a} - ≤{b}", f"≥ {a} dan ≤ {b}", f"lebih dari {a} dan kurang dari {b}")
    )
    return Kasus("dua batas", teks, "persen", ujung=(a, b))


@bentuk
def persen_dengan_pembilang(acak: random.Random) -> Kasus:
    q = acak.randint(2, 20000)
    p = acak.randint(0, q)
    n = (Decimal(p) / q * 100).quantize(Decimal("0.01"))
    pq = acak.choice(("{}/{}", "{}/ {}", "{} / {}", "{} dari {}")).format(cetak(p), cetak(q))
    teks = acak.choice((f"{cetak(n, 2)} ({pq})", f"{cetak(n, 2)}% ({pq})", f"{pq} x 100% = {cetak(n, 2)}%"))
    return Kasus("persen dengan pembilang", teks, "persen", nilai=float(n), bagian=(p, q))


@bentuk
def berkata_dalam_kurung(acak: random.Random) -> Kasus:
    n = pecahan(acak, 150, 1)
    teks = acak.choice(
        ("({}%) Melebihi target", "{}% (sementara)", "{} % (Melebihi target)", "{} (BPS)", "{}*", "{} *)")
    )
    return Kasus("berkata dalam kurung", teks.format(cetak(n, 1)), "persen", nilai=float(n))


@bentuk
def dengan_terbilang(acak: random.Random) -> Kasus:
    kata = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
    n = acak.randint(1, 11)
    benar = acak.random() < 0.7
    sebut = kata[n - 1] if benar else kata[n % 11]
    teks = acak.choice(("{} ({})", "{} ({}) dokumen")).format(n, sebut)
    return Kasus("dengan terbilang", teks, "Dokumen", nilai=float(n), ambigu=not benar)


@bentuk
def berpredikat_atau_berperingkat(acak: random.Random) -> Kasus:
    n, k = pecahan(acak, 100, 2), acak.randint(1, 40)
    teks, satuan, nilai = acak.choice(
        (
            (f"{acak.choice(('AA', 'A', 'BB', 'B', 'CC'))} ({cetak(n, 2)})", "Nilai", float(n)),
            (f"{cetak(n, 2)} (BB)", "Nilai", float(n)),
            (f"Nilai {cetak(n, 2)}", "Nilai", float(n)),
            (f"Peringkat {k}", "Peringkat", float(k)),
            (f"Peringkat ke-{k}", "Peringkat", float(k)),
            (f"Level {k}", "Level", float(k)),
        )
    )
    return Kasus("berpredikat atau berperingkat", teks, satuan, nilai=nilai)


@bentuk
def negatif(acak: random.Random) -> Kasus:
    n = pecahan(acak, 90, 2) + Decimal("0.01")
    teks = acak.choice(("-{}", "−{}", "–{}", "({})", "-{}%")).format(cetak(n, 2))
    return Kasus("negatif", teks, "persen", nilai=-float(n))


@bentuk
def pemisah_asing(acak: random.Random) -> Kasus:
    n = acak.randint(10**6, 10**11)
    pisah = acak.choice((",", " ", "\u00a0", "\u2009"))
    return Kasus("pemisah asing", cetak(n, 0, pisah), acak.choice(("rupiah", "orang")), nilai=float(n))


@bentuk
def tidak_diisi(acak: random.Random) -> Kasus:
    kosong = ("", "-", "--", "–", "...", "belum ada", "Data belum tersedia", "belum dirilis", "Rp -", "n/a", "N/A", "_")
    return Kasus("tidak diisi", acak.choice(kosong), acak.choice(("persen", "rupiah", "orang", "Nilai")))
