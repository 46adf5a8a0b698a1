"""Hostile files, and whether a reader stays within its bounds on them and says in a sentence what it met."""

from __future__ import annotations

import io
import os
import re
import resource
import signal
import subprocess
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx

from benchmarks.draf.jodoh import baca_csv
from benchmarks.draf.ukur import perintah

DETIK, MEMORI = 60, 4 * 2**30  # of computing, since others may use the machine; of address space
_RAHASIA = "KATA-RAHASIA-TUAN-RUMAH"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KEPALA = '<?xml version="1.0" encoding="UTF-8"?>'


def _docx(ganti: dict[str, bytes], tambah: dict[str, bytes] | None = None, kosong: int = 0) -> bytes:
    """Make a Word file with some parts replaced, and so many megabytes of blanks behind its text."""
    asal, hasil = io.BytesIO(), io.BytesIO()
    dok = docx.Document()
    dok.add_paragraph("Realisasi anggaran sebesar Rp1.000.000.000.")
    dok.save(asal)
    with zipfile.ZipFile(asal) as a, zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as z:
        for nama in a.namelist():
            with z.open(nama, "w") as bagian:
                bagian.write(ganti.get(nama, a.read(nama)))
                for _ in range(kosong if nama == "word/document.xml" else 0):
                    bagian.write(b" " * 2**20)
        for nama, isi in (tambah or {}).items():
            z.writestr(nama, isi)
    return hasil.getvalue()


def _badan(isi: str, dtd: str = "") -> bytes:
    return f'{_KEPALA}{dtd}<w:document xmlns:w="{_W}"><w:body>{isi}</w:body></w:document>'.encode()


def bom_zip(_: Path) -> bytes:
    """One part of 600 MB of blanks."""
    return _docx({}, kosong=600)


def bom_xml(_: Path) -> bytes:
    """Entities within entities."""
    tingkat = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    dtd = f'<!DOCTYPE w [<!ENTITY a0 "1234567890">{tingkat}]>'
    return _docx({"word/document.xml": _badan("<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>", dtd)})


def entitas_luar(folder: Path) -> bytes:
    """An entity that is a file of the host."""
    (folder / "rahasia.txt").write_text(_RAHASIA, encoding="utf-8")
    dtd = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{(folder / "rahasia.txt").as_uri()}">]>'
    return _docx({"word/document.xml": _badan("<w:p><w:r><w:t>Target 12 &x;</w:t></w:r></w:p>", dtd)})


def makro(_: Path) -> bytes:
    """A macro project beside the text."""
    return _docx({}, {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"AutoOpen Shell" * 100})


def nama_keluar(_: Path) -> bytes:
    """Parts whose names lead out of the folder."""
    return _docx({}, {"../../../lkip-jahat.txt": b"x", "/lkip-jahat.txt": b"x"})


def sarang_dalam(_: Path) -> bytes:
    """Tables in tables, three hundred deep."""
    n = 300
    isi = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>" * n + "<w:p/>"
    return _docx({"word/document.xml": _badan(isi + "</w:tc></w:tr></w:tbl>" * n)})


def rentang_besar(_: Path) -> bytes:
    """A cell that spans a hundred million columns."""
    sel = '<w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr><w:p><w:r><w:t>Target 5</w:t></w:r></w:p></w:tc>'
    isi = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{sel}</w:tr></w:tbl>"
    return _docx({"word/document.xml": _badan(isi)})


def terpotong(_: Path) -> bytes:
    """The first half of a file."""
    utuh = _docx({})
    return utuh[: len(utuh) // 2]


def bukan_word(_: Path) -> bytes:
    """Bytes that are nothing."""
    return bytes(range(256)) * 200


def kosong(_: Path) -> bytes:
    """No byte at all."""
    return b""


def _pdf(halaman: list[str], katalog: str = "") -> bytes:
    """Make a PDF of plain text, a page a string."""
    benda = [f"<< /Type /Catalog /Pages 2 0 R {katalog} >>"]
    anak = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(halaman)))
    benda.append(f"<< /Type /Pages /Kids [{anak}] /Count {len(halaman)} >>")
    benda.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for n, teks in enumerate(halaman):
        isi = "BT /F1 10 Tf 50 800 Td " + " ".join(f"({t}) Tj 0 -14 Td" for t in teks.split("\n")) + " ET"
        benda.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * n} 0 R >>"
        )
        benda.append(f"<< /Length {len(isi)} >>\nstream\n{isi}\nendstream")
    hasil, letak = b"%PDF-1.4\n", []
    for n, b in enumerate(benda, 1):
        letak.append(len(hasil))
        hasil += f"{n} 0 obj\n{b}\nendobj\n".encode()
    awal = len(hasil)
    hasil += f"xref\n0 {len(benda) + 1}\n0000000000 65535 f \n".encode()
    hasil += b"".join(f"{x:010d} 00000 n \n".encode() for x in letak)
    return hasil + f"trailer << /Size {len(benda) + 1} /Root 1 0 R >>\nstartxref\n{awal}\n%%EOF".encode()


def pdf_skrip(_: Path) -> bytes:
    """A script that runs when the file is opened."""
    katalog = "/OpenAction << /S /JavaScript /JS (app.launchURL\\('http://127.0.0.1:9/'\\)) >>"
    return _pdf(["Realisasi anggaran sebesar Rp1.000.000.000."], katalog)


def pdf_panjang(_: Path) -> bytes:
    """A thousand pages."""
    baris = "\n".join(f"{n} Kegiatan ke-{n} 1.000.000.{n:03d} 900.000.{n:03d} 90,00" for n in range(1, 41))
    return _pdf([baris] * 1000)


def pdf_bom(_: Path) -> bytes:
    """One page whose contents are 300 MB of blanks once they are unpacked."""
    utuh = _pdf(["Target 12"])
    isi = zlib.compress(b" " * 300_000_000)
    awal, akhir = utuh.index(b"<< /Length"), utuh.index(b"endstream")
    kepala = f"<< /Length {len(isi)} /Filter /FlateDecode >>\nstream\n".encode()
    return utuh[:awal] + kepala + isi + b"\n" + utuh[akhir:]


def pdf_rusak(_: Path) -> bytes:
    """A PDF that ends in the middle."""
    utuh = _pdf(["Target 12"] * 5)
    return utuh[: len(utuh) // 2]


def html_luar(_: Path) -> bytes:
    """A page that calls out and runs a script."""
    return (
        b'<html><head><script src="http://127.0.0.1:9/x.js"></script><link rel=stylesheet href="file:///etc/passwd">'
        b'</head><body><img src="http://127.0.0.1:9/x.png"><script>document.write("99")</script>'
        b"<table><tr><th>Indikator<th>Target<th>Realisasi<tr><td>Nilai AKIP<td>65<td>64</table></body></html>"
    )


def html_dalam(_: Path) -> bytes:
    """Fifty thousand elements within one another."""
    return b"<html><body>" + b"<div><table><tr><td>" * 50_000 + b"Target 5"


def html_rentang(_: Path) -> bytes:
    """A cell that spans a billion rows and columns."""
    return b"<table><tr><th rowspan=999999999 colspan=999999999>Target<td>5<tr><td>6</table>"


# What is harmless in these is to be listed, and nothing else; whether it is placed is another question.
_SATU = "1.000.000.000"
DIBACA = {"makro": _SATU, "nama_keluar": _SATU, "pdf_skrip": _SATU, "html_luar": "65"}
JAHAT: dict[str, tuple[str, Callable[[Path], bytes]]] = {
    **{f.__name__: ("docx", f) for f in (bom_zip, bom_xml, entitas_luar, makro, nama_keluar, sarang_dalam,
                                         rentang_besar, terpotong, bukan_word, kosong)},
    **{f.__name__: ("pdf", f) for f in (pdf_skrip, pdf_panjang, pdf_bom, pdf_rusak)},
    **{f.__name__: ("html", f) for f in (html_luar, html_dalam, html_rentang)},
}  # fmt: skip


def coba(nama: str, folder: Path) -> tuple[bool, str]:
    """Give one hostile file to the reader; tell whether it stayed within its bounds, and what it said."""
    akhiran, buat = JAHAT[nama]
    folder = folder / f"jahat-{nama}"
    folder.mkdir(parents=True, exist_ok=True)
    berkas, keluar = folder / f"draf.{akhiran}", folder / "hasil"
    berkas.write_bytes(buat(folder))
    sebelum = _isi(folder)
    mulai = time.perf_counter()
    with subprocess.Popen(
        perintah(berkas, [], 2024, keluar), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True, preexec_fn=_batasi,
    ) as p:  # fmt: skip
        try:
            pesan, salah = p.communicate(timeout=4 * DETIK)
        except subprocess.TimeoutExpired:
            os.killpg(p.pid, signal.SIGKILL)
            p.communicate()
            return False, f"lebih dari {4 * DETIK} detik"
    detik = time.perf_counter() - mulai
    keluhan = []
    if p.returncode == -signal.SIGXCPU:
        return False, f"lebih dari {DETIK} detik perhitungan"
    if p.returncode not in (0, 2):
        keluhan.append(f"kode {p.returncode}")
    if "Traceback" in salah:
        keluhan.append("runutan galat")
    if p.returncode == 2 and not 0 < len(salah.strip() or pesan.strip()) <= 400:
        keluhan.append("tanpa satu kalimat yang menerangkan")
    if nama in DIBACA:
        terbaca = [b.get("tercetak", "") for b in baca_csv(keluar / "angka.csv")]
        if not any(DIBACA[nama] in t for t in terbaca) or "99" in terbaca:
            keluhan.append(f"yang wajar tidak terdaftar: {DIBACA[nama]}")
    if asing := sorted(x for x in _isi(folder) - sebelum if not x.startswith("hasil")):
        keluhan.append(f"menulis {', '.join(asing)}")
    tertulis = pesan + salah
    if keluar.exists():
        tertulis += "".join(x.read_bytes().decode(errors="replace") for x in keluar.rglob("*") if x.is_file())
    if _RAHASIA in tertulis:
        keluhan.append("membocorkan berkas tuan rumah")
    baris = (salah.strip() or pesan.strip()).splitlines()
    kata = re.sub(r"\s+", " ", baris[-1] if baris else "")[:110]
    return not keluhan, f"{'; '.join(keluhan) or 'terbatas'} ({detik:.1f} detik): {kata}"


def _batasi() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORI, MEMORI))
    resource.setrlimit(resource.RLIMIT_CPU, (DETIK, DETIK + 5))


def _isi(folder: Path) -> set[str]:
    return {str(x.relative_to(folder)) for x in folder.rglob("*")}
