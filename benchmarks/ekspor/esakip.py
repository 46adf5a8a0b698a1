"""The layout of a quarterly measurement of e-SAKIP."""

from __future__ import annotations

import datetime as dt

from benchmarks.ekspor.ciri import bukan_tabel, buku, kaki
from benchmarks.ekspor.indikator import Nilai, baris_indikator
from benchmarks.ekspor.katalog import INDIKATOR, KENDALA, PJ, ROMAWI, SOLUSI, TINDAK
from benchmarks.ekspor.kebenaran import benar, salah_satu_tempat, tolak
from benchmarks.ekspor.lembar import Baris, Kolom, Sel, nodai, susun
from benchmarks.ekspor.uang import persen


def esakip(rng, c, rusak):
    unit = rng.choice(list(INDIKATOR))
    if rusak == "bukan":
        return bukan_tabel(rng, c, unit)
    data_i = baris_indikator(rng, unit)
    for i, x in enumerate(data_i):
        x["kode"] = f"IKU-{i + 1:02d}"
        n = rng.randrange(len(KENDALA))
        x |= {
            "kendala": KENDALA[n],
            "solusi": SOLUSI[n],
            "rtl": TINDAK[n],
            "pj": rng.choice(PJ),
            "batas": rng.choice(
                [f"31 Desember {c['tahun']}", f"Triwulan IV {c['tahun']}", dt.date(c["tahun"], 12, 15)]
            ),
            "bukti": rng.choice(
                [
                    f"https://drive.google.com/drive/folders/contoh{rng.randrange(1000, 9999)}",
                    f"https://esakip.contoh.go.id/bukti/{rng.randrange(100, 999)}",
                ]
            ),
        }
        if rng.random() < 0.15:
            x["kendala"] = x["solusi"] = None
    pola = {"tw_tanpa_nama": "satu_tw", "tw_bentrok": "satu_tw"}.get(rusak) or rng.choice(
        ["empat", "empat", "empat", "satu_tw", "satu_tw_bernama"]
    )
    if rusak in ("rusak", "ganda", "tahun") and pola == "satu_tw":
        pola = "empat"
    gaya = (
        rng.choice(["angka", "koma", "titik", "persen"])
        if c["csv"]
        else rng.choice(["angka", "angka", "koma", "titik", "persen", "persen_format"])
    )
    N = Nilai(gaya if not (c["csv"] and gaya == "angka") else "titik")
    tahun_kolom = rng.random() < 0.1 and not rusak and pola == "empat"
    if tahun_kolom:
        c["gaya_tahun"] = None
    tw = rng.randrange(1, 5)  # the last quarter that is filled in
    arah_kolom = rng.random() < 0.4
    kode_kolom = rng.random() < 0.3
    tw_judul = False
    par_tw = None
    sebutan = [
        "PENGUKURAN KINERJA",
        "PENGUKURAN KINERJA TRIWULANAN",
        "MONITORING RENCANA AKSI ATAS PERJANJIAN KINERJA",
        "LAPORAN CAPAIAN KINERJA",
    ]
    judul = [rng.choice(sebutan), unit.upper()]
    tahun_judul = c["_tahun_judul"] = c["tahun"] + (rng.choice([-1, 1]) if rusak == "tahun" else 0)
    if rusak == "tahun" or not tahun_kolom:
        judul.append(rng.choice(["TAHUN {}", "Tahun Anggaran {}", "TAHUN {}"]).format(tahun_judul))
    kol = [Kolom("no", ("No",))]
    if tahun_kolom:
        kol.append(Kolom("tahun", ("Tahun",)))
    kol.append(
        Kolom(
            "sasaran",
            (rng.choice(["Sasaran", "Sasaran Strategis", "Sasaran Kegiatan/Program", "Tujuan / Sasaran"][:3]),),
        )
    )
    if kode_kolom:
        kol.append(Kolom("kode", (rng.choice(["Kode Indikator", "Kode", "Kode IKU"]),)))
    kol.append(
        Kolom(
            "nama",
            (rng.choice(["Indikator Kinerja", "Indikator", "Indikator Sasaran", "Indikator Kinerja Utama", "IKU"]),),
        )
    )
    kol.append(Kolom("satuan", ("Satuan",)))
    if arah_kolom:
        kol.append(Kolom("arah", (rng.choice(["Polarisasi", "Arah", "Tren Positif"][:2]),)))
    kol.append(
        Kolom(
            "t",
            (
                rng.choice(
                    [
                        "Target Tahunan",
                        "Target Tahun " + str(tahun_judul),
                        "Target PK",
                        "Target Akhir Tahun",
                        "Target 1 Tahun",
                    ]
                ),
            ),
        )
    )
    sebut_tw = rng.choice(["TW {}", "Triwulan {}", "TRIWULAN {}", "Tw. {}"])
    if pola == "empat":
        if rng.random() < 0.5:  # grouped by kind, not by quarter
            kol += [Kolom(f"q{i}", ("Target Triwulan", sebut_tw.format(ROMAWI[i]))) for i in range(4)]
            kol += [Kolom(f"r{i}", ("Realisasi Triwulan", sebut_tw.format(ROMAWI[i]))) for i in range(4)]
            kol += [Kolom(f"p{i}", ("Capaian (%)", sebut_tw.format(ROMAWI[i]))) for i in range(4)]
        else:
            for i in range(4):
                g = sebut_tw.format(ROMAWI[i])
                kol += [
                    Kolom(f"q{i}", (g, "Target")),
                    Kolom(f"r{i}", (g, "Realisasi")),
                    Kolom(f"p{i}", (g, "Capaian")),
                ]
    elif pola == "satu_tw_bernama":
        g = sebut_tw.format(ROMAWI[tw - 1])
        kol += [Kolom("q", ("Target " + g,)), Kolom("r", ("Realisasi " + g,)), Kolom("p", ("Capaian (%)",))]
    else:
        kol += [
            Kolom("q", ("Target TW",)),
            Kolom("r", (rng.choice(["Realisasi TW", "Realisasi Triwulan"]),)),
            Kolom("p", ("Capaian (%)",)),
        ]
        if rusak == "tw_tanpa_nama":
            par_tw = None
        elif rusak == "tw_bentrok":
            tw_judul = True
            par_tw = tw % 4 + 1
        elif rng.random() < 0.5:
            tw_judul = True
            par_tw = rng.choice([None, tw])
        else:
            par_tw = tw
        if tw_judul:
            judul.insert(1, f"TRIWULAN {ROMAWI[tw - 1]}")
    ekor = [
        Kolom("kendala", (rng.choice(["Kendala", "Permasalahan / Kendala", "Hambatan", "Faktor Penghambat"]),)),
        Kolom("solusi", (rng.choice(["Solusi", "Upaya", "Alternatif Solusi", "Solusi yang Dilakukan"]),)),
        Kolom("rtl", (rng.choice(["Rencana Tindak Lanjut", "Tindak Lanjut", "RTL"]),)),
        Kolom("pj", (rng.choice(["Penanggung Jawab", "PIC", "Unit Penanggung Jawab"]),)),
        Kolom("batas", (rng.choice(["Batas Waktu", "Target Waktu Penyelesaian", "Tenggat"]),)),
        Kolom("bukti", (rng.choice(["Link Bukti Dukung", "Link Bukti", "Data Dukung", "Tautan Bukti"]),)),
    ]
    if rng.random() < 0.3:
        ekor = [k for k in ekor if k.key not in rng.sample(["pj", "batas", "rtl", "bukti"], 2)]
    if c["acak_kolom"]:
        rng.shuffle(ekor)
    kol += ekor
    ada = {k.key for k in kol}
    kosongkan = rng.choice(["-", None, "n/a", "belum diukur"])
    if rusak == "ganda":
        x = dict(rng.choice(data_i))
        x["t"] = x["t"] + 5
        x["_ganda"] = True
        i = next(i for i, y in enumerate(data_i) if y["nama"] == x["nama"])
        data_i.insert(i + 1, x)
        data_i[i]["_ganda"] = True
    kena = rng.choice([x for x in data_i if x["r"][tw - 1] > 1]) if rusak == "rusak" else None
    hingga = tw if pola == "empat" else 4
    rows: list[Baris] = []

    def isi(ds, tahun=None, geser=0):
        lalu = None
        for n, x in enumerate(ds):
            baru = x["sasaran"] != lalu
            lalu = x["sasaran"]
            s = {
                "no": n + 1,
                "nama": nodai(rng, x["nama"], c),
                "satuan": x["satuan"],
                "t": N(x["t"] + geser, x["satuan"]),
            }
            if x.get("_ganda"):
                s["nama"] = Sel(x["nama"], None, "ganda")
            if tahun:
                s["tahun"] = tahun
            s["sasaran"] = x["sasaran"] if baru or not c["_gabung_sasaran"] else None
            s["kode"] = x["kode"]
            s["arah"] = (
                {"naik": "Naik", "turun": "Turun"}[x["arah"]]
                if c.get("_gaya_arah", 0) == 0
                else {"naik": "Maximize", "turun": "Minimize"}[x["arah"]]
            )
            for i in range(4):
                s[f"q{i}"] = N(x["q"][i] + geser, x["satuan"])
                s[f"r{i}"] = N(x["r"][i], x["satuan"]) if i < hingga else kosongkan
                s[f"p{i}"] = persen(x["r"][i], x["q"][i], c["gaya_persen"]) if i < hingga else kosongkan
            s["q"], s["r"], s["p"] = (
                N(x["q"][tw - 1], x["satuan"]),
                N(x["r"][tw - 1], x["satuan"]),
                persen(x["r"][tw - 1], x["q"][tw - 1], c["gaya_persen"]),
            )
            if x is kena:
                v = f"{x['r'][tw - 1]:.2f}".replace(".", ",")
                v = v.replace("0", "O", 1) if "0" in v else v.replace("1", "l", 1) if "1" in v else v[:1] + "x" + v[1:]
                c["_rusak"] = v
                s[f"r{tw - 1}" if pola == "empat" else "r"] = Sel(v, None, "rusak")
            for k in ("kendala", "solusi", "rtl", "pj", "batas", "bukti"):
                s[k] = (
                    x[k]
                    if x[k] is not None
                    else rng.choice(["-", "Tidak ada", None])
                    if k in ("kendala", "solusi")
                    else None
                )
                if isinstance(s[k], str) and k in ("kendala", "solusi", "rtl"):
                    s[k] = nodai(rng, s[k], c)
            b = Baris(s)
            if c["_gabung_sasaran"]:
                if baru:
                    b.gabung["sasaran"] = sum(1 for y in ds if y["sasaran"] == x["sasaran"])
                else:
                    b.boleh_putus = False
            rows.append(b)

    c["_gabung_sasaran"] = rng.random() < 0.6
    c["_gaya_arah"] = rng.choice([0, 0, 1])
    if tahun_kolom:
        isi(data_i, c["tahun"] - 1, 1)
    isi(data_i, c["tahun"] if tahun_kolom else None)
    kosong = susun(rng, c, "x", judul, kol, [], kosong=True)
    L = susun(rng, c, rng.choice(["Pengukuran", "e-SAKIP", "Worksheet", "TW"]), judul, kol, rows, kaki(rng, c, unit))
    c["pola"] = {
        "pola": pola,
        "terisi_sampai_tw": tw,
        "gaya_nilai": N.gaya,
        "arah_kolom": arah_kolom,
        "tw_di_judul": tw_judul,
        "kolom_tahun": tahun_kolom,
    }
    if rusak == "kosong":
        return [kosong], tolak(
            c,
            "hanya judul kolom, tidak ada baris isi",
            [["kosong", "tidak ada baris", "tidak ada isi", "judul"]],
            triwulan=par_tw,
        )
    lembar = buku(
        rng, c, L, kosong, [(x["nama"], x["t"], 0) for x in data_i[:3]] if "sembunyi" not in c["lembar"] else [], unit
    )
    if rusak == "tahun":
        return lembar, tolak(c, "judul menyebut tahun lain dari yang diminta", [[str(tahun_judul)], [str(c["tahun"])]])
    if rusak == "rusak":
        return lembar, tolak(c, "angka rusak", [salah_satu_tempat(L, "rusak")], nilai_rusak=c["_rusak"])
    if rusak == "ganda":
        return lembar, tolak(
            c,
            "indikator yang sama dua kali dengan target berbeda",
            [salah_satu_tempat(L, "ganda", next(x["nama"] for x in data_i if x.get("_ganda")))],
        )
    if rusak == "tw_tanpa_nama":
        return lembar, tolak(
            c,
            "kolom realisasi triwulan tanpa nomor, dan --triwulan tidak diberikan",
            [["triwulan", "--triwulan", "TW"]],
        )
    if rusak == "tw_bentrok":
        return lembar, tolak(
            c,
            "judul menyebut triwulan lain dari --triwulan",
            [
                [
                    f"Triwulan {ROMAWI[tw - 1]}",
                    f"TRIWULAN {ROMAWI[tw - 1]}",
                    f"tw{tw}",
                    f"Triwulan {tw}",
                    f"triwulan {tw}",
                    f"TW {ROMAWI[tw - 1]}",
                    f"triwulan {ROMAWI[tw - 1]}",
                ],
                [
                    f"Triwulan {par_tw}",
                    f"tw{par_tw}",
                    f"--triwulan {par_tw}",
                    f"triwulan {par_tw}",
                    f"triwulan {ROMAWI[par_tw - 1]}",
                    f"Triwulan {ROMAWI[par_tw - 1]}",
                ],
            ],
            triwulan=par_tw,
        )
    ind, tgt, rea, ana = [], [], [], []
    for x in data_i:
        kd = {"indikator": x["nama"], "kode": x["kode"] if kode_kolom else None}
        ind.append(
            {
                "kode": x["kode"] if kode_kolom else None,
                "nama": x["nama"],
                "satuan": x["satuan"],
                "sasaran": x["sasaran"],
            }
            | ({"arah": x["arah"]} if arah_kolom else {})
        )
        tgt.append(kd | {"tahun": c["tahun"], "periode": "tahunan", "target": x["t"]})
        if pola == "empat":
            tgt += [kd | {"tahun": c["tahun"], "periode": f"tw{i + 1}", "target": x["q"][i]} for i in range(4)]
            rea += [kd | {"tahun": c["tahun"], "periode": f"tw{i + 1}", "realisasi": x["r"][i]} for i in range(hingga)]
        else:
            tgt.append(kd | {"tahun": c["tahun"], "periode": f"tw{tw}", "target": x["q"][tw - 1]})
            rea.append(kd | {"tahun": c["tahun"], "periode": f"tw{tw}", "realisasi": x["r"][tw - 1]})
        if "bukti" in ada:
            for b in rea:
                if b["indikator"] == x["nama"]:
                    b["bukti"] = x["bukti"]
        a = {"indikator": x["nama"], "hambatan": x["kendala"], "upaya": x["solusi"]}
        if "rtl" in ada:
            a["tindak_lanjut"] = x["rtl"]
        ana.append(a)
    tanya, jawaban = [], {}
    if not arah_kolom:
        tanya.append("arah setiap indikator (naik/turun) tidak ada di berkas")
        jawaban["arah"] = {x["nama"]: x["arah"] for x in data_i}
    if tw_judul and par_tw is None:
        tanya.append(f"nomor triwulan hanya di judul (Triwulan {ROMAWI[tw - 1]}): dibaca, atau ditanyakan")
        jawaban["triwulan"] = tw
    if N.gaya == "persen_format" and any(x["satuan"] in ("Persen", "%") for x in data_i):
        tanya.append("sel berformat persen (0,655 tampil 65,50%): dibaca 65,5, atau ditanyakan; tidak pernah 0,655")
        jawaban["sel_persen"] = True
    return lembar, benar(
        c,
        {"indikator": ind, "target": tgt, "realisasi": rea, "analisis": ana},
        tanya,
        "boleh",
        par_tw,
        jawaban,
        lembar=L.nama,
        tidak_boleh=[{"tabel": "realisasi", "periode": "tahunan"}],
        teks_boleh=[str(x["pj"]) for x in data_i if "pj" in ada],
    )
