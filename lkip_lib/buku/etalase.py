"""What a report can show, by name: called with it, or picked with Tab."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Generic, TypeVar

from lkip_lib.errors import Masalah, MasukanSalah, terdekat

T = TypeVar("T")


class Etalase(Generic[T]):
    """Offer what a report can show: `lk.tabel("pengukuran")`, `lk.bagan("tren", "AKIP")`, or `lk.tabel.pengukuran`.

    What can be told what it is about is picked as a function: `lk.bagan.tren("AKIP")`.
    """

    def __init__(self, apa: str, pembuat: Mapping[str, Callable[..., T]], isi: Callable[[], Any]) -> None:
        self._apa, self._pembuat, self._isi = apa, pembuat, isi

    def __call__(self, nama: str, *tentang: str) -> T:
        """Return it, ready to show. Raises MasukanSalah for a name that does not exist."""
        if nama not in self._pembuat:
            raise MasukanSalah(Masalah(f'{self._apa} "{nama}" tidak ada.', terdekat(nama, self._pembuat)))
        return self._pembuat[nama](self._isi(), *tentang)

    def __getattr__(self, nama: str) -> Any:
        if nama not in self.__dict__.get("_pembuat", {}):
            raise AttributeError(f'{self._apa} "{nama}" tidak ada. {terdekat(nama, self._pembuat)}')
        _, *tentang = inspect.signature(self._pembuat[nama]).parameters.values()
        return partial(self, nama) if tentang else self(nama)

    def __dir__(self) -> list[str]:
        return sorted(self._pembuat)

    def __repr__(self) -> str:
        return f"{self._apa}: {', '.join(sorted(self._pembuat))}"
