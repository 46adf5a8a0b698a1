"""The formulas of the workbook: the catalogue's Excel forms, guarded so that a missing figure stays empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lkip_lib.formulas.katalog import KATALOG, Rumus

# Excel reads at most 255 arguments in one SUM.
_ARGUMEN = 200
_TANPA_BATAS = "1E+99"


def isi(rumus: str | Rumus, /, **sel: str) -> str:
    """Return a formula with its inputs filled in, without the sign of equality; a name is one no policy changes.

    >>> isi("sisa", pagu="E5", realisasi="F5")
    'E5-F5'
    """
    r = rumus if isinstance(rumus, Rumus) else KATALOG[rumus]
    return r.excel.removeprefix("=").format(**sel)


def bulat(rumus: str, ungkapan: str, /, **sel: str) -> str:
    """Fill in a formula whose `ungkapan` is rounded to nine decimals before it is used, as the pipeline does.

    >>> bulat("selisih", "{kini}-{pembanding}", kini="D5", pembanding="E5")
    'ROUND(D5-E5,9)'
    """
    excel = KATALOG[rumus].excel.removeprefix("=")
    assert ungkapan in excel, f"{rumus} tidak memuat {ungkapan}"
    return excel.replace(f"({ungkapan})", ungkapan).replace(ungkapan, f"ROUND({ungkapan},9)").format(**sel)


def bila_ada(sel: Sequence[str], rumus: str) -> str:
    """Compute only when every cell holds a number.

    >>> bila_ada(["E5", "F5"], "E5-F5")
    'IF(COUNT(E5,F5)<2,"",E5-F5)'
    """
    return f'IF(COUNT({",".join(sel)})<{len(sel)},"",{rumus})'


def bila_dapat(sel: Sequence[str], rumus: str) -> str:
    """Compute only when every cell holds a number and nothing is divided by zero."""
    return bila_ada(sel, f'IFERROR({rumus},"")')


def salin(alamat: str) -> str:
    """Repeat a cell; an empty one stays empty.

    >>> salin("Indikator!$H$5")
    'IF(Indikator!$H$5="","",Indikator!$H$5)'
    """
    return f'IF({alamat}="","",{alamat})'


def capaian(
    katalog: Mapping[str, Rumus],
    nama: str,
    *,
    target: str,
    realisasi: str,
    bawah: str = "",
    atas: str = "",
    nol: bool = False,
) -> str:
    """Return the formula of an unbounded capaian; `nol` counts zero against a target of zero as reached."""
    if not nama:
        return ""
    sel = [target, realisasi]
    if nama == "capaian_rentang":
        ujung = {"bawah": f'IF({bawah}="",-{_TANPA_BATAS},{bawah})', "atas": f'IF({atas}="",{_TANPA_BATAS},{atas})'}
        badan = isi(katalog[nama], realisasi=realisasi, **ujung)
        return f'IF(OR(COUNT({realisasi})=0,COUNT({bawah},{atas})=0),"",IFERROR({badan},""))'
    badan = f'IFERROR({isi(katalog[nama], target=target, realisasi=realisasi)},"")'
    if not nama.startswith("capaian_perubahan"):
        badan = f'IF({target}>0,{badan},"")'
    if nol:
        badan = isi("nol_tercapai", target=target, realisasi=realisasi, capaian=badan)
    return bila_ada(sel, badan)


def predikat(nilai: str, mulai: str, nama: str, pembacaan: str, desimal: int = 0) -> str:
    """Look a class up, right at every exact boundary; `mulai` holds where each class begins, lowest first."""
    v = f"ROUND({nilai},9)"
    if pembacaan == "bulatkan":
        v = f"INT({v}+0.5)" if not desimal else f"INT(ROUND({v}*{10**desimal},9)+0.5)/{10**desimal}"
    elif pembacaan != "ambang_bawah":
        v = f"{v}-5E-10"  # the bound itself belongs to the class below: values have nine decimals
    return bila_ada([nilai], isi("predikat", nilai=v, bawah=mulai, nama=nama))


def rata_rata(rumus: Rumus, nilai: str, bobot: str, *, banyak: str, terhitung: str) -> str:
    """Average by weight; with a member missing (`terhitung` of `banyak`) there is no average."""
    hasil = isi(rumus, nilai=nilai, bobot=bobot)
    return f'IF(OR({banyak}=0,{terhitung}<{banyak}),"",IFERROR({hasil},""))'


def jumlah(sel: Sequence[str]) -> str:
    """Sum cells of one column, neighbours as a range; with one missing there is no sum.

    >>> jumlah(["E6", "E7", "E9"])
    'IF(COUNT(E6:E7,E9)<3,"",SUM(E6:E7,E9))'
    """
    return _bila_lengkap(sel, isi("jumlah", anak=_rangkum(sel)))


def residu(nilai: str, sel: Sequence[str]) -> str:
    """Subtract the children's sum from a stated figure.

    >>> residu("E5", ["E6", "E7"])
    'IF(OR(COUNT(E5)=0,COUNT(E6:E7)<2),"",E5-SUM(E6:E7))'
    """
    daftar = _rangkum(sel)
    return f'IF(OR(COUNT({nilai})=0,COUNT({daftar})<{len(sel)}),"",{isi("residu", nilai=nilai, anak=daftar)})'


def _bila_lengkap(sel: Sequence[str], rumus: str) -> str:
    return f'IF(COUNT({_rangkum(sel)})<{len(sel)},"",{rumus})'


def _rangkum(sel: Sequence[str]) -> str:
    """List cells of one column, in order, neighbours joined; a list too long for a function is one union."""
    huruf = sel[0].rstrip("0123456789")
    baris = sorted(int(s.removeprefix(huruf)) for s in sel)
    bagian: list[list[int]] = []
    for b in baris:
        if bagian and b == bagian[-1][-1] + 1:
            bagian[-1].append(b)
        else:
            bagian.append([b])
    teks = [f"{huruf}{b[0]}" + (f":{huruf}{b[-1]}" if len(b) > 1 else "") for b in bagian]
    if len(teks) <= _ARGUMEN:
        return ",".join(teks)
    potong = [teks[i : i + _ARGUMEN] for i in range(0, len(teks), _ARGUMEN)]
    return ",".join(f"({','.join(p)})" for p in potong)
