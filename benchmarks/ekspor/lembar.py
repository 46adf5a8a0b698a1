"""A sheet before it is a file: cells, headings of several rows, and rows laid out as offices lay them out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

NBSP = "\u00a0"


@dataclass
class Sel:
    v: Any
    fmt: str | None = None  # Excel's number format
    tag: str | None = None  # its place is noted in the truth
    rumus: bool = False


@dataclass
class Kolom:
    key: str
    kepala: tuple[str, ...]
    sembunyi: bool = False


@dataclass
class Baris:
    sel: dict[str, Any]
    jenis: str = "data"  # data, total, kosong
    sembunyi: bool = False
    gabung: dict[str, int] = field(default_factory=dict)  # key -> rows merged downwards
    boleh_putus: bool = True  # headings may be repeated before this row


@dataclass
class Lembar:
    nama: str
    isi: list[list[Any]] = field(default_factory=list)
    gabung: list[tuple[int, int, int, int]] = field(default_factory=list)
    baris_sembunyi: set[int] = field(default_factory=set)
    kolom_sembunyi: set[int] = field(default_factory=set)
    tag: dict[str, list[str]] = field(default_factory=dict)
    tampak: bool = True

    def tulis(self, r: int, c: int, v: Any) -> None:
        while len(self.isi) <= r:
            self.isi.append([])
        brs = self.isi[r]
        while len(brs) <= c:
            brs.append(None)
        brs[c] = v
        if isinstance(v, Sel) and v.tag:
            self.tag.setdefault(v.tag, []).append(alamat(r, c))


def huruf(c: int) -> str:
    s = ""
    c += 1
    while c:
        c, m = divmod(c - 1, 26)
        s = chr(65 + m) + s
    return s


def alamat(r: int, c: int) -> str:
    return f"{huruf(c)}{r + 1}"


def susun(rng, ciri, nama, judul, kolom, data, kaki=(), kosong=False) -> Lembar:
    """Lay out titles, headings, a row of numbers, rows and a foot; `ciri` is drawn by `pilih_ciri`."""
    L = Lembar(nama)
    kolom = list(kolom)
    if ciri.get("kolom_bantu"):
        di = 0 if ciri["kolom_bantu"] == "depan" else len(kolom)
        kolom.insert(di, Kolom("_id", ("ID",), sembunyi=True))
        for b in data:
            if b.jenis == "data":
                b.sel["_id"] = rng.randrange(10000, 99999)
    lebar = len(kolom)
    r = 0
    for j in judul:
        L.tulis(r, ciri.get("kolom_judul", 0), j)
        if j and ciri.get("gabung_judul") and lebar > 2:
            c0 = ciri.get("kolom_judul", 0)
            L.gabung.append((r, c0, r, lebar - 1))
        r += 1
    if judul and ciri.get("jarak_judul", True):
        r += 1
    dalam = max(len(k.kepala) for k in kolom)
    pos = {k.key: c for c, k in enumerate(kolom)}

    def kepala(r0: int) -> int:
        for c, k in enumerate(kolom):
            for i, t in enumerate(k.kepala):
                kembar = c and len(kolom[c - 1].kepala) > i + 1 and kolom[c - 1].kepala[: i + 1] == k.kepala[: i + 1]
                induk = i + 1 < len(k.kepala)
                if induk and kembar and not ciri.get("kepala_berulang"):
                    continue
                L.tulis(r0 + i, c, teks_kepala(t, ciri))
                if ciri.get("kepala_berulang"):
                    continue
                c2 = c
                if induk:
                    while (
                        c2 + 1 < lebar
                        and len(kolom[c2 + 1].kepala) > i + 1
                        and kolom[c2 + 1].kepala[: i + 1] == k.kepala[: i + 1]
                    ):
                        c2 += 1
                r2 = r0 + i if induk else r0 + dalam - 1
                if (c2 > c or r2 > r0 + i) and ciri.get("gabung_kepala", True):
                    L.gabung.append((r0 + i, c, r2, c2))
        r1 = r0 + dalam
        if ciri.get("baris_nomor"):
            for c in range(lebar):
                n = str(c + 1)
                L.tulis(
                    r1,
                    c,
                    f"({n})" if ciri["baris_nomor"] == "kurung" else (c + 1 if ciri["baris_nomor"] == "angka" else n),
                )
            r1 += 1
        return r1

    r = kepala(r)
    sejak = 0
    if not kosong:
        for i, b in enumerate(data):
            if ciri.get("ulang_kepala") and sejak >= ciri["ulang_kepala"] and b.jenis == "data" and b.boleh_putus:
                r += 1
                r = kepala(r)
                sejak = 0
            for k, v in b.sel.items():
                if v is None or k not in pos:
                    continue
                L.tulis(r, pos[k], v)
            if b.sembunyi:
                L.baris_sembunyi.add(r)
            for k, n in b.gabung.items():
                if n > 1 and all(x.boleh_putus is False for x in data[i + 1 : i + n]):
                    L.gabung.append((r, pos[k], r + n - 1, pos[k]))
            while len(L.isi) <= r:
                L.isi.append([])
            r += 1
            sejak += 1
    for c, k in enumerate(kolom):
        if k.sembunyi:
            L.kolom_sembunyi.add(c)
    r += 1
    for k in kaki:
        di, t = k if isinstance(k, tuple) else (0, k)
        if t:
            L.tulis(r, min(di, lebar - 1), t)
        r += 1
    return L


def teks_kepala(t: str, ciri) -> str:
    g = ciri.get("gaya_kepala", "biasa")
    if g == "besar":
        t = t.upper()
    elif g == "baris":
        t = t.replace(" (Rp)", "\n(Rp)").replace(" / ", " /\n")
    elif g == "spasi":
        t = t + " "
    return t


def nodai(rng, s: str, ciri) -> str:
    """Add a space at an end or a no-break space, in a file that has them."""
    if not s or not ciri.get("noda"):
        return s
    x = rng.random()
    if x < 0.25:
        return s + " "
    if x < 0.45 and " " in s:
        i = s.index(" ")
        return s[:i] + NBSP + s[i + 1 :]
    if x < 0.52:
        return "  " + s
    return s
