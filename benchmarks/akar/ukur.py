"""Make, run and judge many agencies, and write what came of it."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.akar.hakim import Hasil, adili
from benchmarks.akar.pembangkit import JENIS, buat

_CONTOH = 12  # kinds of misses shown


def ukur(nomor: range, benih: int, akar: Path, *, simpan: bool = False) -> Hasil:
    """Make and judge some agencies."""
    hasil = Hasil()
    for n in nomor:
        try:
            hasil.tambah(adili(buat(benih, n), akar, simpan=simpan))
        except Exception as salah:  # told like a miss: one agency must not hide the others
            hasil.contoh[f"galat {n} {type(salah).__name__}"] = {"galat": str(salah)[:300]}
    return hasil


def tulis(hasil: Hasil) -> str:
    """Write the figures as Markdown."""
    h = hasil.hitung

    def bagian(a: int, b: int) -> str:
        return f"{a / (a + b):.4f} ({a} dari {a + b})" if a + b else "–"

    benar = h["pasangan benar"]
    kode = "".join(f"; {k} {h[k]}" for k in sorted(h) if k.startswith("salah "))
    n = h["catatan satu"] + h["catatan banyak"] + h["catatan tanpa"]
    isi = [
        f"- {h['instansi']} instansi, {h['sebab']} sebab ditanam, {h['sebab bercatatan']} di antaranya bercatatan",
        f"- {n} catatan di atas informasi: {h['catatan satu']} milik satu sebab ({h['catatan menurut selnya']} menurut "
        f"selnya saja; {h['catatan sel tercatat']} di sel yang tercatat), {h['catatan banyak']} milik beberapa, "
        f"{h['catatan tanpa']} tanpa sebab",
        f"- presisi pasangan {bagian(benar, h['pasangan gabung'])}, recall {bagian(benar, h['pasangan pisah'])}",
        f"- {h['pekerjaan']} pekerjaan untuk {h['sebab bercatatan']} sebab; {h['sebab utuh']} dari "
        f"{h['sebab berpasangan']} sebab yang catatannya lebih dari satu berdiri dalam satu pekerjaan",
        f"- seharusnya: {h['seharusnya benar']} benar, {h['seharusnya salah']} salah; "
        f"lkip koreksi --usul: {h['usul benar']} benar, {h['usul salah']} salah{kode}",
        f"- tanpa sebab: {h['instansi']} instansi, {h['bersih catatan']} catatan di atas informasi",
        "",
        "| jenis sebab | ditanam | bercatatan | terbukti | pasangan | recall |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for j in sorted(JENIS):
        a, b = h[f"jenis {j} benar"], h[f"jenis {j} pisah"]
        isi.append(f"| {j} | {h[f'jenis {j} ditanam']} | {h[f'jenis {j} bercatatan']} | {h[f'jenis {j} terbukti']} | "
                   f"{a + b} | {f'{a / (a + b):.2f}' if a + b else '–'} |")  # fmt: skip
    for judul, salah in (("Terpisah", hasil.pisah), ("Tergabung", hasil.gabung)):
        isi += ["", f"### {judul}: {sum(salah.values())} pasangan, {len(salah)} macam", ""]
        isi += [f"- {k}× {nama}: {json.dumps(hasil.contoh[nama], ensure_ascii=False)}"
                for nama, k in salah.most_common(_CONTOH)]  # fmt: skip
    for awal in ("galat", "bersih", "seharusnya salah", "usul salah", "banyak", "tanpa", "diam"):
        ada = [n for n in sorted(hasil.contoh) if n.startswith(f"{awal} ")]
        isi += ["", f"### {awal}: {len(ada)} macam", ""] if ada else []
        isi += [f"- {n}: {json.dumps(hasil.contoh[n], ensure_ascii=False)}" for n in ada[:_CONTOH]]
    return "\n".join(isi)
