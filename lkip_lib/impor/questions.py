"""Ask a person what a file leaves open; where nobody can be asked, the answer is what was found."""

from __future__ import annotations

from collections.abc import Callable

from lkip_lib.errors import Masalah, MasukanSalah, terdekat

# Asks which of several to take: question, choices, what was found, the flag that says it instead.
Tanya = Callable[[str, list[str], str, str], str]


def pilih_dokumen(dokumen: str, sah: tuple[str, ...], bawaan: str, tanya: Tanya) -> str:
    """Return the document that states the figures: the one named, else the one chosen."""
    if dokumen and dokumen not in sah:
        raise MasukanSalah(Masalah(f'Dokumen "{dokumen}" tidak dikenal.', terdekat(dokumen, sah)))
    return dokumen or tanya("Dokumen yang menyatakan angkanya:", list(sah), bawaan, "--dokumen")
