"""Run a reader on drafts, as a person would, and add up what the judge says."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from benchmarks.draf.jodoh import baca_csv
from benchmarks.draf.juri import Juri, Putusan

DETIK = 120
_KOLOM = (
    ("sel", "sel_semua"), ("benar", "sel_benar"), ("salah tanpa tanda", "sel_salah_tanpa_tanda"),
    ("salah ditebak", "sel_salah_ditebak"), ("karangan", "karangan"), ("hilang", "hilang"),
    ("kalimat", "kalimat_semua"), ("benar", "kalimat_benar"), ("salah tanpa tanda", "kalimat_salah_tanpa_tanda"),
    ("ditanam", "ditanam"), ("ditemukan", "ditemukan"), ("di tempatnya", "bertempat"),
    ("antarberkas", "ditanam_antar"), ("ditemukan", "ditemukan_antar"),
    ("kesalahan di luar", "kesalahan_di_luar"), ("bersih", "bersih"), ("bersih bersalah", "bersih_bersalah"),
    ("gagal", "gagal"),
)  # fmt: skip


def perintah(berkas: Path, dengan: list[Path], tahun: int, keluar: Path) -> list[str]:
    """Return the command of the reader."""
    pilihan = ["--dengan", ",".join(map(str, dengan))] if dengan else []
    return [sys.executable, "-m", "lkip_lib", "draf", str(berkas), *pilihan, "--tahun", str(tahun), "--keluar",
            str(keluar)]  # fmt: skip


def jalankan(kebenaran: Path) -> Putusan:
    """Read the draft beside a truth and judge it; a reader that breaks or hangs is judged too."""
    benar = json.loads(kebenaran.read_text(encoding="utf-8"))
    folder = kebenaran.parent
    berkas, keluar = folder / f"draf.{benar['bentuk']}", folder / "hasil"
    mulai = time.perf_counter()
    gagal = ""
    try:
        p = subprocess.run(
            perintah(berkas, [folder / d for d in benar["dengan"]], benar["tahun"], keluar),
            capture_output=True, text=True, timeout=DETIK, check=False,
        )  # fmt: skip
        wajar = (0, 2) if benar["tanpa_garis"] else (0,)
        if p.returncode not in wajar or "Traceback" in p.stderr:
            gagal = f"kode {p.returncode}: {(p.stderr or p.stdout).strip()[-300:]}"
    except subprocess.TimeoutExpired:
        gagal = f"lebih dari {DETIK} detik"
    putusan = Juri(benar, baca_csv(keluar / "angka.csv"), baca_csv(keluar / "catatan.csv"), berkas.name).putuskan()
    if gagal:
        putusan.salah("gagal", gagal)
    putusan.hitung["milidetik"] = int(1000 * (time.perf_counter() - mulai))
    putusan.contoh = [f"{folder.name}: {c}" for c in putusan.contoh]
    return putusan


def tabel(semua: list[Putusan]) -> str:
    """Write the counts as a Markdown table, a line a layout, and the shares the reader is held to."""
    per: dict[str, Counter[str]] = {}
    for p in semua:
        per.setdefault(p.tata, Counter()).update(p.hitung)
        per[p.tata]["draf"] += 1
    jumlah: Counter[str] = sum(per.values(), Counter())
    baris = [f"| tata letak | draf | {' | '.join(k for k, _ in _KOLOM)} |", "|---|" + "---:|" * (len(_KOLOM) + 1)]
    for nama, h in [*per.items(), ("semua", jumlah)]:
        baris.append(f"| {nama} | {h['draf']} | {' | '.join(str(h[k]) for _, k in _KOLOM)} |")
    ember = ", ".join(f"{k[6:]} {n}" for k, n in sorted(jumlah.items()) if k.startswith("ember_") and k[6:])
    jenis = [k[8:] for k in sorted(jumlah) if k.startswith("ditanam_") and k != "ditanam_antar"]
    return "\n".join([
        *baris,
        "",
        f"sel terbaca benar: {_bagian(jumlah, 'sel_benar', 'sel_semua')} "
        f"(di antaranya ditebak: {jumlah['sel_benar_ditebak']})",
        f"sel PDF tanpa garis terbaca benar: {_bagian(jumlah, 'tanpa_garis_sel_benar', 'tanpa_garis_sel_semua')}",
        f"angka kalimat terbaca benar: {_bagian(jumlah, 'kalimat_benar', 'kalimat_semua')}",
        f"salah tanpa tanda: {jumlah['sel_salah_tanpa_tanda'] + jumlah['kalimat_salah_tanpa_tanda']}",
        f"angka karangan: {jumlah['karangan']}; angka yang hilang: {jumlah['hilang']}; "
        f"angka lain yang didaftar: {jumlah['angka_lain']} dari {jumlah['angka_lain_semua']}; ember: {ember or '-'}",
        f"kesalahan tanaman ditemukan: {_bagian(jumlah, 'ditemukan', 'ditanam')}; "
        f"antarberkas {_bagian(jumlah, 'ditemukan_antar', 'ditanam_antar')}; "
        f"di selnya {_bagian(jumlah, 'bertempat', 'ditemukan')}",
        "  " + ", ".join(f"{j} {jumlah[f'ditemukan_{j}']}/{jumlah[f'ditanam_{j}']}" for j in jenis),
        f"draf bersih dengan kesalahan: {jumlah['bersih_bersalah']} dari {jumlah['bersih']}",
        f"rata-rata {jumlah['milidetik'] / max(1, len(semua)) / 1000:.1f} detik setiap draf",
    ])  # fmt: skip


def tersulit(semua: list[Putusan], banyak: int = 20) -> list[str]:
    """Name the drafts of which the least was read and found, the worst first: those to be read by a person."""

    def lepas(p: Putusan) -> float:
        h = p.hitung
        return (h["sel_semua"] - h["sel_benar"]) / max(1, h["sel_semua"]) + h["luput"] + h["kesalahan_palsu"]

    return [p.nama for p in sorted(semua, key=lepas, reverse=True)[:banyak] if lepas(p)]


def _bagian(h: Counter[str], a: str, b: str) -> str:
    return f"{h[a] / h[b]:.4f} ({h[a]}/{h[b]})" if h[b] else "-"


def lulus(semua: list[Putusan], bentuk: str) -> bool:
    """Tell whether the reader keeps all it is held to."""
    h: Counter[str] = sum((p.hitung for p in semua), Counter())
    batas = 0.97 if bentuk == "pdf" else 0.99
    nol = (
        "sel_salah_tanpa_tanda",
        "kalimat_salah_tanpa_tanda",
        "karangan",
        "hilang",
        "ember_asing",
        "paragraf_kacau",
        "gagal",
    )
    return (
        h["sel_benar"] >= batas * h["sel_semua"]
        and not any(h[k] for k in (*nol, "bersih_bersalah"))
        and h["ditemukan"] >= 0.95 * h["ditanam"]
        and h["ditemukan_antar"] >= 0.95 * h["ditanam_antar"]
        and h["bertempat"] >= 0.99 * h["ditemukan"]
    )
