"""What is said of the Perjanjian Kinerja itself: where its content was copied from, its number, date and parties."""

from __future__ import annotations

from markupsafe import Markup

from lkip_lib.inputs.agreement import PK
from lkip_lib.inputs.documents import Kepala
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.kalimat.simpulan import TEMPAT as _TEMPAT
from lkip_lib.narrative.words import daftar
from lkip_lib.numerals import tanggal


def kalimat_salinan(isi: Isi) -> Markup:
    """Say whence the content of the agreement was copied, and what is known of it; the rest is not made up."""
    tempat = dict.fromkeys(str(b["sumber"]).split(",")[0] for b in isi.target_tahun(PK).values() if b["sumber"])
    p = isi.instansi.perjanjian
    tempat = {f"{t} dokumen instansi" if _TEMPAT.match(t) else t: None for t in tempat}
    disalin = f", disalin dari {daftar([*tempat])}" if tempat else ""
    kalimat = [Markup("Isi {} tahun {}{}.").format(isi.dokumen[PK], isi.tahun, disalin)]
    tanda = [f"bernomor {p.nomor}" if p.nomor else "", f"bertanggal {tanggal(p.tanggal)}" if p.tanggal else ""]
    pihak = [_sebut(k) for k in (p.pihak_pertama, p.pihak_kedua) if k.nama]
    dibuat = [f"dibuat antara {daftar(pihak)}"] if len(pihak) == 2 else []
    if ada := [*filter(None, tanda), *dibuat]:
        kalimat.append(Markup("Perjanjian itu {}.").format(daftar(ada)))
    return Markup(" ").join(kalimat)


def _sebut(k: Kepala) -> str:
    return f"{k.nama} ({k.jabatan})" if k.jabatan else k.nama


def yang_kurang(isi: Isi) -> list[str]:
    """List what is not known of the agreement."""
    p = isi.instansi.perjanjian
    ada = {"nomor": p.nomor, "tanggal": p.tanggal, "para pihak": p.pihak_pertama.nama and p.pihak_kedua.nama}
    return [nama for nama, isinya in ada.items() if not isinya]
