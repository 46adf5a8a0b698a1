"""A small line beside a figure: how it moved through its years; the words beside it say what it shows."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

_LEBAR, _TINGGI, _TEPI = 96, 24, 4
_TERSEDIKIT = 3


def kilas(nilai: Sequence[float]) -> Markup:
    """Draw values as a line that ends in a dot; fewer than three, or all the same, are not drawn.

    >>> kilas([1, 2]), kilas([3, 3, 3])
    (Markup(''), Markup(''))
    """
    if len(nilai) < _TERSEDIKIT or len(set(nilai)) == 1:
        return Markup("")
    rendah, rentang, langkah = min(nilai), max(nilai) - min(nilai), (_LEBAR - 2 * _TEPI) / (len(nilai) - 1)
    titik = [
        (_TEPI + i * langkah, _TINGGI - _TEPI - (v - rendah) / rentang * (_TINGGI - 2 * _TEPI))
        for i, v in enumerate(nilai)
    ]
    garis = " ".join(f"{x:.1f},{y:.1f}" for x, y in titik)
    x, y = titik[-1]
    return Markup(
        f'<svg class="kilas" viewBox="0 0 {_LEBAR} {_TINGGI}" aria-hidden="true">'
        f'<polyline points="{garis}"/><circle cx="{x:.1f}" cy="{y:.1f}" r="3"/></svg>'
    )
