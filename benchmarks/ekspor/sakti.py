"""The layout of SAKTI: detailed fund availability, sixteen segments, and OM-SPAN."""

from __future__ import annotations

from benchmarks.ekspor.apbn import benar_apbn, jml, pohon_apbn
from benchmarks.ekspor.ciri import bukan_tabel, buku, kaki, nama_lembar, rusakkan, uang_dari
from benchmarks.ekspor.katalog import BULAN
from benchmarks.ekspor.kebenaran import benar, kosong_tolak, salah_satu_tempat, tahun_tolak, tanya_umum, tolak
from benchmarks.ekspor.lembar import Baris, Kolom, Sel, nodai, susun
from benchmarks.ekspor.uang import persen


def sakti(rng, c, rusak):
    if rusak == "bukan":
        return bukan_tabel(rng, c, "Satker Contoh")
    nama, daun = pohon_apbn(rng, c)
    u = uang_dari(c)
    unit = "BALAI BESAR PELATIHAN VOKASI CONTOH"
    pola = rng.choice(["fa", "fa", "datar", "omspan"])
    if rusak in ("total",) and pola == "datar":
        pola = "fa"
    if rusak in ("total_jumlah", "periode") and pola == "datar":
        pola = "omspan"
    tahun_kolom = pola == "datar" and rng.random() < 0.35 and rusak in (None, "tahun")
    tj = c["tahun"] + (rng.choice([-1, 1, -2]) if rusak == "tahun" and not tahun_kolom else 0)
    c["_tahun_judul"] = tj
    bulan = rng.choice([5, 6, 8]) if rusak == "periode" else 11
    jd = {
        "fa": [
            "LAPORAN KETERSEDIAAN DANA DETAIL",
            "PER PROGRAM; KEGIATAN; OUTPUT; SUB OUTPUT; KOMPONEN; SUB KOMPONEN; AKUN",
        ],
        "datar": ["REALISASI BELANJA 16 SEGMEN"],
        "omspan": [rng.choice(["LAPORAN REALISASI ANGGARAN BELANJA SATKER", "PAGU DAN REALISASI BELANJA PER AKUN"])],
    }[pola]
    if not tahun_kolom and (rng.random() < 0.85 or rusak in ("tahun", "periode")):
        jd.append(
            rng.choice(
                [
                    f"Periode {BULAN[bulan]} {tj}",
                    f"s.d. {[31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][bulan]} {BULAN[bulan]} {tj}",
                    f"TAHUN ANGGARAN {tj}",
                ]
                if rusak != "periode"
                else [f"Periode {BULAN[bulan]} {tj}", f"s.d. Bulan {BULAN[bulan]} {tj}"]
            )
        )
    satker = f"4{rng.randrange(10000, 99999)}"
    jd += [f"Satuan Kerja : {satker} {unit}"]
    if c["ribuan"]:
        jd.append("(dalam ribuan rupiah)")
    blokir = rng.random() < 0.7
    lock = {d: (d[8] // 10 // 1000 * 1000 if rng.random() < 0.15 else 0) for d in daun}
    data: list[Baris] = []
    kena = rng.choice(list(dict.fromkeys(d[:2] for d in daun if d[9])))
    lain: list[int] = []
    kata = rng.choice(["JUMLAH SELURUHNYA", "JUMLAH", "Grand Total", "TOTAL"])
    total, treal = sum(d[8] for d in daun), sum(d[9] for d in daun)
    dengan_nama = True
    if pola == "datar":
        dengan_nama = rng.random() < 0.5
        kol = [
            Kolom("satker", (rng.choice(["KDSATKER", "Kode Satker"]),)),
            Kolom("p", (rng.choice(["PROGRAM", "Kode Program"]),)),
            Kolom("k", (rng.choice(["KEGIATAN", "Kode Kegiatan"]),)),
            Kolom("o", (rng.choice(["OUTPUT", "KRO", "Kode KRO"]),)),
            Kolom("so", (rng.choice(["SUBOUTPUT", "RO", "Kode RO"]),)),
            Kolom("km", (rng.choice(["KOMPONEN", "Kode Komponen"]),)),
            Kolom("sk", ("SUBKOMPONEN",)),
            Kolom("a", (rng.choice(["AKUN", "Kode Akun"]),)),
        ]
        if dengan_nama:
            kol.insert(2, Kolom("np", ("Uraian Program",)))
            kol.insert(4, Kolom("nk", ("Uraian Kegiatan",)))
        if tahun_kolom:
            kol.insert(0, Kolom("th", (rng.choice(["TAHUN", "Tahun Anggaran", "TA"]),)))
        ekor = (
            [[Kolom("pagu", (rng.choice(["PAGU", "Pagu Revisi", "PAGU DIPA"]),))]]
            + ([[Kolom("blk", (rng.choice(["BLOKIR", "Blokir"]),))]] if blokir else [])
            + [[Kolom("r", (rng.choice(["REALISASI", "Realisasi"]),))], [Kolom("sisa", ("SISA",))]]
        )
        if c["acak_kolom"]:
            rng.shuffle(ekor)
        kol += [k for e in ekor for k in e]

        def isi(tahun=None, kali=10):
            for d in daun:
                pg, rl, lk = (x // 1000 * kali // 10 * 1000 if kali != 10 else x for x in (d[8], d[9], lock[d]))
                s = {
                    "th": tahun,
                    "satker": satker,
                    "p": d[0],
                    "np": nama[d[:1]],
                    "k": d[1],
                    "nk": nama[d[:2]],
                    "o": d[2],
                    "so": d[3],
                    "km": d[4],
                    "sk": "0A",
                    "a": d[5],
                    "pagu": u(pg),
                    "blk": u(lk),
                    "r": u(rl),
                    "sisa": u(pg - rl),
                }
                if (
                    d[:2] == kena
                    and rusak == "rusak"
                    and not any(getattr(v, "tag", None) == "salah" for b in data for v in b.sel.values())
                ):
                    c["_rusak"] = rusakkan(rng, pg)
                    s["pagu"] = Sel(c["_rusak"], None, "salah")
                data.append(Baris(s, sembunyi=c["baris_sembunyi"] and rng.random() < 0.15))

        if tahun_kolom:
            lain = [c["tahun"] - 1]
            isi(c["tahun"] - 1, 8)
        if not (tahun_kolom and rusak == "tahun"):
            isi(c["tahun"] if tahun_kolom else None)
        if not tahun_kolom and rng.random() < 0.4:
            data.append(
                Baris(
                    {
                        "satker": kata,
                        "pagu": u(total),
                        "blk": u(sum(lock.values())),
                        "r": u(treal),
                        "sisa": u(total - treal),
                    },
                    "total",
                )
            )
    else:
        sebar = pola == "fa" and rng.random() < 0.4
        if sebar:
            kol = [Kolom(f"c{i}", (rng.choice(["Kode"]),)) for i in range(1, 7)] + [Kolom("u", ("Uraian",))]
        else:
            kol = [
                Kolom("c", (rng.choice(["Kode", "KODE"]),)),
                Kolom(
                    "u", (rng.choice(["Uraian", "Program/Kegiatan/Output/Akun", "Nama Program/Kegiatan/Output/Akun"]),)
                ),
            ]
        if pola == "fa":
            kol += (
                [Kolom("pagu", ("Pagu Revisi",))]
                + ([Kolom("blk", ("Lock Pagu",))] if blokir else [])
                + [
                    Kolom("rl", ("Realisasi", "Periode Lalu")),
                    Kolom("ri", ("Realisasi", "Periode Ini")),
                    Kolom("r", ("Realisasi", rng.choice(["s.d. Periode", "SD Periode", "s.d. Periode Ini"]))),
                    Kolom("p", ("%",)),
                    Kolom("sisa", (rng.choice(["Sisa Anggaran", "Sisa"]),)),
                ]
            )
        else:
            kol += (
                [Kolom("pagu", (rng.choice(["Pagu", "Pagu DIPA", "PAGU"]),))]
                + ([Kolom("blk", ("Blokir",))] if blokir else [])
                + [
                    Kolom("r", (rng.choice(["Realisasi", "Realisasi s.d. Periode", "Realisasi SP2D"]),)),
                    Kolom("p", (rng.choice(["%", "Persentase"]),)),
                    Kolom("sisa", ("Sisa Pagu",)),
                ]
            )

        def angka(dd, tag=None):
            pg, rl, lk = sum(d[8] for d in dd), sum(d[9] for d in dd), sum(lock[d] for d in dd)
            lalu = rl * 85 // 100 // 1000 * 1000
            s = {
                "pagu": u(pg),
                "blk": u(lk),
                "rl": u(lalu),
                "ri": u(rl - lalu),
                "r": u(rl),
                "p": persen(rl, pg, c["gaya_persen"]),
                "sisa": u(pg - rl),
            }
            if tag == "rusak":
                h, n = rng.choice([("pagu", pg), ("r", rl)])
                c["_rusak"] = rusakkan(rng, n)
                s[h] = Sel(c["_rusak"], None, "salah")
            elif tag == "total":
                s["pagu"] = u(pg + 4_000_000, tag="salah")
            elif tag == "total_jumlah":
                s["pagu"] = u(pg + 8_000_000, tag="jumlah")
            return s

        lalu = ()
        for d in daun:
            for n in range(1, 6 if pola == "fa" else 4):
                k = d[:n]
                if lalu[:n] == k:
                    continue
                pp = k[0].split(".")[-1]
                kode = {
                    1: pp if pola == "fa" else k[0],
                    2: f"{pp}.{d[1]}" if pola == "fa" else d[1],
                    3: f"{d[1]}.{d[2]}",
                    4: f"{d[2]}.{d[3]}",
                    5: d[4],
                }[n]
                dd = [x for x in daun if x[:n] == k]
                s = {"u": nodai(rng, nama[k], c), (f"c{n}" if sebar else "c"): nodai(rng, kode, c)}
                data.append(Baris(s | angka(dd, rusak if k == kena and rusak in ("rusak", "total") else None)))
            n3 = d[:3]
            lalu = d[:5]
            if pola == "fa":
                data.append(
                    Baris(
                        {"u": nama[(d[5],)], ("c6" if sebar else "c"): d[5]} | angka([d]),
                        sembunyi=c["baris_sembunyi"] and rng.random() < 0.2,
                    )
                )
            elif d is [x for x in daun if x[:3] == n3][-1]:
                for a in sorted({x[5] for x in daun if x[:3] == n3}):
                    data.append(
                        Baris({"u": nama[(a,)], "c": a} | angka([x for x in daun if x[:3] == n3 and x[5] == a]))
                    )
        data.insert(
            0 if pola == "fa" and rng.random() < 0.5 else len(data),
            Baris({"u": kata} | angka(daun, "total_jumlah" if rusak == "total_jumlah" else None), "total"),
        )
    kk = kaki(rng, c, unit)
    if pola == "fa" and rng.random() < 0.6:
        kk = ["*Lock Pagu adalah jumlah pagu yang sedang dalam proses usulan revisi DIPA", "", *kk]
    kosong = susun(rng, c, "x", jd, kol, [], kosong=True)
    L = susun(rng, c, rng.choice(["Laporan", "FA Detail", "Sheet1"]), jd, kol, data, kk)
    nama_lembar(L, c)
    c["pola"] = {
        "pola": pola,
        "blokir": blokir,
        "kolom_tahun": tahun_kolom,
        "kode_sebar": pola != "datar" and sebar,
        "nama": dengan_nama,
    }
    if rusak == "kosong":
        return [kosong], kosong_tolak(c)
    lembar = buku(
        rng,
        c,
        L,
        kosong,
        [(nama[k], jml(daun, k, 8), jml(daun, k, 9)) for k in dict.fromkeys(d[:1] for d in daun)],
        unit,
    )
    if rusak == "tahun":
        return lembar, tahun_tolak(c, lain[0] if tahun_kolom else tj)
    if rusak == "rusak":
        return lembar, tolak(c, "angka rusak", [salah_satu_tempat(L, "salah")], nilai_rusak=c["_rusak"])
    if rusak == "total":
        return lembar, tolak(
            c,
            "jumlah kegiatan berselisih dengan rinciannya",
            [salah_satu_tempat(L, "salah", kena[1])],
            boleh_catatan=True,
        )
    if rusak == "total_jumlah":
        return lembar, tolak(
            c, "baris jumlah berselisih dengan rinciannya", [salah_satu_tempat(L, "jumlah", kata)], boleh_catatan=True
        )
    if rusak == "periode":
        return lembar, tolak(
            c,
            "realisasi sampai tengah tahun tidak boleh menjadi realisasi setahun tanpa ditanyakan",
            [[BULAN[bulan], BULAN[bulan].lower(), "triwulan"]],
            boleh_catatan=True,
        )
    tanya, jawaban = [], {}
    tanya_umum(c, tanya, jawaban)
    out, tambah = benar_apbn(nama, daun, u, True, dengan_nama)
    return lembar, benar(
        c,
        {"anggaran": out},
        tanya,
        jawaban=jawaban,
        total={"pagu_rp": total, "realisasi_rp": treal},
        tambahan=tambah,
        lembar=L.nama,
    )
