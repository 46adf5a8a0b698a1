"""Buktikan laporan yang diterbitkan, tanpa pustaka penyusunnya: `python tools/buktikan.py outputs/<instansi>/<tahun>`.
Hitung ulang setiap angka dari induknya, dan cocokkan setiap angka asal dengan selnya; golongannya di docs/bukti.md.
"""
import ast
import csv
import math
import operator as op
import re
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pandas as pd

BANDING = {"<": op.lt, "<=": op.le, ">": op.gt, ">=": op.ge, "=": op.eq, "<>": op.ne}
FUNGSI = {ast.Add: op.add, ast.Sub: op.sub, ast.Mult: op.mul, ast.Div: lambda a, b: a / b if b else None,
          ast.USub: op.neg, "min": min, "max": max, "abs": abs, "bukan": op.not_, "bersih": lambda a: round(a, 9),
          "banding": lambda a, t, b: BANDING[t](*((a, b) if isinstance(a, str) else (round(a - b, 9), 0))),
          "bulat": lambda a, d, cara: math.copysign(math.floor(
              round(abs(round(a, 9)) * 10**d, 9) + (0 if cara == "potong" else 0.5)) / 10**d, a)}
ANGGOTA, LAIN, TANPA = {"jumlah", "banyak", "terisi"}, {"sama", "berselisih"}, {"tidak_dapat_dihitung", "tidak_berlaku"}
KALI, KOLOM = {"r": 1e3, "j": 1e6, "m": 1e9, "t": 1e12}, "ABCDEFGHIJKLMNOP"
ANGKA = re.compile(r"(?i)((?<![\d% ])- ?)?(?<![^\W_])(\d[\d.,]*(?<=\d))(?: ?(ribu|rb|juta|jt|mi\w+ar|tri\w+un)\b)?")

def hitung(n, isi, i, dibaca):
    """Hitung ungkapan untuk anggota ke-i; None berarti tanpa nilai. `dibaca` mengumpulkan nama yang dibacanya."""
    if isinstance(n, ast.Constant):
        return float(n.value) if type(n.value) in (int, float) else n.value
    if isinstance(n, ast.Name):
        dibaca |= {n.id} - TANPA
        return isi[n.id][i] if n.id in isi else None
    f = n.func.id if isinstance(n, ast.Call) else type(n.op)
    args = n.args if isinstance(n, ast.Call) else [n.operand] if isinstance(n, ast.UnaryOp) else [n.left, n.right]
    if f in ANGGOTA:
        semua = [hitung(args[0], isi if j else {}, j - 1, dibaca) for j in range(len([*isi.values(), []][0]) + 1)][1:]
        ada = [v for v in semua if v is not None]
        return 1.0 * len(semua if f == "banyak" else ada) if f != "jumlah" else sum(ada) if [] != ada == semua else None
    a = hitung(args[0], isi, i, dibaca)
    if f in ("kosong", "jika") and (f == "kosong" or a is None):
        return a is None if f == "kosong" else None
    if f in ("jika", "dan", "atau", "cadangan"):
        lanjut = f == "jika" or a is {"dan": True, "atau": False}.get(f)
        return hitung(args[2 if f == "jika" and not a else 1], isi, i, dibaca) if lanjut else a
    return None if None in (nilai := [a, *(hitung(m, isi, i, dibaca) for m in args[1:])]) else FUNGSI[f](*nilai)

def sama(a, *lain):
    return any(math.isclose(a, b, rel_tol=1e-12, abs_tol=1e-9) if type(a) is type(b) is float else a == b for b in lain)

def ulang(b, buku, rumus):
    """Hitung ulang satu angka hitungan; mengembalikan golongannya, dan sebab-sebab ia tidak terbukti."""
    (pohon, sah), isi, induk, banyak = rumus[b.ungkapan], {}, [], [1]
    for peran, _, id in (bagian.partition("=") for bagian in b.dari.split()):
        induk += [buku[id]] if id else []
        if peran.startswith("anggota:") and any(f"{f}(" in ast.unparse(pohon) for f in ANGGOTA):
            banyak = [int(peran.partition(":")[2])]
        elif peran not in LAIN:
            isi.setdefault(peran, []).append(buku[id].isi if id else None)
    asing = {abs(n.value) for n in ast.walk(pohon) if type(getattr(n, "value", "")) in (int, float)} - sah
    hasil, salinan = hitung(pohon, isi, 0, dibaca := set()), isinstance(pohon, ast.Name)
    keadaan = {p.status_nilai for p in induk if salinan} | {*TANPA, "belum_diisi", "tidak_terbaca"}
    sah = b.status_nilai in (keadaan if hasil is None else {"angka"})
    sah = sah and sama(b.isi, hasil) and b.label in {"", b.isi, *(p.label for p in induk)}
    return "tanpa nilai" if hasil is None else "dinyatakan" if salinan else "terbukti", (
        asing and f"angka {asing} di ungkapannya tidak tercatat berasal dari rumus atau kebijakan",
        dibaca != set(isi) and banyak != [0] and f"yang dibaca {sorted(dibaca)}, yang disebut {sorted(isi)}",
        any([len(v)] != banyak for v in isi.values()) and f"anggotanya bukan {banyak[0]}",
        not sah and f"tertulis {b.isi} {b.label} ({b.status_nilai}), dihitung ulang {hasil}")

def angka(teks):
    """Angka-angka dalam teks, masing-masing dengan semua bacaannya, yang lazim lebih dahulu; kosong bila rusak."""
    hasil = []
    for minus, t, kali in ANGKA.findall(re.sub(r"\brp\.? ?", "", re.sub("[‐-―−]", "-", teks), flags=re.I)):
        baca = [t.replace(",", ".")] if re.fullmatch(r"\d+([.,]\d+)?", t) else []
        if re.fullmatch(r"[1-9]\d{0,2}((\.\d{3})+(,\d+)?|(,\d{3})+(\.\d+)?)", t):
            ribuan = re.search("[.,]", t)[0]
            baca.insert(0 if ribuan == "." else 1, t.replace(ribuan, "").replace(",", "."))
        hasil.append([float(v) * (-1 if minus else 1) * KALI.get(kali[:1].lower(), 1) for v in baca])
    return hasil

def asal(b, buku, sel, koreksi, jenjang):
    """Cocokkan satu angka asal dengan selnya atau koreksinya, lalu nilainya dengan bunyi teksnya; seperti `ulang`."""
    t, alamat, ujung = b.tercetak, b.kolom.replace("'", "").rpartition("!")[::2], b.besaran.rpartition("_")[2]
    ada = sel.get((b.berkas, alamat[0] or b.baris, alamat[1]), "")
    semua, inti = angka(t), angka(re.sub(r"\(.*?\)|^1 ?(:|banding)", " ", t.rpartition("=")[2]))
    kali = [KALI[k[0]] for k in re.findall(r"\b(?:r[ib]\w*|j[ut]\w*|m|mi\w+ar|t|tri\w+un)\b", t.lower())]
    mungkin = [v * k for baca in semua for v in baca for k in (1, *kali, *[-1] * bool(re.search(r"^\(|[^\d%] -", t)))]
    di_sel = ada == t or (type(ada) is float and sama(ada, *mungkin, *(v / 100 for v in mungkin)))
    if b.asal == "koreksi" and alamat[0]:
        di_sel = {buku[b.dari].tercetak, t} <= {str(sel.get((b.berkas, alamat[0], k + b.baris), "")) for k in KOLOM}
    elif b.asal == "koreksi":
        p, blok = buku[b.dari], re.sub(r"[{}]", "\n", "\n".join(koreksi[b.berkas][int(b.baris) - 1 :]))
        pasang = re.findall(r"""(\w+): *(?:"([^"]*)"|'((?:[^']|'')*)'|([^,\n]*))""", re.split(r"\n *- ", blok)[0])
        ada = {k: (x or y.replace("''", "'") or z).strip() for k, x, y, z in reversed(pasang)}
        kunci = {sel.get((p.berkas, p.baris, k), v).lower() in {"", v.lower()} for k, v in ada.items() if k != "jenis"}
        di_sel = (ada["expect"], ada["become"], kunci) == (p.tercetak, t, {True})
    lazim, golongan, kata = inti[0][:1] if len(inti) == 1 else [], "terbaca dengan aturan", b.label == t or not semua
    if ujung in ("bawah", "atas") and 0 < len(semua) < 3 and all(semua):
        lazim = [(min if ujung == "bawah" else max)(v[0] for v in semua)]
    if b.isi is None:
        polos = lazim and re.fullmatch(r"(rp)?[ .]*-?[\d.,]+[-=]? ?%?", t, re.I)
        sah = {"angka": b.label or not polos, "tidak_terbaca": True}.get(b.status_nilai, not semua)
        golongan = "terbukti" if b.label else golongan if b.status_nilai == "tidak_terbaca" and lazim else "tanpa nilai"
    else:
        sah = t and sama(b.isi, *([jenjang.setdefault((b.subjek, t), b.isi)] if kata else mungkin))
        sah, golongan = sah and b.status_nilai == "angka", "terbukti" if not kata and sama(b.isi, *lazim) else golongan
    return golongan, (not (di_sel and sah and b.label in ("", t)) and f'tertulis {b.isi} {b.label} ({b.status_nilai}), '
                      f'tercetak "{t}", sedangkan {b.berkas} baris {b.baris} {b.kolom} berisi "{ada}"',)

def baca_csv(path):
    with path.open(encoding="utf-8-sig", newline="") as f:
        pembaca, awal, judul = csv.reader(f), 1, None
        for isi in pembaca:
            rapi = [re.sub(r"[\s\u200b-\u200d\u2060\ufeff\u00ad]+", " ", v).strip() for v in isi]
            yield str(awal), dict(zip(judul or rapi, rapi, strict=False))
            judul, awal = judul or rapi, pembaca.line_num + 1

def utama(folder):
    def baca(p):  # petik di depan menjaga agar teks tidak dibaca Excel sebagai rumus
        return pd.read_csv(p, dtype=str, keep_default_na=False).replace(r"^'(?='*[=+@\t\r-])", "", regex=True)
    tabel = pd.concat(map(baca, sorted(folder.glob("data/ledger/*.csv"))), ignore_index=True)
    isi = [float(b.nilai) if b.nilai else (b.label or None) if b.asal == "hitung" else None for b in tabel.itertuples()]
    tabel["isi"] = pd.Series(isi, dtype=object)
    rumus = {r.kode: (ast.parse(r.ungkapan, mode="eval").body, {abs(float(v)) for v in re.findall(r"(\S+) =", r.angka)})
             for r in baca(folder / "data" / "rumus.csv").itertuples()}
    sel = {(p.relative_to(folder / "masukan").as_posix(), nomor, k): v
           for p in folder.glob("masukan/**/*.csv") for nomor, b in baca_csv(p) for k, v in b.items()}
    for p in folder.glob("masukan/*.[xX][lL][sS][xX]"):
        lembar = pd.read_excel(p, None, header=None, dtype=object, keep_default_na=False, engine="calamine")
        for (nama, i, k), v in pd.concat({n: t.stack() for n, t in lembar.items()}).items():
            alamat = f"{chr(64 + k // 26) if k > 25 else ''}{chr(65 + k % 26)}{i + 1}"
            sel[p.name, nama.replace("'", ""), alamat] = float(v) if isinstance(v, (int, float)) else str(v).strip()
    koreksi = {p.name: p.read_text(encoding="utf-8").splitlines() for p in folder.glob("masukan/*.yml")}
    buku, jenjang, hasil = {b.id: b for b in tabel.itertuples()}, {}, []
    gagal = [f"{id} berdiri dua kali" for id in tabel["id"][tabel["id"].duplicated()]]
    for b in tabel.itertuples():
        try:
            golongan, sebab = ulang(b, buku, rumus) if b.asal == "hitung" else asal(b, buku, sel, koreksi, jenjang)
        except (LookupError, ValueError, TypeError) as salah:
            golongan, sebab = "", (f"tidak dapat dihitung ulang: {salah!r}",)
        gagal += [f"{b.id}: {s}" for s in sebab if s]
        hasil.append(f"{'hitungan' if b.asal == 'hitung' else 'asal'}: {'tidak terbukti' if any(sebab) else golongan}")
    try:
        TopologicalSorter({b.id: re.findall(r"=(\S+)", b.dari) for b in tabel.itertuples()}).prepare()
    except ValueError as lingkar:
        gagal.append(f"angka yang bersandar pada dirinya sendiri: {lingkar.args[1]}")
    print(pd.Series(hasil).value_counts().sort_index().to_string(), f"{len(gagal)} tidak terbukti", *gagal, sep="\n")
    return 1 if gagal else 0

if __name__ == "__main__":
    sys.exit(utama(Path(sys.argv[1])))
