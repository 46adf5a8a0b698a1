"""The layout of monthly cash plans (RAK)."""

from __future__ import annotations

from benchmarks.ekspor.ciri import bukan_tabel, buku, judul_daerah, kaki, nama_lembar, rusakkan, uang_dari
from benchmarks.ekspor.daerah import Daerah, ringkas
from benchmarks.ekspor.katalog import BULAN, JUMLAH, REKENING, ROMAWI, TW
from benchmarks.ekspor.kebenaran import benar, kosong_tolak, salah_satu_tempat, tahun_tolak, tanya_umum, tolak
from benchmarks.ekspor.lembar import Baris, Kolom, Sel, nodai, susun


def bagi_bulan(rng, pagu):
    bobot = [rng.choice([0, 1, 1, 2, 3]) for _ in range(12)]
    if not any(bobot):
        bobot[5] = 1
    s = sum(bobot)
    m = [pagu * b // s // 1000 * 1000 for b in bobot]
    akhir = max(i for i, b in enumerate(bobot) if b)
    m[akhir] += pagu - sum(m)
    return m


def rak(rng, c, rusak):
    if rusak == "bukan":
        return bukan_tabel(rng, c, "Dinas Contoh")
    d = Daerah(rng, c, 1)
    u = uang_dari(c)
    bulan = [bagi_bulan(rng, x[5]) for x in d.daun]
    datar = rng.random() < 0.5
    kolom_tw = rng.random() < 0.45 or rusak == "total_tw"
    kolom_total = rng.random() < 0.8 or rusak == "total_bulan"
    gaya = rng.choice(["{n}", "{n}", "{p}", "bulan{i}", "Bulan {i}"])
    nb = [gaya.format(n=BULAN[i], p=BULAN[i][:3], i=i + 1) for i in range(12)]
    hilang = rng.randrange(12) if rusak == "bulan_hilang" else None
    if hilang is not None:
        kolom_tw = kolom_total = False
    induk = rng.choice([None, "Anggaran Kas", "Rencana Penarikan"])

    def kb(key, t):
        return Kolom(key, (induk, t) if induk else (t,))

    if datar:
        kol = [
            Kolom("kp", ("Kode Program",)),
            Kolom("np", ("Nama Program",)),
            Kolom("kk", ("Kode Kegiatan",)),
            Kolom("nk", ("Nama Kegiatan",)),
            Kolom("ks", ("Kode Sub Kegiatan",)),
            Kolom("ns", ("Nama Sub Kegiatan",)),
            Kolom("kr", (rng.choice(["Kode Akun", "Kode Rekening"]),)),
            Kolom("nr", (rng.choice(["Nama Akun", "Nama Rekening"]),)),
        ]
    else:
        kol = [Kolom("kode", (rng.choice(["Kode Rekening", "Kode"]),)), Kolom("u", ("Uraian",))]
    pagu_kol = rng.random() < 0.6
    if pagu_kol:
        kol.append(Kolom("pagu", (rng.choice(["Nilai Rincian", "Pagu", "Anggaran", "Nilai Anggaran"]),)))
    total = Kolom("tot", (rng.choice(["Total RAK", "Jumlah", "Total"]),))
    if kolom_total and rng.random() < 0.5:
        kol.append(total)
    for i in range(12):
        if i != hilang:
            kol.append(kb(f"b{i}", nb[i]))
        if kolom_tw and i % 3 == 2:
            kol.append(
                kb(
                    f"t{i // 3}",
                    rng.choice([f"TW {i // 3 + 1}", f"Triwulan {ROMAWI[i // 3]}", f"Jumlah TW {ROMAWI[i // 3]}"]),
                )
            )
    if kolom_total and total not in kol:
        kol.append(total)

    def jumlahkan(idx):
        return [sum(bulan[i][m] for i in idx) for m in range(12)]

    def uang_baris(m, jenis=None):
        s = {f"b{i}": u(v) for i, v in enumerate(m)} | {f"t{q}": u(sum(m[3 * q : 3 * q + 3])) for q in range(4)}
        s |= {"tot": u(sum(m)), "pagu": u(sum(m))}
        if jenis == "total_bulan":
            s["tot"] = u(sum(m) + 3_000_000, tag="salah")
        if jenis == "total_tw":
            q = next(i for i in range(4) if sum(m[3 * i : 3 * i + 3]))
            s[f"t{q}"] = u(sum(m[3 * q : 3 * q + 3]) + 2_000_000, tag="salah")
        if jenis == "rusak":
            i = max(range(12), key=lambda i: m[i])
            c["_rusak"] = rusakkan(rng, m[i])
            s[f"b{i}"] = Sel(c["_rusak"], None, "salah")
        return s

    kena = rng.randrange(len(d.daun))
    kena_kode = d.daun[kena][3]
    data: list[Baris] = []
    sub_total = datar and rng.random() < 0.35
    rek = rng.choice([(6,), (3, 6), (3,)]) if not datar else (6,)
    for s in dict.fromkeys(x[3] for x in d.daun):
        idx = [i for i, x in enumerate(d.daun) if x[3] == s]
        p, k = d.daun[idx[0]][1], d.daun[idx[0]][2]
        if datar:
            for i in idx:
                r = d.daun[i][4]
                sel = {
                    "kp": p,
                    "np": nodai(rng, d.nama[p], c),
                    "kk": k,
                    "nk": d.nama[k],
                    "ks": nodai(rng, s, c),
                    "ns": nodai(rng, d.nama[s], c),
                    "kr": r,
                    "nr": REKENING[r],
                }
                data.append(
                    Baris(
                        sel
                        | uang_baris(
                            bulan[i], rusak if i == kena and rusak in ("rusak", "total_bulan", "total_tw") else None
                        ),
                        sembunyi=c["baris_sembunyi"] and rng.random() < 0.2,
                    )
                )
            if sub_total:
                data.append(Baris({"nr": "Jumlah"} | uang_baris(jumlahkan(idx)), "total"))
        else:
            for t, kode in ((1, p), (2, k)):
                if not any(b.sel.get("_k") == kode for b in data):
                    if c["baris_kosong"] and t == 1 and data:
                        data.append(Baris({}, "kosong"))
                    data.append(
                        Baris(
                            {"_k": kode, "kode": nodai(rng, kode, c), "u": nodai(rng, d.nama[kode], c)}
                            | uang_baris(jumlahkan([i for i, x in enumerate(d.daun) if x[t] == kode]))
                        )
                    )
            data.append(
                Baris(
                    {"kode": s, "u": nodai(rng, d.nama[s], c)}
                    | uang_baris(
                        jumlahkan(idx),
                        rusak if s == kena_kode and rusak in ("rusak", "total_bulan", "total_tw") else None,
                    )
                )
            )
            for r in sorted({".".join(d.daun[i][4].split(".")[:n]) for i in idx for n in rek}):
                data.append(
                    Baris(
                        {"kode": r, "u": REKENING[r]}
                        | uang_baris(jumlahkan([i for i in idx if (d.daun[i][4] + ".").startswith(r + ".")]))
                    )
                )
    semua = list(range(len(d.daun)))
    kata = rng.choice(JUMLAH)
    if rng.random() < 0.8 or rusak == "total_jumlah":
        j = uang_baris(jumlahkan(semua))
        if rusak == "total_jumlah":
            m = jumlahkan(semua)
            i = max(range(12), key=lambda i: m[i])
            j[f"b{i}"] = u(m[i] + 5_000_000, tag="salah")
        data.append(Baris({("nr" if datar else "u"): kata} | j, "total"))
    tj = c["tahun"] + (rng.choice([-2, -1, 1]) if rusak == "tahun" else 0)
    jd = judul_daerah(
        rng,
        c,
        rng.choice(
            [
                "ANGGARAN KAS",
                "RENCANA ANGGARAN KAS (RAK) BELANJA",
                "ANGGARAN KAS PEMERINTAH DAERAH",
                "LAPORAN RAK PER SUB KEGIATAN",
            ]
        ),
        d.unit,
        tj,
        rusak == "tahun",
    )
    kosong = susun(rng, c, "x", jd, kol, [], kosong=True)
    L = susun(rng, c, rng.choice(["RAK", "Anggaran Kas", "Sheet1"]), jd, kol, data, kaki(rng, c, d.unit))
    nama_lembar(L, c)
    c["pola"] = {
        "datar": datar,
        "kolom_tw": kolom_tw,
        "kolom_total": kolom_total,
        "baris_jumlah_sub": sub_total,
        "nama_bulan": gaya,
    }
    if rusak == "kosong":
        return [kosong], kosong_tolak(c)
    lembar = buku(rng, c, L, kosong, ringkas(d), d.unit)
    if rusak == "tahun":
        return lembar, tahun_tolak(c, tj)
    if rusak == "rusak":
        return lembar, tolak(c, "angka rusak", [salah_satu_tempat(L, "salah")], nilai_rusak=c["_rusak"])
    if rusak in ("total_bulan", "total_tw"):
        return lembar, tolak(
            c, "jumlah berselisih dengan bulan-bulannya", [salah_satu_tempat(L, "salah", kena_kode)], boleh_catatan=True
        )
    if rusak == "total_jumlah":
        return lembar, tolak(
            c, "baris jumlah berselisih dengan rinciannya", [salah_satu_tempat(L, "salah", kata)], boleh_catatan=True
        )
    if rusak == "bulan_hilang":
        return lembar, tolak(
            c,
            f"kolom bulan {BULAN[hilang]} tidak ada",
            [[BULAN[hilang], BULAN[hilang].lower(), nb[hilang], f"bulan {hilang + 1}"]],
        )
    kas, ang = [], []
    for tingkat, kode, idx in [("instansi", "0", semua)] + [
        (t, k, [i for i, x in enumerate(d.daun) if x[n] == k])
        for n, t in ((1, "program"), (2, "kegiatan"), (3, "sub_kegiatan"))
        for k in dict.fromkeys(x[n] for x in d.daun)
    ]:
        m = jumlahkan(idx)
        for q in range(4):
            kas.append(
                {"kode": kode, "tingkat": tingkat, "periode": TW[q], "rencana_rp": u.benar(sum(m[3 * q : 3 * q + 3]))}
            )
        if kode != "0":
            ang.append(
                {
                    "kode": kode,
                    "tingkat": tingkat,
                    "nama": d.nama[kode],
                    "pagu_rp": [sum(m), None],
                    "realisasi_rp": None,
                }
            )
    tanya, jawaban = [], {}
    tanya_umum(c, tanya, jawaban)
    return lembar, benar(
        c,
        {"kas": kas},
        tanya,
        jawaban=jawaban,
        total={"rencana_rp": d.total(0)},
        tambahan={"anggaran": ang},
        lembar=L.nama,
    )
