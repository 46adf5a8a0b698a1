"""Write the parts of docs/ that follow the code, or check that they still do.

python tools/dokumentasi.py            write what stands between `<!-- kode: name -->` and `<!-- selesai -->`
python tools/dokumentasi.py --periksa  write nothing; exit 1 when a page differs from what the code says
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from lkip_lib import ledger
from lkip_lib.checks import DAFTAR
from lkip_lib.checks.registry import TINGKAT
from lkip_lib.inputs.tables import TABLES, Column, Table
from lkip_lib.inputs.tables.printed import DIHITUNG_ULANG, DIPERIKSA, KATA_ARAH
from lkip_lib.ledger.keluaran import KELUARAN
from lkip_lib.params import BERNAMA, BacaanDipastikan, Naskah, Params, PilihanRealisasi
from lkip_lib.policies import Entri, Skala, bawaan
from lkip_lib.policies.aturan import UKURAN
from lkip_lib.policies.entri import KEYAKINAN
from lkip_lib.publish.html import HALAMAN
from lkip_lib.publish.workbook.tables import SUSUNAN

AKAR = Path(__file__).resolve().parent.parent
_TEMPAT = re.compile(r"(<!-- kode: (\w+) -->)(\n?).*?(<!-- selesai -->)", re.S)

LEMBAR_LAIN = {
    "Ringkasan": "Yang terpenting, diambil dari lembar lain",
    "Koreksi": "Angka tercetak yang diperbaiki, dengan sebab dan buktinya",
    "Kebijakan": "Pilihan, skala, dan rumus yang dipakai",
    "Kamus": "Arti setiap kolom",
    "Kertas kerja reviu, Replikasi": "Catatan pemeriksaan dengan tempat menjawab, dan hitung ulang; edisi `reviu` saja",
}

BERKAS_LAIN = (
    ("06_….html", "satu halaman setiap notebook yang ditambahkan di `notebooks/`, berjudul judul pertamanya"),
    (
        "reviu.html",
        "perkiraan komponen Pelaporan; hanya edisi `reviu`. Edisi `terbit` hanya memuat tiga halaman: "
        "Ringkasan, Laporan, dan Data sumber",
    ),
    ("lkip.pdf, lkip.docx, lkip.xlsx", "laporan yang sama untuk kertas, Word, dan Excel; hanya bila diminta `FORMATS`"),
    ("datapackage.json", "arti setiap kolom tabel di bawah ini menurut Data Package, dengan sumber dan lisensinya"),
    ("masukan/", "salinan masukan yang dibaca; berkas lain di folder data tidak ikut diterbitkan"),
    (
        "data/",
        "tabel hasil di bawah ini: CSV UTF-8, desimal titik, rupiah bilangan bulat, kosong bila tidak ada angka. Teks "
        "yang dapat dibaca Excel sebagai rumus (berawal `=`, `+`, `@`, atau `-` yang bukan bilangan) diberi satu petik "
        "tunggal di depannya; membuangnya mengembalikan teksnya. `masukan/` tetap salinan apa adanya",
    ),
    (
        "data/<tabel>.csv",
        "tabel yang disimpan notebook sendiri. Kolom yang dihitung dengan rumus punya baris ledger; kolom pandas biasa "
        "tanpa jejak. Kolom berumus yang ditambahkan pada tabel di bawah ini berdiri di ujungnya",
    ),
    ("data/ketik/", "tabel masukan sesudah dibaca: setiap angka dengan keadaan, teks tercetak, dan id ledgernya"),
    (
        "sebuah triwulan",
        "berdiri di `outputs/<instansi>/<tahun>-tw2/`, berkasnya sama; `masukan/` hanya memuat yang diketahui sampai "
        "triwulan itu",
    ),
    (
        "data/ledger/",
        "satu baris setiap angka, satu berkas setiap notebook; dengan `data/rumus.csv` dan `masukan/` setiap angka "
        "dapat dibuktikan siapa pun: [bukti.md](bukti.md)",
    ),
    ("notebooks/", "notebook yang sudah dijalankan; tidak ada dalam edisi `terbit`"),
    ("run.json", "sha256 setiap masukan dan versi pustaka yang menentukan isi laporan"),
)

KOLOM_LEDGER = {
    "id": "tabel.kode.kolom[.dokumen][.tahun][.periode]; `~2` untuk pernyataan kedua",
    "asal": "masukan, tercetak, koreksi, atau hitung",
    "besaran": "yang diukur, dengan satuannya",
    "subjek": "kode indikator, sasaran, atau anggaran",
    "tahun": "tahun angka itu",
    "periode": "tahunan atau triwulan",
    "lingkup": "milik siapa angkanya",
    "dokumen": "dokumen yang menyatakan, atau yang targetnya dipakai",
    "nilai": "angkanya",
    "label": "isinya bila berupa kata",
    "satuan": "satuan",
    "tercetak": "teks seperti tercetak",
    "status_nilai": "keadaan angka",
    "berkas": "berkas asal",
    "baris": "baris asal",
    "kolom": "kolom asal",
    "rumus": "nama rumus yang dipakai",
    "ungkapan": "kunci ungkapannya di `data/rumus.csv`, misalnya `capaian_mentah[tingkat,turun,tidak]`; kosong bila "
    "bukan hitungan",
    "dari": "yang dibaca ungkapannya, dipisah spasi: `peran=id`; `peran=` bila angka itu tidak ada; `anggota:3=` bila "
    "setiap peran menyebut tiga anggota; `sama=id` dan `berselisih=id` pernyataan lain yang tidak dibaca",
}

_JENIS_KOLOM = {"kode": "kode", "teks": "teks", "tahun": "tahun, empat angka", "bulat": "bilangan"}
_SATUAN = {
    "@indikator": "satuan menurut kartu indikator",
    "@satuan": "satuan menurut baris itu",
    "@besaran": "satuan menurut besarannya",
}
_JENIS_KELUARAN = {"teks": "teks", "angka": "angka", "rupiah": "rupiah bulat", "bulat": "bilangan bulat"}


def tabel(kepala: Sequence[str], baris: Iterable[Sequence[str]]) -> str:
    """Write a Markdown table."""
    semua = [kepala, ["---"] * len(kepala), *([s.replace("|", "\\|") for s in b] for b in baris)]
    return "\n".join(f"| {' | '.join(b)} |" for b in semua) + "\n"


def kode(nilai: Iterable[object]) -> str:
    return ", ".join(f"`{n}`" for n in nilai)


def sebut_isi(c: Column) -> str:
    """Say in words what stands in a column of an input table."""
    if c.kind == "pilihan":
        return f"pilihan: {kode(c.pilihan)}"
    if c.kind == "angka":
        return f"angka, {_SATUAN.get(c.satuan, c.satuan)}"
    return _JENIS_KOLOM[c.kind] + (f" di `{c.rujukan}.csv`" if c.rujukan else "")


def bagian_masukan(t: Table) -> str:
    kunci = f"Kunci: {kode(t.kunci)}." + (" Beberapa baris boleh menyatakan hal yang sama." if t.berulang else "")
    baris = [
        [f"`{c.name}`", sebut_isi(c), "ya" if c.wajib else "", f"`{c.bawaan}`" if c.bawaan else "", c.keterangan]
        for c in t.columns
    ]
    perlu = "Perlu." if t.perlu else "Boleh tidak ada."
    return f"\n### `{t.nama}.csv`: {t.judul}\n\n{t.guna}.\n\n{perlu} {kunci}\n\n" + tabel(
        ("Kolom", "Isi", "Wajib", "Bawaan", "Keterangan"), baris
    )


def perlu() -> str:
    return "\n".join(f"- `{t.nama}.csv`: {t.guna[0].lower()}{t.guna[1:]}" for t in TABLES.values() if t.perlu)


def sebut_jenis(jenis: Any) -> str:
    """Say in words what a parameter may be."""
    if get_origin(jenis) is Literal:
        return f"pilihan: {kode(get_args(jenis))}"
    if jenis is Naskah:
        return "isi, lihat di bawah"
    if isi := [a for a in get_args(jenis) if a is not type(None) and a is not Ellipsis]:
        if get_origin(jenis) is dict:
            return "peta kode indikator ke nama skala"
        if get_origin(jenis) is tuple:
            return "daftar, lihat di bawah"
        return sebut_jenis(isi[0]) + ", atau kosong"
    return {"date": "tanggal, misalnya 2025-02-28", "str": "teks", "int": "bilangan", "float": "angka"}[jenis.__name__]


def sebut_kunci(nama: str, f: FieldInfo) -> str:
    """Say in words what a key may be; one that names a policy lists the built-in ones."""
    if nama in BERNAMA:
        return f"nama: {kode(bawaan().pilihan(nama))}, atau milik instansi"
    return sebut_jenis(f.annotation)


def sebut_bawaan(f: FieldInfo) -> str:
    nilai = f.get_default(call_default_factory=True)
    if f.is_required():
        return "wajib"
    return "kosong" if nilai in (None, (), {}, "", Naskah()) else f"`{nilai}`"


def kunci_model(model: type[BaseModel]) -> str:
    return tabel(
        ("Kunci", "Isi", "Bawaan", "Arti"),
        (
            [f"`{nama}`", sebut_kunci(nama, f), sebut_bawaan(f), f.description or ""]
            for nama, f in model.model_fields.items()
        ),
    )


def kebijakan() -> str:
    """Write every built-in policy with its source."""
    bagian = []
    for judul, kunci, milik in (
        ("Rumus capaian", "`rumus_naik`, `rumus_turun`", bawaan().rumus),
        ("Rentang target", "`rentang`", bawaan().rentang),
        ("Batas capaian", "`batas`", bawaan().batas),
        ("Pembulatan", "`pembulatan`", bawaan().pembulatan),
        ("Skala", "`skala_capaian`, `skala_nilai`", bawaan().skala),
        ("Aturan efisiensi", "`efisiensi`", bawaan().efisiensi),
    ):
        baris = [[f"`{n}`", e.judul, sebut_kebijakan(e), e.sumber, e.keyakinan] for n, e in milik.items()]
        kepala = ("Nama", "Judul", "Isi", "Sumber", "Keyakinan")
        bagian.append(f"\n### {judul}\n\nDipilih dengan {kunci}.\n\n{tabel(kepala, baris)}")
    return "".join(bagian)


def sebut_kebijakan(e: Entri) -> str:
    """Say a policy in one sentence; a scale also says how it is read."""
    if not isinstance(e, Skala):
        return e.sebutan
    return f"{e.sebutan}. {'; '.join(e.perlakuan(Params().pembacaan_celah))}".replace(". n", ". N").replace(
        ". d", ". D"
    )


def pemeriksaan() -> str:
    """Write every check, from the registry, by family and code."""
    bagian = []
    for keluarga in sorted({p.keluarga for p in DAFTAR.values()}):
        milik = sorted((p for p in DAFTAR.values() if p.keluarga == keluarga), key=lambda p: p.kode)
        baris = [[f"`{p.kode}`", p.tingkat, p.judul, p.dasar, p.saran] for p in milik]
        kepala = ("Kode", "Tingkat", "Yang dicatat", "Dasar", "Saran")
        bagian.append(f"\n### Keluarga {keluarga}\n\n{tabel(kepala, baris)}")
    hitung = ", ".join(f"{sum(p.tingkat == t for p in DAFTAR.values())} bertingkat {t}" for t in TINGKAT)
    return f"{len(DAFTAR)} pemeriksaan: {hitung}.\n{''.join(bagian)}"


def berkas() -> str:
    """Write the pages and folders of a published report."""
    halaman = [(h.berkas, h.judul + (f", dari `notebooks/{h.notebook}.ipynb`" if h.notebook else "")) for h in HALAMAN]
    return tabel(("Berkas", "Isi"), ([f"`{nama}`", isi] for nama, isi in (*halaman, *BERKAS_LAIN)))


def lembar() -> str:
    """Write the sheets of the workbook."""
    milik = {s.nama: s.judul.partition(" {")[0] for s in SUSUNAN}
    return tabel(("Lembar", "Isi"), {"Ringkasan": LEMBAR_LAIN["Ringkasan"], **milik, **LEMBAR_LAIN}.items())


def keluaran() -> str:
    """Write every column of every published table."""
    bagian = [
        f"\n### `data/{nama}.csv`\n\n"
        + tabel(
            ("Kolom", "Isi", "Arti"),
            ([f"`{k}`", _JENIS_KELUARAN[jenis], arti] for k, (jenis, arti) in kolom.items()),
        )
        for nama, kolom in KELUARAN.items()
    ]
    buku = tabel(("Kolom", "Arti"), ([f"`{k}`", KOLOM_LEDGER[k]] for k in ledger.KOLOM))
    return f"{''.join(bagian)}\n### `data/ledger/<notebook>.csv`\n\n{buku}"


BAGIAN: dict[str, Callable[[], str]] = {
    "perlu": perlu,
    "dihitung": lambda: tabel(
        ("`besaran`", "`jenis_subjek`"), ((f"`{b}`", kode(k)) for b, k in DIHITUNG_ULANG.items())
    ),
    "diperiksa": lambda: tabel(("`jenis`", "`besaran`"), ((f"`{j}`", kode(b)) for j, b in DIPERIKSA.items())),
    "arah": lambda: "; ".join(kode([k, *sinonim]) for k, sinonim in KATA_ARAH.items()),
    "masukan": lambda: "".join(map(bagian_masukan, TABLES.values())),
    "params": lambda: kunci_model(Params),
    "naskah": lambda: kunci_model(Naskah),
    "pilihan_realisasi": lambda: kunci_model(PilihanRealisasi),
    "bacaan_dipastikan": lambda: kunci_model(BacaanDipastikan),
    "keyakinan": lambda: kode(KEYAKINAN),
    "arti_keyakinan": lambda: "; ".join(f"*{k}*, {arti}" for k, arti in KEYAKINAN.items()),
    "ukuran": lambda: "; ".join(f"`{k}` = {s}" + (f" ({u})" if u else "") for k, (s, u) in UKURAN.items()),
    "kebijakan": kebijakan,
    "pemeriksaan": pemeriksaan,
    "berkas": berkas,
    "lembar": lembar,
    "keluaran": keluaran,
}


def isi(tempat: re.Match[str]) -> str:
    """Write what stands at a place: within its line, or with blank lines around it."""
    awal, nama, baris, akhir = tempat.groups()
    teks = BAGIAN[nama]()
    return f"{awal}\n\n{teks.strip()}\n\n{akhir}" if baris else f"{awal}{teks}{akhir}"


def susun(folder: Path) -> dict[Path, str]:
    """Return the pages of a folder whose parts differ from what the code says, with what they should hold."""
    semua = {p: p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.md"))}
    baru = {p: _TEMPAT.sub(isi, teks) for p, teks in semua.items()}
    return {p: teks for p, teks in baru.items() if teks != semua[p]}


def main(argv: list[str] | None = None) -> int:
    pilihan = argparse.ArgumentParser(description="Susun bagian docs/ yang mengikuti kode.")
    pilihan.add_argument("--periksa", action="store_true", help="hanya memeriksa; gagal bila ada yang berbeda")
    pilihan.add_argument("--folder", type=Path, default=AKAR / "docs", help="folder halaman (bawaan: docs)")
    opsi = pilihan.parse_args(argv)
    beda = susun(opsi.folder)
    if opsi.periksa and beda:
        for halaman in beda:
            print(f"Kesalahan: docs/{halaman.name} tidak sesuai dengan kode.", file=sys.stderr)
        print("Jalankan `python tools/dokumentasi.py`, lalu simpan hasilnya di git.", file=sys.stderr)
        return 1
    for halaman, teks in beda.items():
        halaman.write_text(teks, encoding="utf-8", newline="\n")
    print(f"Ditulis: {', '.join(p.name for p in beda)}" if beda else "Halaman docs/ sesuai dengan kode.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
