"""The layout of a budget realisation report (LRA)."""

from __future__ import annotations

from benchmarks.ekspor.ciri import bukan_tabel, buku, judul_daerah, kaki, rusakkan, uang_dari
from benchmarks.ekspor.daerah import Daerah, akhir_daerah, ringkas, suntik
from benchmarks.ekspor.katalog import JUMLAH
from benchmarks.ekspor.kebenaran import tolak
from benchmarks.ekspor.lembar import Baris, Kolom, Sel, nodai, susun
from benchmarks.ekspor.uang import persen


def sipd_lra(rng, c, rusak):
    if rusak == "bukan":
        return bukan_tabel(rng, c, "Dinas Contoh")
    tahun_kolom = rng.random() < 0.15 and rusak in (None, "tahun") and "_n_su" not in c
    if tahun_kolom:
        c["gaya_tahun"] = None
    n_su = c.get("_n_su") or (1 if rusak or tahun_kolom else rng.choice([1, 1, 1, 2, 3]))
    d = Daerah(rng, c, n_su)
    u = uang_dari(c)
    pecah = rng.random() < 0.4
    gaya_su = c.get("_gaya_su") or rng.choice(["baris", "kolom", "tanpa"]) if n_su > 1 else None
    suffix = (
        [""]
        if n_su == 1
        else (
            ["", " (BLUD)", " (BOK)"] if gaya_su == "tanpa" else rng.choice([["", "", ""], ["", " (BLUD)", " (BLUD)"]])
        )
    )
    rek = c.get("_rek") or rng.choice([(6,), (2, 3), (3, 4), (1, 2, 3, 4, 5, 6), ()])
    rek_awalan = not pecah and rng.random() < 0.25 and rek  # after their sub activity's code
    tiga_real = rng.random() < 0.2
    pendapatan = not tahun_kolom and n_su == 1 and rng.random() < 0.2
    berkurang = rng.random() < 0.4
    kol: list[Kolom] = []
    if pecah:
        satu = rng.random() < 0.6
        nm = ["Urusan", "Bidang", "Program", "Kegiatan", "Sub Kegiatan"]
        kol += [Kolom(f"s{i}", ("Kode Rekening", nm[i]) if not satu else ("Kode Rekening",)) for i in range(5)]
        pan = max(rek) if rek else 0
        kol += [
            Kolom(
                f"r{i}",
                ("Kode Rekening", ["Akun", "Kelompok", "Jenis", "Objek", "Rincian", "Sub Rincian"][i])
                if not satu
                else ("Kode Rekening",),
            )
            for i in range(pan)
        ]
    else:
        kol.append(
            Kolom(
                "kode", (rng.choice(["Kode Rekening", "Kode", "KODE REKENING", "Kode Program/Kegiatan/Sub Kegiatan"]),)
            )
        )
    if gaya_su == "kolom":
        kol.insert(0, Kolom("su", (rng.choice(["Nama Sub Unit", "Sub SKPD", "Unit Kerja"]),)))
    if tahun_kolom:
        kol.insert(0, Kolom("tahun", ("Tahun",)))
    if rng.random() < 0.2:
        kol.insert(0, Kolom("no", ("No",)))
    kol.append(Kolom("u", (rng.choice(["Uraian", "URAIAN", "Nama Rekening", "Uraian Rekening"]),)))
    ang = rng.choice(
        ["Anggaran", "Anggaran (Rp)", "Jumlah Anggaran", "Anggaran Setelah Perubahan", "Pagu", "Alokasi Anggaran"]
    )
    blok = [[Kolom("a", (ang,))]]
    if tiga_real:
        blok.append(
            [
                Kolom("rl", ("Realisasi", "s.d. Bulan Lalu")),
                Kolom("ri", ("Realisasi", "Bulan Ini")),
                Kolom("r", ("Realisasi", "s.d. Bulan Ini")),
            ]
        )
    else:
        blok.append(
            [
                Kolom(
                    "r",
                    (
                        rng.choice(
                            [
                                "Realisasi",
                                "Realisasi (Rp)",
                                "Jumlah Realisasi",
                                f"Realisasi {c['tahun']}" if not tahun_kolom and rusak != "tahun" else "Realisasi",
                            ]
                        ),
                    ),
                )
            ]
        )
    blok.append([Kolom("p", (rng.choice(["%", "Persentase", "(%)", "% Realisasi"]),))])
    blok.append(
        [
            Kolom(
                "s", (("Bertambah / (Berkurang)" if berkurang else rng.choice(["Sisa", "Sisa Anggaran", "Sisa (Rp)"])),)
            )
        ]
    )
    if c["acak_kolom"]:
        rng.shuffle(blok)
    kol += [k for b in blok for k in b]
    rows: list[dict] = []
    if pendapatan:
        pd = rng.randrange(100, 900) * 1_000_000
        for kode, nama in (
            ("4", "PENDAPATAN DAERAH"),
            ("4.1", "PENDAPATAN ASLI DAERAH (PAD)"),
            ("4.1.02", "Retribusi Daerah"),
        ):
            rows.append({"t": "pendapatan", "kode": kode, "nama": nama, "su": 0, "s": None, "pr": (pd, pd - 3_000_000)})
        rows.append(
            {"t": "jumlah", "kode": None, "nama": "JUMLAH PENDAPATAN", "su": 0, "s": None, "pr": (pd, pd - 3_000_000)}
        )
    for i, (ks, ns) in enumerate(d.su):
        if gaya_su == "baris":
            j = d.jumlah(lambda x, ks=ks: x[0] == ks)
            pr = tuple(sum(v[n] for v in j.values()) for n in (0, 1)) if rng.random() < 0.5 else None
            rows.append(
                {
                    "t": "su",
                    "kode": None,
                    "nama": rng.choice(["Sub Unit : ", "Sub Unit Organisasi: ", ""]) + ns
                    if not pr
                    else f"Sub Unit : {ks} {ns}",
                    "su": i,
                    "s": None,
                    "pr": pr,
                }
            )
        for t, kode, nama, j, s in d.baris(ks, rek):
            rows.append(
                {
                    "t": t,
                    "kode": kode,
                    "nama": nama + (suffix[min(i, len(suffix) - 1)] if t != "rekening" else ""),
                    "su": i,
                    "s": s,
                    "j": j,
                }
            )
    kena = suntik(rng, rows, rusak)
    data: list[Baris] = []
    nomor = 0

    def emit(x, tahun=None, kali=None):
        nonlocal nomor
        pr = x["pr"] if "pr" in x else tuple(sum(v[i] for v in x["j"].values()) for i in (0, 1))
        sel: dict = {"u": nodai(rng, x["nama"], c)}
        if tahun:
            sel["tahun"] = tahun
        if kali and pr:
            pr = (pr[0] // 1000 * kali // 10 * 1000, int(pr[1]) // 1000 * kali // 10 * 1000)
        if gaya_su == "kolom":
            sel["su"] = d.su[x["su"]][1]
        kode = x["kode"]
        if kode and x["t"] not in ("su",):
            nomor += x["t"] == "program"
            if x["t"] == "program":
                sel["no"] = nomor
            if pecah and x["t"] in ("program", "kegiatan", "sub_kegiatan", "rekening"):
                asal = x["s"] if x["t"] == "rekening" else kode
                b = asal.split(".")
                seg = [b[0], b[1], b[2]] + ([f"{b[3]}.{b[4]}"] if len(b) > 3 else []) + b[5:6]
                for n, v in enumerate(seg):
                    sel[f"s{n}"] = v
                if x["t"] == "rekening":
                    for n, v in enumerate(kode.split(".")):
                        sel[f"r{n}"] = v
                kunci = f"s{len(seg) - 1}"
            elif pecah:
                for n, v in enumerate(kode.split(".")):
                    sel[f"r{n}"] = v
                kunci = "r0"
            else:
                sel["kode"] = nodai(rng, f"{x['s']}.{kode}" if x["t"] == "rekening" and rek_awalan else kode, c)
                kunci = "kode"
            if x.get("salah") == "ganda":
                sel[kunci] = Sel(sel[kunci], None, "ganda")
        if pr:
            a, r = pr
            sel |= {
                "a": u(a),
                "r": u(r),
                "p": persen(r, a, c["gaya_persen"]),
                "s": u(r - a if berkurang else a - r, kurung=True),
            }
            if tiga_real:
                lalu = int(r * 0.85) // 1000 * 1000
                sel |= {"rl": u(lalu), "ri": u(r - lalu)}
            if x.get("salah") == "rusak":
                h, n = rng.choice([("a", a), ("r", r)]) if r else ("a", a)
                c["_rusak"] = rusakkan(rng, n)
                sel[h] = Sel(c["_rusak"], None, "rusak")
            if x.get("salah") == "total_kegiatan":
                sel["a"] = u(a, tag="total")
        if c["baris_kosong"] and x["t"] == "program" and data and rng.random() < 0.5:
            data.append(Baris({}, "kosong"))
        data.append(Baris(sel, sembunyi=c["baris_sembunyi"] and x["t"] == "rekening" and rng.random() < 0.3))

    tahun_lain = []
    if tahun_kolom:
        tahun_lain = [c["tahun"] - 1, c["tahun"] - 2][: rng.choice([1, 2])]
        for k, t in enumerate(tahun_lain):
            for x in rows:
                emit(x, t, 8 - k)
    if not (tahun_kolom and rusak == "tahun"):
        for x in rows:
            emit(x, c["tahun"] if tahun_kolom else None)
    kata = rng.choice(JUMLAH)
    if not tahun_kolom:
        ta = d.total(0) + (10_000_000 if rusak == "total_jumlah" else 0)
        sel = {
            "u": kata,
            "a": u(ta, tag="total" if rusak == "total_jumlah" else None, rumus=c["gaya_uang"] == "angka"),
            "r": u(d.total(1)),
            "p": persen(d.total(1), d.total(0), c["gaya_persen"]),
            "s": u((d.total(1) - ta) if berkurang else (ta - d.total(1)), kurung=True),
        }
        data.append(Baris(sel, "total"))
        if pendapatan:
            data.append(
                Baris(
                    {
                        "u": "SURPLUS / (DEFISIT)",
                        "a": u(pd - d.total(0), kurung=True),
                        "r": u(pd - 3_000_000 - d.total(1), kurung=True),
                    },
                    "total",
                )
            )
    tahun_judul = c["tahun"] + (rng.choice([-2, -1, 1]) if rusak == "tahun" and not tahun_kolom else 0)
    jd = judul_daerah(
        rng,
        c,
        rng.choice(
            [
                "LAPORAN REALISASI ANGGARAN",
                "LAPORAN REALISASI ANGGARAN PENDAPATAN DAN BELANJA DAERAH",
                "REALISASI ANGGARAN BELANJA",
                "LAPORAN REALISASI FISIK DAN KEUANGAN",
            ]
        ),
        d.unit,
        tahun_judul,
        rusak == "tahun" and not tahun_kolom,
    )
    if tiga_real:
        jd.append(f"Bulan Desember {tahun_judul}")
    kosong = susun(rng, c, "x", jd, kol, [], kosong=True)
    L = susun(rng, c, rng.choice(["LRA", "Realisasi", "Sheet1", "Lap"]), jd, kol, data, kaki(rng, c, d.unit))
    L.nama = "Data" if L.nama == "Sheet1" and "pivot_depan" in c["lembar"] else L.nama
    c["pola"] = {
        "sub_unit": n_su,
        "gaya_sub_unit": gaya_su,
        "kode_pecah": pecah,
        "rekening_awalan": bool(rek_awalan),
        "tiga_realisasi": tiga_real,
        "pendapatan": pendapatan,
        "kolom_tahun": tahun_kolom,
    }
    if rusak == "kosong":
        return [kosong], tolak(
            c, "hanya judul kolom, tidak ada baris isi", [["kosong", "tidak ada baris", "tidak ada isi", "judul"]]
        )
    lembar = buku(rng, c, L, kosong, ringkas(d), d.unit)
    if rusak == "tahun" and tahun_kolom:
        return lembar, tolak(
            c, "kolom Tahun tidak memuat tahun yang diminta", [[str(tahun_lain[0])], [str(c["tahun"])]]
        )
    k = akhir_daerah(c, d, u, rusak, L, kena, True, suffix, kata, tahun_judul, n_su, wajib_jumlah=gaya_su == "tanpa")
    if pendapatan and k["hasil"] == "benar":
        k["tidak_boleh"] = [
            {"tabel": "anggaran", "kode": "4"},
            {"tabel": "anggaran", "kode": "4.1"},
            {"tabel": "anggaran", "kode": "4.1.02"},
        ]
    return lembar, k
