"""The layout of SIPD Rekapitulasi Belanja."""

from __future__ import annotations

from benchmarks.ekspor.ciri import bukan_tabel, buku, judul_daerah, kaki, rusakkan, uang_dari
from benchmarks.ekspor.daerah import GRUP, Daerah, akhir_daerah, ringkas, suntik
from benchmarks.ekspor.katalog import JUMLAH
from benchmarks.ekspor.kebenaran import tolak
from benchmarks.ekspor.lembar import Baris, Kolom, Sel, nodai, susun


def sipd_rekap(rng, c, rusak):
    if rusak == "bukan":
        return bukan_tabel(rng, c, "Dinas Contoh")
    n_su = c.get("_n_su") or (1 if rusak in ("ganda",) else rng.choice([1, 1, 2, 3]))
    lain = rng.random() < 0.35
    d = Daerah(rng, c, n_su, lain_grup=lain)
    u = uang_dari(c)
    ada_real = rng.random() < 0.8
    ada_total = rng.random() < 0.5 or rusak == "total_grup"
    grup = list(GRUP) if lain or rng.random() < 0.6 else ["5.1", "5.2"]
    rek = c.get("_rek") or rng.choice([(3, 4), (6,), (1, 2, 3, 4, 5, 6), (2, 3), (3,)])
    suffix = (
        [""]
        if n_su == 1
        else rng.choice([["", "", ""], ["", " (BLUD)", " (BLUD)"], ["", f" - {d.su[1][1]}", f" - {d.su[-1][1]}"]])
    )
    ulang = rng.random() < 0.7
    ang = rng.choice(["Anggaran", "Anggaran", "Pagu", "Pagu Anggaran", "Anggaran (Rp)"])
    rea = rng.choice(["Realisasi", "Realisasi", "Realisasi (Rp)", "Realisasi Belanja"])
    if rng.random() < 0.6:
        kk = [Kolom(f"k{i}", ("Kode",)) for i in range(1, 5)]
        c4 = True
    else:
        kk = [
            Kolom("k1", ("Kode Bidang Urusan",)),
            Kolom("k2", (rng.choice(["Kode Unit / Sub Unit", "Kode SKPD"]),)),
            Kolom("k3", (rng.choice(["Kode Program / Kegiatan / Sub Kegiatan", "Kode Program/Kegiatan/Sub"]),)),
            Kolom("k4", (rng.choice(["Kode Rekening", "Kode Akun"]),)),
        ]
        c4 = False
    kol = [
        *kk,
        Kolom(
            "u",
            (rng.choice(["Uraian", "Uraian", "Nama", "Uraian Urusan, Organisasi, Program, Kegiatan, Sub Kegiatan"]),),
        ),
    ]
    induk = rng.choice(["Kelompok Belanja", "Jenis Belanja", "Belanja"])
    blok = []
    for g in grup:
        n = GRUP[g]
        n = ("Belanja " + n) if induk != "Kelompok Belanja" else n
        blok.append([Kolom(f"{g}a", (induk, n, ang))] + ([Kolom(f"{g}r", (induk, n, rea))] if ada_real else []))
    if ada_total:
        t = rng.choice(["Total", "Jumlah", "Total Belanja"])
        bt = [Kolom("ta", (induk, t, ang))] + ([Kolom("tr", (induk, t, rea))] if ada_real else [])
        blok.insert(0 if rng.random() < 0.3 else len(blok), bt)
    if c["acak_kolom"] and not ada_total:
        rng.shuffle(blok)
    kol += [k for b in blok for k in b]
    if not ada_real:  # headings of two rows only
        for k in kol:
            if len(k.kepala) == 3:
                k.kepala = (ang, k.kepala[1])
    rows: list[dict] = []
    semua = d.jumlah()
    if rng.random() < 0.5:
        rows.append(
            {
                "t": "urusan",
                "k": (d.bidang[0], None, None, None),
                "kode": d.bidang[0],
                "nama": "URUSAN PEMERINTAHAN WAJIB",
                "j": semua,
            }
        )
    rows.append({"t": "bidang", "k": (d.bidang, None, None, None), "kode": d.bidang, "nama": d.nama_bidang, "j": semua})
    if n_su > 1 and rng.random() < 0.5:
        rows.append(
            {
                "t": "unit",
                "k": (d.bidang, d.kode_unit, None, None),
                "kode": d.kode_unit,
                "nama": d.unit.upper(),
                "j": semua,
            }
        )
    for i, (ks, ns) in enumerate(d.su):
        rows.append(
            {
                "t": "su",
                "k": (d.bidang, ks, None, None),
                "kode": ks,
                "nama": ns,
                "j": d.jumlah(lambda x, ks=ks: x[0] == ks),
            }
        )
        for t, kode, nama, j, s in d.baris(ks, rek):
            if t != "rekening":
                nama = nama + suffix[min(i, len(suffix) - 1)]
            kode4 = (d.bidang, ks, s if t == "rekening" else kode, kode if t == "rekening" else None)
            rows.append({"t": t, "k": kode4, "kode": kode, "nama": nama, "j": j})
    kena = suntik(rng, rows, rusak)
    data: list[Baris] = []
    lalu = (None,) * 4
    for x in rows:
        if c["baris_kosong"] and x["t"] == "program" and data and rng.random() < 0.5:
            data.append(Baris({}, "kosong"))
        k = x["k"]
        tampil = (
            k
            if ulang
            else tuple(
                a if a != b or (n == 1 and x["t"] == "su") else None
                for n, (a, b) in enumerate(zip(k, lalu, strict=True))
            )
        )
        lalu = k
        sel = {f"k{n + 1}": nodai(rng, v, c) if v else None for n, v in enumerate(tampil)}
        if x.get("salah") == "ganda":
            sel["k3"] = Sel(k[2], None, "ganda")
        sel["u"] = nodai(rng, x["nama"], c)
        for g in grup:
            for h, i in (("a", 0), ("r", 1)):
                sel[g + h] = u(x["j"][g][i])
        sel["ta"], sel["tr"] = (u(sum(v[i] for v in x["j"].values())) for i in (0, 1))
        if x.get("salah") == "rusak":
            h, i = ("a", 0) if not ada_real or rng.random() < 0.5 or not x["j"]["5.1"][1] else ("r", 1)
            kunci = ("t" if ada_total else "5.1") + h
            n = sum(v[i] for v in x["j"].values()) if ada_total else x["j"]["5.1"][i]
            c["_rusak"] = rusakkan(rng, n)
            sel[kunci] = Sel(c["_rusak"], None, "rusak")
        if x.get("salah") == "total_grup":
            sel["ta"] = u(sum(v[0] for v in x["j"].values()) + 2_000_000, tag="total")
        if x.get("salah") == "total_kegiatan":
            sel["5.1a"] = u(x["j"]["5.1"][0], tag="total")
        data.append(Baris(sel, sembunyi=c["baris_sembunyi"] and x["t"] == "rekening" and rng.random() < 0.3))
    kata = rng.choice(JUMLAH)
    js = {("u" if rng.random() < 0.6 else "k1"): kata}
    for g in grup:
        for h, i in (("a", 0), ("r", 1)):
            v = semua[g][i]
            if rusak == "total_jumlah" and g == "5.1" and h == "a" and not ada_total:
                js[g + h] = u(v + 10_000_000, tag="total")
            else:
                js[g + h] = u(v, rumus=c["gaya_uang"] == "angka" and v != 0)
    js["ta"] = u(
        d.total(0) + (10_000_000 if rusak == "total_jumlah" else 0), tag="total" if rusak == "total_jumlah" else None
    )
    js["tr"] = u(d.total(1))
    data.append(Baris(js, "total"))
    tahun_judul = c["tahun"] + (rng.choice([-2, -1, 1]) if rusak == "tahun" else 0)
    nama_judul = rng.choice(
        [
            "REKAPITULASI BELANJA",
            "REKAPITULASI BELANJA DAERAH MENURUT URUSAN, ORGANISASI, PROGRAM, KEGIATAN DAN SUB KEGIATAN",
            "LAPORAN REKAPITULASI BELANJA",
        ]
    )
    jd = judul_daerah(rng, c, nama_judul, d.unit, tahun_judul, rusak == "tahun")
    kosong = susun(rng, c, "x", jd, kol, [], kosong=True)
    L = susun(rng, c, rng.choice(["LRA", "Rekap", "Sheet1", "Worksheet"]), jd, kol, data, kaki(rng, c, d.unit))
    L.nama = "Data" if L.nama == "Sheet1" and "pivot_depan" in c["lembar"] else L.nama
    if rusak == "kosong":
        return [kosong if kosong.isi else L], tolak(
            c, "hanya judul kolom, tidak ada baris isi", [["kosong", "tidak ada baris", "tidak ada isi", "judul"]]
        )
    lembar = buku(rng, c, L, kosong, ringkas(d), d.unit)
    c["pola"] = {
        "sub_unit": n_su,
        "total": ada_total,
        "grup": len(grup),
        "realisasi": ada_real,
        "kode_ulang": ulang,
        "kode_satu_judul": c4,
    }
    return lembar, akhir_daerah(c, d, u, rusak, L, kena, ada_real, suffix, kata, tahun_judul, n_su)
