"""The layout of RKA-KL work sheets."""

from __future__ import annotations

from benchmarks.ekspor.apbn import benar_apbn, jml, pohon_apbn
from benchmarks.ekspor.ciri import bukan_tabel, buku, kaki, nama_lembar, rusakkan, uang_dari
from benchmarks.ekspor.kebenaran import benar, kosong_tolak, salah_satu_tempat, tahun_tolak, tanya_umum, tolak
from benchmarks.ekspor.lembar import Baris, Kolom, Sel, nodai, susun


def rkakl(rng, c, rusak):
    if rusak == "bukan":
        return bukan_tabel(rng, c, "Satker Contoh")
    nama, daun = pohon_apbn(rng, c)
    u = uang_dari(c)
    unit = "BALAI BESAR PELATIHAN VOKASI CONTOH"
    tj = c["tahun"] + (rng.choice([-1, 1, -2]) if rusak == "tahun" else 0)
    c["_tahun_judul"] = tj
    jd = [
        rng.choice(
            ["KERTAS KERJA SATKER", "RINCIAN KERTAS KERJA SATKER T.A. {}", "RENCANA KERJA DAN ANGGARAN SATKER"]
        ).format(tj)
    ]
    if rng.random() < 0.7 or rusak == "tahun":
        jd.append(rng.choice(["TAHUN ANGGARAN {}", "TA. {}"]).format(tj))
    jd += ["KEMEN/LEMB : (026) KEMENTERIAN KETENAGAKERJAAN", f"SATKER : (4{rng.randrange(10000, 99999)}) {unit}"]
    if c["ribuan"]:
        jd.append("(dalam ribuan rupiah)")
    ph = rng.choice([None, f"PERHITUNGAN TAHUN {tj}"])
    sat = rng.random() < 0.5

    def kp(key, t):
        return Kolom(key, (ph, t) if ph else (t,))

    kol = [
        Kolom("kode", (rng.choice(["KODE", "KODE RKA", "Kode"]),)),
        Kolom(
            "u",
            (
                rng.choice(
                    [
                        "URAIAN",
                        "PROGRAM/KEGIATAN/KRO/RO/KOMPONEN/SUBKOMP/AKUN/DETIL",
                        "URAIAN SUBOUTPUT/KOMPONEN/SUBKOMPONEN/AKUN/DETIL",
                    ]
                ),
            ),
        ),
        kp("vol", "VOLUME"),
    ]
    if sat:
        kol.append(kp("sat", "SATUAN"))
    kol += [kp("harga", "HARGA SATUAN"), kp("jml", rng.choice(["JUMLAH BIAYA", "JUMLAH / TOTAL PAGU", "JUMLAH"]))]
    if rng.random() < 0.7:
        kol.append(Kolom("sd", (rng.choice(["SD/CP", "SD / CP", "SUMBER DANA"]),)))
    gaya_ro = rng.choice(["penuh", "pendek"])
    detil = rng.random() < 0.8
    subk = rng.random() < 0.7
    data: list[Baris] = []

    def vol(n, s):
        return (
            {"vol": Sel(float(n), "#,##0.0") if c["gaya_uang"] == "angka" else str(n), "sat": s}
            if sat
            else {"vol": f"{n}.0 {s}"}
        )

    kena = rng.choice(list(dict.fromkeys(d[:2] for d in daun)))
    kode_kena = kena[1]
    lalu = ()
    for d in daun:
        for n in range(1, 6):
            k = d[:n]
            if lalu[:n] == k:
                continue
            kode = {
                1: k[0],
                2: k[-1],
                3: f"{d[1]}.{d[2]}",
                4: f"{d[1]}.{d[2]}.{d[3]}" if gaya_ro == "penuh" else f"{d[2]}.{d[3]}",
                5: d[4],
            }[n]
            p = jml(daun, k, 8)
            s = {"kode": nodai(rng, kode, c), "u": nodai(rng, nama[k], c), "jml": u(p)}
            if n in (3, 4):
                s |= vol(rng.randrange(1, 12), rng.choice(["Layanan", "Orang", "Laporan", "Unit"]))
            if k == kena and rusak == "rusak":
                c["_rusak"] = rusakkan(rng, p)
                s["jml"] = Sel(c["_rusak"], None, "salah")
            if k == kena and rusak == "total":
                s["jml"] = u(p + 4_000_000, tag="salah")
            if k == kena and rusak == "ganda":
                s["kode"] = Sel(kode, None, "salah")
            if c["baris_kosong"] and n == 1 and data:
                data.append(Baris({}, "kosong"))
            data.append(Baris(s))
            if n == 5 and subk:
                data.append(Baris({"kode": "A", "u": "TANPA SUB KOMPONEN", "jml": u(p)}))
        lalu = d[:5]
        data.append(
            Baris(
                {"kode": d[5], "u": nodai(rng, nama[(d[5],)], c), "jml": u(d[8]), "sd": "RM"},
                sembunyi=c["baris_sembunyi"] and rng.random() < 0.2,
            )
        )
        if detil:
            data.append(
                Baris(
                    {
                        "u": "- " + rng.choice(["Paket kegiatan", "Bahan habis pakai", "Narasumber", "Konsumsi rapat"]),
                        "harga": u(d[7]),
                        "jml": u(d[8]),
                        "sd": rng.choice(["RM", "U"]),
                    }
                    | vol(d[6], rng.choice(["OK", "PKT", "OJ", "BLN"]))
                )
            )
    if rusak == "ganda":
        p = jml(daun, kena, 8)
        data.append(Baris({"kode": Sel(kena[1], None, "salah"), "u": nama[kena], "jml": u(p + 6_000_000)}))
    total = sum(d[8] for d in daun)
    kata = rng.choice(["JUMLAH", "TOTAL", "JUMLAH SELURUHNYA", "Total Pagu"])
    if rng.random() < 0.7 or rusak == "total_jumlah":
        data.insert(
            0 if rng.random() < 0.3 else len(data),
            Baris(
                {
                    "u": kata,
                    "jml": u(
                        total + (8_000_000 if rusak == "total_jumlah" else 0),
                        tag="jumlah" if rusak == "total_jumlah" else None,
                    ),
                },
                "total",
            ),
        )
    kosong = susun(rng, c, "x", jd, kol, [], kosong=True)
    L = susun(rng, c, rng.choice(["RKA", "Kertas Kerja", "Sheet1"]), jd, kol, data, kaki(rng, c, unit))
    nama_lembar(L, c)
    c["pola"] = {"detil": detil, "subkomponen": subk, "kode_ro": gaya_ro, "satuan_terpisah": sat}
    if rusak == "kosong":
        return [kosong], kosong_tolak(c)
    lembar = buku(rng, c, L, kosong, [(nama[k], jml(daun, k, 8), 0) for k in dict.fromkeys(d[:1] for d in daun)], unit)
    if rusak == "tahun":
        return lembar, tahun_tolak(c, tj)
    if rusak == "rusak":
        return lembar, tolak(
            c, "angka rusak", [salah_satu_tempat(L, "salah")], nilai_rusak=c["_rusak"], atau_bukan_tabel=True
        )
    if rusak == "total":
        return lembar, tolak(
            c,
            "jumlah kegiatan berselisih dengan rinciannya",
            [salah_satu_tempat(L, "salah", kode_kena)],
            boleh_catatan=True,
            atau_bukan_tabel=True,
        )
    if rusak == "ganda":
        return lembar, tolak(
            c,
            "kode kegiatan dua kali dengan angka berbeda",
            [salah_satu_tempat(L, "salah", kode_kena)],
            atau_bukan_tabel=True,
        )
    if rusak == "total_jumlah":
        return lembar, tolak(
            c,
            "baris jumlah berselisih dengan rinciannya",
            [salah_satu_tempat(L, "jumlah", kata)],
            boleh_catatan=True,
            atau_bukan_tabel=True,
        )
    tanya, jawaban = [], {}
    tanya_umum(c, tanya, jawaban)
    out, tambah = benar_apbn(nama, daun, u, False)
    return lembar, benar(
        c,
        {"anggaran": out},
        tanya,
        jawaban=jawaban,
        total={"pagu_rp": total, "realisasi_rp": None},
        tambahan=tambah,
        lembar=L.nama,
        boleh_tolak={
            "alasan": "RKA-KL bukan tabel yang dibaca, dengan petunjuk ekspor penggantinya",
            "sebut": [["RKA-KL", "RKA", "Kertas Kerja", "bukan"]],
        },
    )
