"""The layouts that offices make themselves."""

from __future__ import annotations

from benchmarks.ekspor.ciri import bukan_tabel, buku, judul_daerah, kaki, nama_lembar, rusakkan, uang_dari
from benchmarks.ekspor.daerah import Daerah, ringkas
from benchmarks.ekspor.katalog import JUMLAH, ROMAWI, TW
from benchmarks.ekspor.kebenaran import benar, kosong_tolak, salah_satu_tempat, tahun_tolak, tanya_umum, tolak
from benchmarks.ekspor.lembar import Baris, Kolom, Sel, nodai, susun
from benchmarks.ekspor.uang import persen


def rekap_buatan(rng, c, rusak):
    if rusak == "bukan":
        return bukan_tabel(rng, c, "Dinas Contoh")
    d = Daerah(rng, c, 1)
    u = uang_dari(c)
    pola = rng.choice(["tiga_kolom", "tiga_datar", "nomor_huruf", "nomor_titik", "awalan"])
    if rusak == "total_kegiatan" and pola == "tiga_datar":
        pola = "tiga_kolom"
    kuartal = rng.choice([None, None, "masing", "sd", "target_real"])
    satu_tw = rusak == "tw_tanpa_nama" or (not rusak and rng.random() < 0.2)
    tw = rng.randrange(1, 5)
    tw_nama = satu_tw and rusak != "tw_tanpa_nama" and rng.random() < 0.5
    par_tw = None if not satu_tw or rusak == "tw_tanpa_nama" or tw_nama else tw
    if satu_tw:
        kuartal = None
    dua = rng.random() < 0.65
    if rusak in ("tahun",) or not satu_tw:
        tahun_kolom = rng.random() < 0.12 and rusak in (None, "tahun") and not satu_tw and kuartal is None
    else:
        tahun_kolom = False
    if tahun_kolom:
        c["gaya_tahun"] = None
    dpa = [max(1000, int(x[5] * rng.uniform(0.8, 1.15)) // 1000 * 1000) if rng.random() < 0.4 else x[5] for x in d.daun]
    real_q = []
    renc_q = []
    for x in d.daun:
        r = int(x[6])
        a = [int(r * f) // 1000 * 1000 for f in (0.12, 0.25, 0.27)]
        real_q.append([*a, x[6] - sum(a)])
        b = [int(x[5] * f) // 1000 * 1000 for f in (0.15, 0.25, 0.3)]
        renc_q.append([*b, x[5] - sum(b)])
    kode_semua = [("program", 1), ("kegiatan", 2), ("sub_kegiatan", 3)]

    def angka(idx):
        return {
            "dpa": sum(dpa[i] for i in idx),
            "dppa": sum(d.daun[i][5] for i in idx),
            "r": sum(d.daun[i][6] for i in idx),
            "q": [sum(real_q[i][k] for i in idx) for k in range(4)],
            "t": [sum(renc_q[i][k] for i in idx) for k in range(4)],
        }

    nd, npp = rng.choice(
        [
            ("Pagu DPA", "Pagu DPPA"),
            ("DPA", "DPPA"),
            ("Anggaran DPA (Rp)", "Anggaran DPPA (Rp)"),
            ("Pagu Murni (DPA)", "Pagu Perubahan (DPPA)"),
        ]
    )
    kol: list[Kolom] = []
    if tahun_kolom:
        kol.append(Kolom("th", ("Tahun",)))
    if pola in ("tiga_kolom", "tiga_datar"):
        kol += [
            Kolom("no", ("No",)),
            Kolom("n1", ("Program",)),
            Kolom("n2", ("Kegiatan",)),
            Kolom("n3", (rng.choice(["Sub Kegiatan", "Subkegiatan"]),)),
        ]
        if rng.random() < 0.3:
            kol.pop(-4)
    else:
        kol += [
            Kolom("no", (rng.choice(["No", "No.", "Kode"] if pola == "nomor_titik" else ["No", "No."]),)),
            Kolom("u", (rng.choice(["Program / Kegiatan / Sub Kegiatan", "Uraian", "Program/Kegiatan/Sub Kegiatan"]),)),
        ]
    blok = []
    satu_pagu = None
    if dua:
        blok.append([Kolom("dpa", (nd,)), Kolom("dppa", (npp,))])
    else:
        satu_pagu = rng.choice(["dpa", "dppa", None])
        blok.append(
            [
                Kolom(
                    "dppa",
                    (
                        {"dpa": nd, "dppa": npp, None: rng.choice(["Pagu", "Anggaran", "Pagu Anggaran (Rp)"])}[
                            satu_pagu
                        ],
                    ),
                )
            ]
        )
    if satu_tw:
        blok.append(
            [
                Kolom(
                    "rt",
                    (
                        f"Realisasi TW {ROMAWI[tw - 1]}"
                        if tw_nama
                        else rng.choice(["Realisasi TW", "Realisasi Triwulan", "Realisasi TW (Rp)"]),
                    ),
                )
            ]
        )
    else:
        if kuartal == "masing":
            blok.append(
                [Kolom(f"q{i}", ("Realisasi", f"TW {ROMAWI[i]}")) for i in range(4)]
                + [Kolom("r", ("Realisasi", rng.choice(["Jumlah", "Total"])))]
            )
        elif kuartal == "sd":
            blok.append([Kolom(f"s{i}", (f"Realisasi s.d. TW {ROMAWI[i]}",)) for i in range(4)])
        elif kuartal == "target_real":
            blok.append(
                [
                    k
                    for i in range(4)
                    for k in (
                        Kolom(f"t{i}", (f"Triwulan {ROMAWI[i]}", "Target")),
                        Kolom(f"q{i}", (f"Triwulan {ROMAWI[i]}", "Realisasi")),
                    )
                ]
            )
        if kuartal in (None, "sd", "target_real"):
            blok.append(
                [Kolom("r", (rng.choice(["Realisasi", "Realisasi (Rp)", "Total Realisasi", "Realisasi Keuangan"]),))]
            )
        blok.append([Kolom("p", (rng.choice(["%", "Persentase", "% Serapan"]),))])
        if rng.random() < 0.4:
            blok.append([Kolom("fis", (rng.choice(["Realisasi Fisik (%)", "Fisik (%)"]),))])
    if c["acak_kolom"]:
        rng.shuffle(blok)
    kol += [k for b in blok for k in b]
    if rng.random() < 0.4:
        kol.append(Kolom("ket", ("Keterangan",)))
    kena_k = rng.choice(list(dict.fromkeys(x[2] for x in d.daun)))
    kena_s = rng.choice([x[3] for x in d.daun if x[6] > 1000])
    data: list[Baris] = []
    fisik = {}

    def uang_baris(a, kode=None, tag=None, kali=10):
        def k(x):
            return x if kali == 10 else int(x) // 1000 * kali // 10 * 1000

        s = {
            "dpa": u(k(a["dpa"])),
            "dppa": u(k(a["dppa"])),
            "r": u(k(a["r"])),
            "p": persen(a["r"], a["dppa"], c["gaya_persen"]),
            "rt": u(a["q"][tw - 1]),
        }
        for i in range(4):
            s[f"q{i}"], s[f"t{i}"], s[f"s{i}"] = u(a["q"][i]), u(a["t"][i]), u(sum(a["q"][: i + 1]))
        if kode:
            fisik.setdefault(kode, round(min(100, a["r"] / a["dppa"] * 100 + 3), 2) if a["dppa"] else 0)
            s["fis"] = Sel(fisik[kode], None) if c["gaya_uang"] == "angka" else f"{fisik[kode]:.2f}".replace(".", ",")
        if tag == "rusak":
            h = "rt" if satu_tw else rng.choice(["dppa", "r"])
            n = {"dppa": a["dppa"], "r": a["r"], "rt": a["q"][tw - 1] or 1000}[h]
            c["_rusak"] = rusakkan(rng, n)
            s[h] = Sel(c["_rusak"], None, "salah")
        elif tag == "total":
            s["dppa"] = u(a["dppa"] + 3_000_000, tag="salah")
        return s

    def isi(tahun=None, kali=10):
        np_ = nk = ns = 0
        terlihat = set()
        for _i0, x in enumerate(d.daun):
            for _t, n in kode_semua:
                kode = x[n]
                if kode in terlihat:
                    continue
                terlihat.add(kode)
                idx = [i for i, y in enumerate(d.daun) if y[n] == kode]
                a = angka(idx)
                if n == 1:
                    np_, nk, ns = np_ + 1, 0, 0
                elif n == 2:
                    nk, ns = nk + 1, 0
                else:
                    ns += 1
                if pola == "tiga_datar" and n < 3:
                    continue
                tag = (
                    "rusak"
                    if rusak == "rusak" and kode == kena_s
                    else "total"
                    if rusak == "total_kegiatan" and kode == kena_k
                    else None
                )
                s = uang_baris(a, kode, tag, kali) | {"th": tahun}
                nama = nodai(rng, d.nama[kode], c)
                if pola == "tiga_kolom":
                    s |= {f"n{n}": nama, "no": np_ if n == 1 else None}
                elif pola == "tiga_datar":
                    s |= {
                        "n1": d.nama[x[1]] if (ns == 1 and nk == 1) or c["_isi_penuh"] else None,
                        "n2": d.nama[x[2]] if ns == 1 or c["_isi_penuh"] else None,
                        "n3": nama,
                        "no": len([b for b in data if b.jenis == "data"]) + 1,
                    }
                elif pola == "nomor_huruf":
                    s |= {
                        "no": {1: ROMAWI[np_ - 1] if np_ <= 4 else "V", 2: str(nk), 3: "abcdefgh"[ns - 1]}[n],
                        "u": nama,
                    }
                elif pola == "nomor_titik":
                    s |= {"no": {1: f"{np_}", 2: f"{np_}.{nk}", 3: f"{np_}.{nk}.{ns}"}[n], "u": nama}
                else:
                    s |= {
                        "no": np_ if n == 1 else None,
                        "u": {
                            1: "" if nama.strip().upper().startswith("PROGRAM") else "Program ",
                            2: "Kegiatan: ",
                            3: "Sub Kegiatan: ",
                        }[n]
                        + nama.strip(),
                    }
                if c["baris_kosong"] and n == 1 and data and pola != "tiga_datar":
                    data.append(Baris({}, "kosong"))
                data.append(Baris(s, boleh_putus=pola != "tiga_datar" or bool(c["_isi_penuh"])))

    c["_isi_penuh"] = rng.random() < 0.5
    if tahun_kolom:
        isi(c["tahun"] - 1, 8)
    if not (tahun_kolom and rusak == "tahun"):
        isi(c["tahun"] if tahun_kolom else None)
    kata = rng.choice(JUMLAH)
    semua = angka(range(len(d.daun)))
    if not tahun_kolom:
        s = uang_baris(semua)
        if rusak == "total_jumlah":
            s["dppa"] = u(semua["dppa"] + 9_000_000, tag="jumlah")
        data.append(Baris({("u" if pola not in ("tiga_kolom", "tiga_datar") else "n1"): kata} | s, "total"))
    tj = c["tahun"] + (rng.choice([-2, -1, 1]) if rusak == "tahun" and not tahun_kolom else 0)
    jd = judul_daerah(
        rng,
        c,
        rng.choice(
            [
                "REKAP REALISASI ANGGARAN",
                "REALISASI PROGRAM DAN KEGIATAN",
                "EVALUASI PELAKSANAAN ANGGARAN",
                "Rekap Serapan Anggaran",
            ]
        ),
        d.unit,
        tj,
        rusak == "tahun" and not tahun_kolom,
    )
    kosong = susun(rng, c, "x", jd, kol, [], kosong=True)
    L = susun(rng, c, rng.choice(["Rekap", "Sheet1", "Realisasi"]), jd, kol, data, kaki(rng, c, d.unit))
    nama_lembar(L, c)
    c["pola"] = {
        "pola": pola,
        "kuartal": kuartal,
        "satu_tw": satu_tw,
        "tw_bernama": tw_nama,
        "dua_pagu": dua,
        "pagu_tunggal": satu_pagu,
        "kolom_tahun": tahun_kolom,
    }
    if rusak == "kosong":
        return [kosong], kosong_tolak(c, par_tw)
    lembar = buku(rng, c, L, kosong, ringkas(d), d.unit)
    if rusak == "tahun":
        return lembar, tahun_tolak(c, c["tahun"] - 1 if tahun_kolom else tj)
    if rusak == "rusak":
        return lembar, tolak(c, "angka rusak", [salah_satu_tempat(L, "salah")], nilai_rusak=c["_rusak"])
    if rusak == "total_kegiatan":
        return lembar, tolak(
            c,
            "jumlah kegiatan berselisih dengan rinciannya",
            [salah_satu_tempat(L, "salah", d.nama[kena_k])],
            boleh_catatan=True,
        )
    if rusak == "total_jumlah":
        return lembar, tolak(
            c, "baris jumlah berselisih dengan rinciannya", [salah_satu_tempat(L, "jumlah", kata)], boleh_catatan=True
        )
    if rusak == "tw_tanpa_nama":
        return lembar, tolak(
            c,
            "kolom realisasi triwulan tanpa nomor, dan --triwulan tidak diberikan",
            [["triwulan", "--triwulan", "TW"]],
        )
    ang, kas = [], []
    for t, n in kode_semua:
        for kode in dict.fromkeys(x[n] for x in d.daun):
            idx = [i for i, x in enumerate(d.daun) if x[n] == kode]
            a = angka(idx)
            x = d.daun[idx[0]]
            kunci = {"kode": None, "tingkat": t, "nama": d.nama[kode], "jalur": [d.nama[x[m]] for m in range(1, n)]}
            if pola == "awalan":
                kunci["nama_lain"] = [p + d.nama[kode] for p in ("Program ", "Kegiatan: ", "Sub Kegiatan: ")[n - 1 : n]]
            r = None if satu_tw else u.benar(a["r"])
            if dua:
                bolehr = sorted(set(r if isinstance(r, list) else [r]) | {None}, key=str) if r is not None else None
                ang.append(kunci | {"dokumen": "dpa", "pagu_rp": u.benar(a["dpa"]), "realisasi_rp": bolehr})
                ang.append(
                    kunci
                    | {
                        "dokumen": "dppa",
                        "pagu_rp": u.benar(a["dppa"]),
                        "realisasi_rp": bolehr,
                        "realisasi_wajib_di_salah_satu": not satu_tw,
                    }
                )
            else:
                ang.append(
                    kunci
                    | {"pagu_rp": u.benar(a["dppa"]), "realisasi_rp": r}
                    | ({"dokumen": satu_pagu} if satu_pagu else {})
                )
            if satu_tw:
                kas.append(kunci | {"periode": TW[tw - 1], "realisasi_rp": u.benar(a["q"][tw - 1])})
            elif kuartal:
                for q in range(4):
                    kas.append(
                        kunci
                        | {"periode": TW[q], "realisasi_rp": u.benar(a["q"][q])}
                        | ({"rencana_rp": u.benar(a["t"][q])} if kuartal == "target_real" else {})
                    )
    tanya, jawaban = [], {}
    tanya_umum(c, tanya, jawaban)
    if not dua and satu_pagu is None:
        tanya.append("dokumen pagu (dpa, dppa, ...) tidak disebut di berkas")
        jawaban["dokumen"] = "dpa"
    tb = [{"tabel": "anggaran", "kolom": "realisasi"}] if satu_tw else []
    return lembar, benar(
        c,
        {"anggaran": ang} | ({"kas": kas} if kas else {}),
        tanya,
        triwulan=par_tw,
        jawaban=jawaban,
        total={"pagu_rp": semua["dppa"], "realisasi_rp": None if satu_tw else semua["r"]},
        tidak_boleh=tb,
        lembar=L.nama,
    )
