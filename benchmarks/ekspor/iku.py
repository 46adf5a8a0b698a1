"""The layout of a form of main indicators (IKU)."""

from __future__ import annotations

from benchmarks.ekspor.ciri import bukan_tabel, buku, kaki, nama_lembar
from benchmarks.ekspor.indikator import Nilai, baris_indikator
from benchmarks.ekspor.katalog import FORMULASI, INDIKATOR, PJ, SUMBER
from benchmarks.ekspor.kebenaran import benar, kosong_tolak, salah_satu_tempat, tolak
from benchmarks.ekspor.lembar import Baris, Kolom, Sel, nodai, susun


def iku(rng, c, rusak):
    unit = rng.choice(list(INDIKATOR))
    if rusak == "bukan":
        return bukan_tabel(rng, c, unit)
    ds = baris_indikator(rng, unit)
    for x in ds:
        x |= {
            "formulasi": rng.choice(FORMULASI),
            "sumber": rng.choice(SUMBER),
            "pj": rng.choice(PJ),
            "alasan": "Menggambarkan langsung hasil sasaran" if rng.random() < 0.7 else "Amanat RPJMD",
        }
    ada_target = rng.random() < 0.5 or rusak in ("tahun", "rusak")
    awal = c["tahun"] - rng.randrange(0, 5)
    if rusak == "tahun":
        awal = c["tahun"] - rng.choice([6, 7])
    tahun = list(range(awal, awal + 5))
    c["_tahun_judul"] = awal
    for x in ds:
        langkah = (1 if x["arah"] == "naik" else -1) * (x["t"] * 0.02)
        x["tt"] = [
            round(x["t"] + langkah * i) if x["jenis"] in "nk" else round(x["t"] + langkah * i, 2) for i in range(5)
        ]
    gaya = (
        rng.choice(["koma", "titik", "persen"])
        if c["csv"]
        else rng.choice(["angka", "angka", "koma", "titik", "persen"])
    )
    N = Nilai(gaya)
    ada_satuan = rng.random() < 0.9
    arah_kolom = rng.random() < 0.25
    ada_tujuan = rng.random() < 0.4
    ada_alasan = rng.random() < 0.5
    kol = [Kolom("no", ("No",))]
    if ada_tujuan:
        kol.append(Kolom("tujuan", (rng.choice(["Tujuan", "Tujuan Strategis"]),)))
    kol.append(
        Kolom(
            "sasaran",
            (
                rng.choice(
                    ["Sasaran", "Sasaran Strategis", "Kinerja Utama", "Tujuan / Sasaran"][: 3 if ada_tujuan else 4]
                ),
            ),
        )
    )
    kol.append(
        Kolom(
            "nama",
            (
                rng.choice(
                    [
                        "Indikator Kinerja Utama",
                        "Indikator Kinerja Utama (IKU)",
                        "IKU",
                        "Indikator Kinerja",
                        "Uraian Indikator Kinerja Utama",
                    ]
                ),
            ),
        )
    )
    if rusak == "tanpa_indikator":
        kol[-1] = Kolom("nama", (rng.choice(["Hasil yang Diharapkan", "Ekspektasi", "Kondisi Ideal"]),))
    tengah = []
    if ada_satuan:
        tengah.append(Kolom("satuan", ("Satuan",)))
    if ada_alasan:
        tengah.append(Kolom("alasan", (rng.choice(["Alasan", "Alasan Pemilihan"]),)))
    f = rng.choice(
        [
            "Formulasi Penghitungan",
            "Formula Perhitungan",
            "Cara Menghitung",
            "Formulasi",
            "Formulasi / Rumus Perhitungan",
            "Definisi Operasional / Formulasi",
        ][:5]
    )
    tengah.append(Kolom("formulasi", (f,)))
    tengah.append(Kolom("sumber", (rng.choice(["Sumber Data", "Sumber Data / Informasi"]),)))
    tengah.append(Kolom("pj", (rng.choice(["Penanggung Jawab", "Unit Penanggung Jawab", "PIC"]),)))
    if arah_kolom:
        tengah.append(Kolom("arah", (rng.choice(["Polarisasi", "Arah"]),)))
    if c["acak_kolom"]:
        rng.shuffle(tengah)
    kol += tengah
    if ada_target:
        g = rng.choice(["Target", "Target Kinerja", "Target Tahun"])
        kol += [Kolom(f"y{i}", (g, str(t))) for i, t in enumerate(tahun)]
    judul = [
        rng.choice(
            [
                "INDIKATOR KINERJA UTAMA",
                "FORMULIR INDIKATOR KINERJA UTAMA",
                "INDIKATOR KINERJA UTAMA (IKU)",
                "LAMPIRAN KEPUTUSAN KEPALA DINAS",
            ]
        ),
        unit.upper(),
    ]
    if rusak == "tahun":
        judul.append(f"TAHUN {tahun[0]}-{tahun[-1]}")
    elif rng.random() < 0.5:
        judul.append(
            rng.choice(
                [
                    f"PERIODE {tahun[0]}-{tahun[-1]}",
                    f"TAHUN {tahun[0]} - {tahun[-1]}",
                    f"RENSTRA {tahun[0]}-{tahun[-1]}",
                ]
            )
        )
    if rng.random() < 0.3 and rusak != "tahun":
        judul.append("Nomor : 050/12/Kep/" + str(tahun[0]))
    if rusak == "ganda":
        i = rng.randrange(len(ds))
        x = dict(ds[i])
        x["formulasi"] = next(f for f in FORMULASI if f != x["formulasi"])
        x["satuan"] = "Dokumen" if ada_satuan else x["satuan"]
        x["tt"] = [v + 3 for v in x["tt"]]
        x["_g"] = ds[i]["_g"] = True
        ds.insert(i + 1, x)
    kena = rng.randrange(len(ds))
    gab = rng.random() < 0.75
    no_sasaran = rng.random() < 0.5
    rows = []
    lalu, ns = None, 0
    for n, x in enumerate(ds):
        baru = x["sasaran"] != lalu
        lalu = x["sasaran"]
        ns += baru
        s = {
            "no": (ns if baru else None) if no_sasaran and gab else n + 1,
            "sasaran": x["sasaran"] if baru or not gab else None,
            "tujuan": f"Terwujudnya pelayanan {unit} yang berkualitas" if n == 0 or not gab else None,
            "nama": Sel(x["nama"], None, "ganda") if x.get("_g") else nodai(rng, x["nama"], c),
            "satuan": x["satuan"],
            "formulasi": nodai(rng, x["formulasi"], c),
            "sumber": x["sumber"],
            "pj": x["pj"],
            "alasan": x["alasan"],
            "arah": {"naik": "Naik", "turun": "Turun"}[x["arah"]],
        }
        for i in range(5):
            s[f"y{i}"] = N(x["tt"][i], x["satuan"])
        if rusak == "rusak" and n == kena:
            i = tahun.index(c["tahun"])
            v = f"{x['tt'][i]:.2f}".replace(".", ",")
            v = v[:-1] + "O" if v[-1] != "O" else v
            c["_rusak"] = v
            s[f"y{i}"] = Sel(v, None, "salah")
        b = Baris(s)
        if gab:
            if baru:
                b.gabung["sasaran"] = sum(1 for y in ds if y["sasaran"] == x["sasaran"])
                if no_sasaran:
                    b.gabung["no"] = b.gabung["sasaran"]
                if ada_tujuan and n:
                    b.boleh_putus = False
            else:
                b.boleh_putus = False
        rows.append(b)
    if gab and ada_tujuan:
        rows[0].gabung["tujuan"] = len(ds)
    ekor = kaki(rng, c, unit)
    kosong = susun(rng, c, "x", judul, kol, [], kosong=True)
    L = susun(rng, c, rng.choice(["IKU", "Sheet1", "Lampiran"]), judul, kol, rows, ekor)
    nama_lembar(L, c)
    c["pola"] = {"target": ada_target, "gabung": gab, "satuan": ada_satuan, "tujuan": ada_tujuan, "gaya_nilai": gaya}
    if rusak == "kosong":
        return [kosong], kosong_tolak(c)
    lembar = (
        buku(rng, c, L, kosong, [], unit) if "pivot" not in c["lembar"] and "pivot_depan" not in c["lembar"] else [L]
    )
    if rusak == "tahun":
        return lembar, tolak(
            c,
            "masa IKU tidak memuat tahun yang diminta",
            [[str(tahun[0]), f"{tahun[0]}-{tahun[-1]}", str(tahun[-1])], [str(c["tahun"])]],
        )
    if rusak == "rusak":
        return lembar, tolak(c, "angka target rusak", [salah_satu_tempat(L, "salah")], nilai_rusak=c["_rusak"])
    if rusak == "ganda":
        return lembar, tolak(
            c,
            "indikator yang sama dua kali dengan isi berbeda",
            [salah_satu_tempat(L, "ganda", next(x["nama"] for x in ds if x.get("_g")))],
        )
    if rusak == "tanpa_indikator":
        return lembar, tolak(c, "tidak ada kolom indikator", [["indikator", "Indikator"]], boleh_catatan=False)
    ind = [
        {
            "kode": None,
            "nama": x["nama"],
            "satuan": x["satuan"] if ada_satuan else None,
            "sasaran": x["sasaran"],
            "formulasi": x["formulasi"],
            "sumber_data": x["sumber"],
            "penanggung_jawab": x["pj"],
        }
        | ({"alasan": x["alasan"]} if ada_alasan else {})
        | ({"arah": x["arah"]} if arah_kolom else {})
        for x in ds
    ]
    tgt = (
        [
            {"indikator": x["nama"], "kode": None, "tahun": t, "periode": "tahunan", "target": x["tt"][i]}
            for x in ds
            for i, t in enumerate(tahun)
        ]
        if ada_target
        else []
    )
    tanya, jawaban, sifat = [], {}, "boleh"
    if not arah_kolom:
        tanya.append("arah setiap indikator (naik/turun) tidak ada di berkas")
        jawaban["arah"] = {x["nama"]: x["arah"] for x in ds}
    if not ada_satuan:
        tanya.append("satuan setiap indikator tidak ada di berkas")
        jawaban["satuan"] = {x["nama"]: x["satuan"] for x in ds}
        sifat = "wajib"
    return lembar, benar(
        c, {"indikator": ind} | ({"target": tgt} if tgt else {}), tanya, sifat, jawaban=jawaban, lembar=L.nama
    )
