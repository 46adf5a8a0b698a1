"""Write a copy of the Word file with a comment for each job at its cell or sentence; all else stays as it is."""

from __future__ import annotations

import copy
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from lkip_lib.draf.files.package import Paket
from lkip_lib.draf.files.word import UTAMA, Pembaca, Unsur
from lkip_lib.draf.files.word_looks import W
from lkip_lib.draf.findings.jobs import Pekerjaan

TERBANYAK = 30  # comments; what is more stands in a table at the end
_KOMENTAR, _KAITAN, _JENIS = "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
_NS_KAITAN = "http://schemas.openxmlformats.org/package/2006/relationships"
_NS_JENIS = "http://schemas.openxmlformats.org/package/2006/content-types"
_HUBUNGAN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_ISI = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
PENULIS = "Pemeriksaan draf"


def tulis_komentar(draf: Path, semua: Sequence[Pekerjaan], path: Path) -> None:
    """Write the copy. Parts that hold no comment are copied byte for byte."""
    paket = Paket(draf)
    try:
        pembaca = Pembaca(paket)
        unsur = list(pembaca.semua())
        komentar = paket.xml(_KOMENTAR)
        akar = komentar if komentar is not None else etree.Element(f"{W}comments", nsmap={"w": W.strip("{}")})
        awal = max((int(c.get(f"{W}id", "0")) for c in akar.iter(f"{W}comment")), default=-1) + 1
        lebih: list[Pekerjaan] = []
        for p in semua:
            p_unsur = _paragraf(p, unsur) if p.nomor <= TERBANYAK else None
            if p_unsur is None:
                lebih.append(p)
                continue
            _tandai(p_unsur, awal)
            akar.append(_komentar(p, awal))
            awal += 1
        if lebih:
            _tabel_akhir(pembaca.badan, lebih)
        ganti = {UTAMA: _byte(pembaca.badan.getroottree().getroot()), _KOMENTAR: _byte(akar)}
        if komentar is None:
            ganti |= {_KAITAN: _berkaitan(paket), _JENIS: _berjenis(paket)}
        _salin(paket, ganti, path)
    finally:
        paket.tutup()


def _paragraf(p: Pekerjaan, unsur: Sequence[Unsur]) -> Any:
    """Return the paragraph that a job stands at: the first of its cell, or the sentence's own."""
    a = p.utama.angka
    for u in unsur:
        if a.tabel and getattr(u.blok, "kisi", None) is not None and u.blok.nomor == a.tabel:
            sel = u.sel.get((a.baris - 1, a.kolom - 1))
            return next(sel.iter(f"{W}p"), None) if sel is not None else None
        if not a.tabel and u.unsur is not None and hasattr(u.blok, "teks") and u.blok.nomor == a.paragraf:
            return u.unsur if getattr(u.blok, "bagian", "") == "isi" else None
    return None


def _tandai(p: Any, nomor: int) -> None:
    awal, akhir = (etree.Element(f"{W}commentRange{n}", {f"{W}id": str(nomor)}) for n in ("Start", "End"))
    sifat = p.find(f"{W}pPr")
    p.insert(0 if sifat is None else 1, awal)
    p.append(akhir)
    run = etree.SubElement(p, f"{W}r")
    etree.SubElement(run, f"{W}commentReference", {f"{W}id": str(nomor)})


def _komentar(p: Pekerjaan, nomor: int) -> Any:
    unsur = etree.Element(f"{W}comment", {f"{W}id": str(nomor), f"{W}author": PENULIS, f"{W}initials": "PD"})
    for teks in kalimat(p):
        unsur.append(_alinea(teks))
    return unsur


def kalimat(p: Pekerjaan) -> list[str]:
    """Say a job in a few lines: what is, what to do, and where else it shows."""
    baris = [f"{p.tingkat.capitalize()}. {p.utama.pesan}"]
    if p.utama.saran:
        baris.append(f"Saran: {p.utama.saran}")
    if p.lain:
        di = "; ".join(dict.fromkeys(tempat for _, tempat in p.lain[:4] if tempat != p.tempat)) or "sel yang sama"
        lebih = f"; dan {len(p.lain) - 4} lain" if len(p.lain) > 4 else ""
        baris.append(f"Terkait: {di}{lebih}.")
    return baris


def _alinea(teks: str) -> Any:
    p = etree.Element(f"{W}p")
    t = etree.SubElement(etree.SubElement(p, f"{W}r"), f"{W}t")
    t.text = teks
    t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return p


def _tabel_akhir(badan: Any, lebih: Sequence[Pekerjaan]) -> None:
    """Put what has no comment of its own into a table at the end of the document."""
    tabel = etree.Element(f"{W}tbl")
    sifat = etree.SubElement(tabel, f"{W}tblPr")
    tepi = etree.SubElement(sifat, f"{W}tblBorders")
    for sisi in ("top", "left", "bottom", "right", "insideH", "insideV"):
        etree.SubElement(tepi, W + sisi, {f"{W}val": "single", f"{W}sz": "4"})
    kisi = etree.SubElement(tabel, f"{W}tblGrid")
    for _ in range(2):
        etree.SubElement(kisi, f"{W}gridCol", {f"{W}w": "4500"})
    for satu, dua in [("Tempat", "Catatan"), *((p.tempat, " ".join(kalimat(p))) for p in lebih)]:
        baris = etree.SubElement(tabel, f"{W}tr")
        for teks in (satu, dua):
            etree.SubElement(baris, f"{W}tc").append(_alinea(teks))
    akhir = badan.find(f"{W}sectPr")
    letak = len(badan) if akhir is None else badan.index(akhir)
    for n, u in enumerate((_alinea("Catatan pemeriksaan draf yang lain"), tabel, _alinea(""))):
        badan.insert(letak + n, u)


def _byte(akar: Any) -> bytes:
    return bytes(etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True))


def _berkaitan(paket: Paket) -> bytes:
    akar = paket.xml(_KAITAN)
    akar = copy.deepcopy(akar) if akar is not None else etree.Element(f"{{{_NS_KAITAN}}}Relationships")
    ada = {k.get("Id") for k in akar}
    id_ = next(f"rId{n}" for n in range(1, len(ada) + 2) if f"rId{n}" not in ada)
    etree.SubElement(
        akar, f"{{{_NS_KAITAN}}}Relationship", {"Id": id_, "Type": _HUBUNGAN, "Target": "comments.xml"}
    )  # fmt: skip
    return _byte(akar)


def _berjenis(paket: Paket) -> bytes:
    akar = paket.xml(_JENIS)
    akar = copy.deepcopy(akar) if akar is not None else etree.Element(f"{{{_NS_JENIS}}}Types")
    etree.SubElement(akar, f"{{{_NS_JENIS}}}Override", {"PartName": f"/{_KOMENTAR}", "ContentType": _ISI})
    return _byte(akar)


def _salin(paket: Paket, ganti: dict[str, bytes], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as tujuan:
        for nama, info in paket.nama.items():
            tujuan.writestr(info, ganti.pop(nama) if nama in ganti else paket.mentah(nama), zipfile.ZIP_DEFLATED)
        for nama, isi in ganti.items():
            tujuan.writestr(zipfile.ZipInfo(nama, (1980, 1, 1, 0, 0, 0)), isi, zipfile.ZIP_DEFLATED)
