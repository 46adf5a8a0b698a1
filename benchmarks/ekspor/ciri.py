"""How one file looks, drawn once for it, with its titles, its foot and the sheets beside the table."""

from __future__ import annotations

from benchmarks.ekspor.katalog import NAMA_PEJABAT, PEMDA
from benchmarks.ekspor.kebenaran import tolak
from benchmarks.ekspor.lembar import Lembar
from benchmarks.ekspor.uang import Uang, titik


def pilih_ciri(rng, jenis) -> dict:
    csvkah = isinstance(jenis, tuple)
    c: dict = {"jenis": jenis, "csv": csvkah}
    c["gaya_uang"] = rng.choice(
        ["polos", "polos_sen", "id", "id_sen", "rp_sen", "en_sen"]
        if csvkah
        else ["angka"] * 5 + ["id", "id_sen", "id_sen", "rp_sen", "rp_nbsp", "rp_rapat", "rp_strip", "en_sen"]
    )
    c["nol"] = rng.choice(["angka", "angka", "angka", "-", " - ", "kosong"])
    c["ribuan"] = rng.random() < 0.12
    c["sen"] = (
        not c["ribuan"]
        and c["gaya_uang"] in ("angka", "id_sen", "polos_sen", "en_sen", "rp_sen")
        and rng.random() < 0.15
    )
    c["baris_nomor"] = rng.choice([None, None, "teks", "kurung", "angka"])
    c["gabung_kepala"] = rng.random() < 0.8
    c["kepala_berulang"] = rng.random() < 0.12
    c["gaya_kepala"] = rng.choice(["biasa", "biasa", "besar", "baris", "spasi"])
    c["gabung_judul"] = rng.random() < 0.5
    c["jarak_judul"] = rng.random() < 0.8
    c["noda"] = rng.random() < 0.45
    c["noda"] = c["noda"] or jenis_cp1252(c)
    c["ulang_kepala"] = rng.choice([None, None, None, rng.randrange(9, 18)])
    c["baris_kosong"] = rng.random() < 0.35
    c["kaki"] = rng.random() < 0.6
    c["catatan"] = rng.random() < 0.35
    c["acak_kolom"] = rng.random() < 0.35
    c["kolom_bantu"] = rng.choice([None, None, None, None, "depan", "belakang"]) if not csvkah else None
    c["baris_sembunyi"] = not csvkah and rng.random() < 0.2
    c["lembar"] = (
        []
        if csvkah
        else rng.choice(
            [
                [],
                [],
                [],
                ["sampul"],
                ["kosong"],
                ["pivot"],
                ["sampul", "kosong"],
                ["sampul", "pivot", "kosong"],
                ["pivot_depan"],
                ["sembunyi"],
            ]
        )
    )
    c["gaya_tahun"] = rng.choice(
        [
            "TAHUN ANGGARAN {}",
            "Tahun Anggaran : {}",
            "TA {}",
            "Periode 1 Januari {0} s.d. 31 Desember {0}",
            "TAHUN {}",
            None,
        ]
    )
    c["gaya_persen"] = rng.choice(["angka", "teks", "teks%"])
    c["tahun"] = rng.choice([2022, 2023, 2024, 2025])
    return c


def jenis_cp1252(c) -> bool:
    return isinstance(c["jenis"], (tuple, list)) and c["jenis"][-1] == "cp1252"


def uang_dari(c) -> Uang:
    return Uang(c["gaya_uang"], c["nol"], c["ribuan"])


def judul_tahun(c, tahun=None) -> list[str]:
    return [c["gaya_tahun"].format(tahun or c["tahun"])] if c["gaya_tahun"] else []


def judul_daerah(rng, c, nama, unit, tahun=None, selalu_tahun=False) -> list[str]:
    if selalu_tahun and not c["gaya_tahun"]:
        c["gaya_tahun"] = "TAHUN ANGGARAN {}"
    c["_tahun_judul"] = tahun or c["tahun"]
    j = [c.setdefault("pemda", rng.choice(PEMDA)), nama]
    if rng.random() < 0.6:
        j.append(("Perangkat Daerah : " if rng.random() < 0.4 else "") + unit)
    j += judul_tahun(c, tahun)
    if c["ribuan"]:
        j.append(rng.choice(["(dalam ribuan rupiah)", "Dalam ribuan Rupiah", "(Rp 000)"]))
    if c["csv"] and (rng.random() < 0.5 or jenis_cp1252(c)):
        j[1] = j[1] + " – " + unit
    return j


def kaki(rng, c, unit, kolom_kanan=4) -> list:
    k: list = []
    if c["catatan"]:
        k += [
            rng.choice(
                [
                    "Catatan: realisasi menurut SP2D yang telah terbit.",
                    "*) termasuk belanja BLUD",
                    "Keterangan: kolom persen dibulatkan dua angka di belakang koma",
                    f"Dicetak oleh SIPD RI pada 12-01-{c['tahun'] + 1} 10:21:33",
                ]
            ),
            "",
        ]
    if c["kaki"]:
        p = rng.choice(NAMA_PEJABAT)
        k += [
            (kolom_kanan, f"Kota Contoh, {rng.randrange(2, 28)} Januari {c['tahun'] + 1}"),
            (kolom_kanan, f"KEPALA {unit.upper()}"),
            "",
            "",
            (kolom_kanan, p),
            (kolom_kanan, f"NIP. 19{rng.randrange(65, 85)}0512 199003 1 00{rng.randrange(1, 9)}"),
        ]
    return k


def rusakkan(rng, n) -> str:
    t = titik(int(n))
    pilihan = []
    if "0" in t[1:]:
        i = t.index("0", 1)
        pilihan.append(t[:i] + "O" + t[i + 1 :])
    if "1" in t[1:]:
        i = t.index("1", 1)
        pilihan.append(t[:i] + "l" + t[i + 1 :])
    pilihan.append("#REF!")
    return pilihan[0] if rng.random() < 0.8 else pilihan[-1]


def lembar_sampul(rng, c, unit) -> Lembar:
    L = Lembar("Sampul")
    for r, t in enumerate(
        [
            "",
            c.get("pemda", PEMDA[0]),
            unit,
            "",
            "LAPORAN",
            f"TAHUN {c.get('_tahun_judul', c['tahun'])}",
            "",
            "Disusun oleh Subbagian Perencanaan",
        ]
    ):
        L.tulis(r, 2, t)
    return L


def lembar_pivot(rng, c, isi, nama="Pivot") -> Lembar:
    """Make a short table of label, budget and result, which is not the one that is meant."""
    L = Lembar(nama)
    for i, t in enumerate(["Row Labels", "Sum of Anggaran", "Sum of Realisasi"]):
        L.tulis(2, i, t)
    for r, (a, b, d) in enumerate(isi):
        L.tulis(3 + r, 0, a)
        L.tulis(3 + r, 1, b)
        L.tulis(3 + r, 2, d)
    L.tulis(3 + len(isi), 0, "Grand Total")
    L.tulis(3 + len(isi), 1, sum(x[1] for x in isi))
    L.tulis(3 + len(isi), 2, sum(x[2] or 0 for x in isi))
    return L


def buku(rng, c, utama: Lembar, judul_saja: Lembar | None, pivot, unit) -> list[Lembar]:
    out = [utama]
    for x in c["lembar"]:
        if x == "sampul":
            out.insert(0, lembar_sampul(rng, c, unit))
        elif x == "kosong" and judul_saja:
            judul_saja.nama = rng.choice(["DES KOSONG", "Format", "Sheet2"])
            out.insert(rng.choice([0, len(out)]), judul_saja)
        elif x == "pivot":
            out.append(lembar_pivot(rng, c, pivot))
        elif x == "pivot_depan":
            out.insert(0, lembar_pivot(rng, c, pivot, "Sheet1"))
        elif x == "sembunyi":
            L = Lembar("ref")
            for r, (a, b, _) in enumerate(pivot):
                L.tulis(r, 0, a)
                L.tulis(r, 1, b)
            L.tampak = False
            out.append(L)
    return out


def bukan_tabel(rng, c, unit):
    """Make a sheet that any office has, but no table that is known."""
    L = Lembar("Sheet1")
    jenis = rng.choice(["pegawai", "sp2d", "hadir", "aset"])
    kepala = {
        "pegawai": ["No", "Nama", "NIP", "Pangkat/Gol", "Jabatan", "TMT"],
        "sp2d": ["No", "Nomor SP2D", "Tanggal", "Penerima", "NPWP", "Keterangan"],
        "hadir": ["No", "Nama", "Jabatan", "Hadir", "Izin", "Tanda Tangan"],
        "aset": ["No", "Kode Barang", "NUP", "Merk/Type", "Tahun Perolehan", "Kondisi"],
    }[jenis]
    L.tulis(
        0,
        0,
        {
            "pegawai": "DAFTAR PEGAWAI",
            "sp2d": "REGISTER SP2D",
            "hadir": "DAFTAR HADIR RAPAT",
            "aset": "KARTU INVENTARIS BARANG",
        }[jenis],
    )
    L.tulis(1, 0, unit)
    for i, k in enumerate(kepala):
        L.tulis(3, i, k)
    for r in range(8):
        isi = {
            "pegawai": [r + 1, f"Pegawai {r + 1}", f"19800{r}12 200501 1 00{r}", "III/c", "Analis", "01-04-2019"],
            "sp2d": [
                r + 1,
                f"0{r}12/SP2D/{c['tahun']}",
                f"1{r}-02-{c['tahun']}",
                f"CV Contoh {r + 1}",
                "01.234.567.8-901.000",
                "Pembayaran",
            ],
            "hadir": [r + 1, f"Pegawai {r + 1}", "Analis", "v", "", ""],
            "aset": [r + 1, f"1.3.2.05.01.0{r}", r + 1, "Contoh", 2019, "Baik"],
        }[jenis]
        for i, v in enumerate(isi):
            L.tulis(4 + r, i, v)
    return [L], tolak(
        c,
        f"bukan tabel yang dikenal ({jenis})",
        [["tidak dikenal", "bukan", "tidak ada tabel", "tidak ditemukan", "judul kolom"]],
    )


def nama_lembar(L, c):
    if L.nama == "Sheet1" and "pivot_depan" in c["lembar"]:
        L.nama = "Data"
