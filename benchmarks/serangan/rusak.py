"""Damage a year's folder at one layer: bytes, cells, rows, columns, whole files, YAML, params, or a workbook."""

from __future__ import annotations

import csv
import io
import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

# What a cell is given: numbers of every shape, words for nothing, and what other programs take for code.
TEKS = (
    *("1.234,56", "1,234.56", "−5", "-0", "1e999", "NaN", "inf", "½", "１２", "٣", "12,3,4", "5 %", "(5)", "Rp 1.000"),
    *("1.000.000.000.000.000.000", "0", "", "-", "n/a", "tidak ada", "belum", "1,65 trilun", "7-8", "≤ 5", "64,17 (B)"),
    *("=1+1", "+cmd|' /C calc'!A0", "@SUM(1)", "'", '"', "\u202e5", "😀", "{{7*7}}", "{% raw %}", "<script>alert(1)"),
    *("%s%n", "../../etc/passwd", "2024", "99", "20241", "naik", "turun", "pk", "lkip", "A" * 5000, "a\nb", "a;b"),
    *(
        "\x00",
        "\x1b[31m",
        "\ufeff",
        "0,1" * 30,
        "9" * 400,
        "1/0",
        "None",
        "null",
        "true",
        "__import__('os')",
        "A.1",
        "0",
    ),
)
_YAML = (
    *("&a [*a]", "!!python/object/apply:os.system [x]", "!!binary x", ": :", "\t- x", "- [", "{a: 1}", "1e999", "~"),
    *("2024-02-30", ".nan", "0o9", "<<: *x", "? ", "|", ">-", "'", '"', "*", "&", "%YAML 3.0", "...", "---", "[" * 200),
)
_BAIT = (b"\x00", b"\xff", b"\xef\xbb\xbf", b"\r", b"\n", b'"', b",", b";", b"\xc3", b"\xed\xa0\x80", b"\x1a", b"'")
_PARAMS = ("batas", "dokumen_target", "dokumen_anggaran", "skala_nilai", "rumus_turun", "tanggal_laporan", "kelas", "x")

Acak = random.Random


def bait(isi: bytes, acak: Acak) -> bytes:
    """Change a few bytes, or cut, double or move a stretch."""
    for _ in range(acak.choice((1, 1, 2, 5))):
        a, b = sorted(acak.randrange(len(isi) + 1) for _ in range(2))
        b = min(b, a + acak.choice((1, 3, 40, 4000)))
        isi = acak.choice(
            (
                isi[:a] + acak.choice(_BAIT) + isi[a:],
                isi[:a] + isi[b:],
                isi[:b] + isi[a:b] + isi[b:],
                isi[:a] + bytes([acak.randrange(256)]) + isi[a + 1 :],
                isi[:a],
            )
        )
    return isi


def _tabel(isi: bytes, ubah: Callable[[list[list[str]]], None]) -> bytes:
    baris = list(csv.reader(io.StringIO(isi.decode("utf-8-sig"), newline="")))
    if not baris:
        return isi
    ubah(baris)
    teks = io.StringIO(newline="")
    csv.writer(teks, lineterminator="\n").writerows(baris)
    return teks.getvalue().encode("utf-8", "surrogatepass")


def sel(isi: bytes, acak: Acak) -> bytes:
    """Give one to three cells another text."""

    def ubah(baris: list[list[str]]) -> None:
        for _ in range(acak.choice((1, 1, 2, 3))):
            b = acak.choice(baris[1:] or baris)
            if b:
                b[acak.randrange(len(b))] = acak.choice((acak.choice(TEKS), acak.choice(acak.choice(baris) or [""])))

    return _tabel(isi, ubah)


def baris(isi: bytes, acak: Acak) -> bytes:
    """Leave out, double, move, blank, shorten or lengthen a row."""

    def ubah(semua: list[list[str]]) -> None:
        n = acak.randrange(len(semua))
        b = semua[n]
        acak.choice(
            (
                lambda: semua.pop(n),
                lambda: semua.insert(acak.randrange(len(semua)), list(b)),
                lambda: semua.insert(0, semua.pop(n)),
                lambda: semua.__setitem__(n, [""] * len(b)),
                lambda: b and b.pop(),
                lambda: b.append(acak.choice(TEKS)),
                lambda: semua.extend([list(b)] * acak.choice((1, 50, 2000))),
            )
        )()

    return _tabel(isi, ubah)


def kolom(isi: bytes, acak: Acak) -> bytes:
    """Leave out, rename, double, swap or add a column."""

    def ubah(semua: list[list[str]]) -> None:
        lebar = len(semua[0])
        if not lebar:
            return
        k, lain = acak.randrange(lebar), acak.randrange(lebar)
        cara = acak.randrange(5)
        semua[0][k] = acak.choice((*TEKS, semua[0][k].upper(), semua[0][k] + " ")) if cara == 0 else semua[0][k]
        for b in (b for b in semua if len(b) == lebar):
            if cara == 1:
                b.pop(k)
            elif cara == 2:
                b.append(b[k])
            elif cara == 3:
                b[k], b[lain] = b[lain], b[k]
            elif cara == 4:
                b.insert(k, acak.choice(TEKS))

    return _tabel(isi, ubah)


def yaml(isi: bytes, acak: Acak) -> bytes:
    """Put what YAML allows, or does not, in the place of a value, a key or a line."""
    baris = isi.decode("utf-8", "replace").split("\n")
    for _ in range(acak.choice((1, 1, 2))):
        baris = baris or [""]
        n = acak.randrange(len(baris))
        kunci, titik, _nilai = baris[n].partition(":")
        baris[n : n + 1] = acak.choice(
            (
                [f"{kunci}{titik} {acak.choice((*_YAML, *TEKS))}"],
                [baris[n], baris[n]],
                [" " * acak.randrange(9) + baris[n].strip()],
                [acak.choice((*_YAML, *TEKS)), baris[n]],
                [],
                [f"{kunci}x{titik}{_nilai}"],
            )
        )
    return "\n".join(baris).encode("utf-8", "surrogatepass")


def buku(isi: bytes, acak: Acak) -> bytes:
    """Damage a workbook: its archive, the XML of a part, an address, a kind or a value of a cell."""
    if acak.random() < 0.2:
        return bait(isi, acak)
    with zipfile.ZipFile(io.BytesIO(isi)) as lama:
        bagian = {n: lama.read(n) for n in lama.namelist()}
    nama = acak.choice([n for n in bagian if "sheet" in n.lower() or acak.random() < 0.3] or list(bagian))
    teks = bagian[nama].decode("utf-8", "replace")
    aksi = acak.randrange(7)
    if aksi == 0:
        del bagian[nama]
    elif aksi == 1:
        bagian[nama] = bait(bagian[nama], acak)
    else:
        pola, ganti = (
            (
                r' r="[A-Z]+\d+"',
                ' r="{}"'.format(acak.choice(("ZZZ9", "A0", "XFD1048576", "B2", "a1", "A99999999999"))),
            ),
            (r' t="s"', acak.choice((' t="b"', ' t="e"', ' t="str"', ' t="x"', ""))),
            (r"<v>[^<]*</v>", f"<v>{acak.choice(('999999', '-1', '1e400', 'x', '', '0.1234567890123456'))}</v>"),
            (r' s="\d+"', ' s="{}"'.format(acak.choice(("0", "999", "-1", "x")))),
            (r"<t[^>]*>[^<]*</t>", "<t>{}</t>".format(re.sub(r"[&<>\x00-\x1f]", "", acak.choice(TEKS)))),
        )[aksi - 2]
        tempat = [m.span() for m in re.finditer(pola, teks)]
        if tempat:
            a, b = acak.choice(tempat)
            bagian[nama] = (teks[:a] + ganti + teks[b:]).encode()
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as baru:
        for n, data in bagian.items():
            baru.writestr(n, data)
    return wadah.getvalue()


def berkas(folder: Path, acak: Acak) -> None:
    """Remove, empty, swap, rename or add a file."""
    semua = sorted(p for p in folder.rglob("*") if p.is_file())
    satu, dua = acak.choice(semua), acak.choice(semua)
    cara = acak.randrange(6)
    if cara == 0:
        satu.unlink()
    elif cara == 1:
        satu.write_bytes(b"")
    elif cara == 2:
        satu.write_bytes(dua.read_bytes())
    elif cara == 3:
        satu.rename(satu.with_name(acak.choice(("tabel.csv", "target.CSV", "lkip.xlsx", "koreksi.yml", "x.yaml"))))
    elif cara == 4:
        (folder / acak.choice(("gaji.csv", "lkip.xlsx", "tanggapan.yml", "lambang.svg"))).write_bytes(satu.read_bytes())
    else:
        satu.unlink()
        satu.mkdir()


LAPIS: dict[str, Callable[[bytes, Acak], bytes]] = {
    "bait": bait, "sel": sel, "baris": baris, "kolom": kolom, "yaml": yaml, "buku": buku,
}  # fmt: skip


def rusakkan(folder: Path, params: Path, acak: Acak) -> str:
    """Damage a year's folder, or its params, at a layer by chance; return which."""
    lapis = acak.choices(("sel", "baris", "kolom", "bait", "yaml", "berkas", "params"), (40, 15, 12, 12, 10, 6, 5))[0]
    if lapis == "berkas":
        berkas(folder, acak)
    elif lapis == "params":
        params.parent.mkdir(parents=True, exist_ok=True)
        isi = params.read_bytes() if params.exists() else b""
        isi += f"{acak.choice(_PARAMS)}: {acak.choice((*TEKS, *_YAML))}\n".encode("utf-8", "surrogatepass")
        params.write_bytes(isi if acak.random() < 0.5 else yaml(isi, acak))
    else:
        pola = "*.csv" if lapis in ("sel", "baris", "kolom") else "*.y*ml" if lapis == "yaml" else "*"
        pilihan = sorted(p for p in folder.rglob(pola) if p.is_file())
        if not pilihan:  # a workbook's year has no CSV
            return rusakkan(folder, params, acak)
        satu = acak.choice(pilihan)
        satu.write_bytes(LAPIS[lapis](satu.read_bytes(), acak))
    return lapis
