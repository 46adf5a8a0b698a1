"""The text of a figure by unit and state, and the button that opens its trail."""

import pytest
from bs4 import BeautifulSoup

from lkip_lib import ledger as buku
from lkip_lib.display import Angka, Penyaji
from lkip_lib.display.figure import KEADAAN, tulis
from lkip_lib.ledger import Ledger, tabel

NAN = float("nan")


def row(nilai, satuan="Nilai", **rest):
    return {"label": "", "nilai": nilai, "satuan": satuan, "status_nilai": buku.ANGKA, "tercetak": "", **rest}


@pytest.mark.parametrize(
    ("nilai", "satuan", "text"),
    [
        (83.4749, "persen", "83,47%"),
        (7.82, "Persen", "7,82%"),
        (100, "%", "100,00%"),
        (-0.731, "persen", "−0,73%"),
        (-0.001, "persen", "0,00%"),
        (2.675, "persen", "2,68%"),
        (18508617440, "rupiah", "Rp18.508.617.440"),
        (-1000, "Rupiah", "−Rp1.000"),
        (0, "rupiah", "Rp0"),
        (64.17, "Nilai", "64,17"),
        (1260, "Orang", "1.260,00"),
        (0, "Kasus", "0,00"),
    ],
)
def test_a_number_is_written_by_its_unit(nilai, satuan, text):
    assert tulis(row(nilai, satuan)) == text


@pytest.mark.parametrize(
    ("nilai", "satuan", "decimals", "style", "text"),
    [
        (100, "persen", 2, {"ringkas": True}, "100%"),
        (88.8, "persen", 2, {"ringkas": True}, "88,8%"),
        (7.825, "persen", 1, {}, "7,8%"),
        (1260, "Orang", 0, {}, "1.260"),
        (18508617440, "rupiah", 2, {"polos": True}, "18.508.617.440"),
        (-5, "rupiah", 2, {"polos": True}, "−5"),
    ],
)
def test_a_style_changes_only_how_it_is_written(nilai, satuan, decimals, style, text):
    assert tulis(row(nilai, satuan), decimals, **style) == text


@pytest.mark.parametrize("satuan", ["persen", "rupiah", "Nilai"])
@pytest.mark.parametrize("status", sorted(set(KEADAAN)))
def test_a_missing_number_is_its_state_in_words_and_never_zero(status, satuan):
    text = tulis(row(NAN, satuan, status_nilai=status))
    assert text == KEADAAN[status]
    assert not any(c.isdigit() for c in text)


def test_every_state_has_a_word_of_its_own():
    states = {buku.BELUM_DIISI, buku.TIDAK_TERBACA, buku.TIDAK_DAPAT_DIHITUNG, buku.TIDAK_BERLAKU}
    assert set(KEADAAN) == states
    assert len(set(KEADAAN.values())) == len(states)


def test_a_class_is_written_as_it_is():
    assert tulis(row(NAN, "", label="Sangat Tinggi")) == "Sangat Tinggi"


def test_a_range_shows_what_its_document_printed():
    assert tulis(row(NAN, "Nilai", tercetak="80-90")) == "80-90"
    assert tulis(row(NAN, "Persen", tercetak="80-90")) == "80-90%"
    assert tulis(row(NAN, "Persen", tercetak="80-90 %")) == "80-90 %"


def presenter(**rest):
    base = {
        "id": "indikator.A.capaian_persen.pk.2024",
        "asal": "hitung",
        "status_nilai": buku.ANGKA,
        "satuan": "persen",
    }
    return Penyaji(Ledger(tabel([base | rest])), 2024, "pk")


def show(**rest):
    return presenter(**rest).angka("indikator.A.capaian_persen.pk.2024")


def test_a_number_is_a_button_that_opens_its_trail():
    (button,) = BeautifulSoup(show(nilai=98.7231).__html__(), "html.parser").children
    assert button.name == "button"
    assert button["type"] == "button"
    assert button["popovertarget"] == "jejak-indikator.A.capaian_persen.pk.2024"
    assert button.get_text() == "98,72%"


@pytest.mark.parametrize("status", sorted(set(KEADAAN)))
def test_what_is_no_number_has_no_button(status):
    html = show(nilai=NAN, status_nilai=status).__html__()
    assert html == f'<span class="kosong">{KEADAAN[status]}</span>'


@pytest.mark.parametrize(("nilai", "text"), [(0.5, "+0,50%"), (-0.5, "−0,50%"), (0, "0,00%"), (0.001, "0,00%")])
def test_a_sign_is_written_before_what_rises(nilai, text):
    figure = presenter(nilai=nilai).angka("indikator.A.capaian_persen.pk.2024", tanda=True)
    assert str(figure) == text


def test_a_figure_named_by_table_code_and_column():
    shown = presenter(nilai=50)
    assert str(shown.sel("indikator", "A", "capaian_persen", dokumen="pk")) == "50,00%"
    assert str(shown.sel("indikator", "A", "capaian_persen", dokumen="pk", tahun=2024, desimal=0)) == "50%"
    assert shown.sel("indikator", "A", "capaian_persen", dokumen="renstra") == "–"
    assert shown.sel("indikator", "B", "capaian_persen", dokumen="pk") == "–"


def test_a_used_range_keeps_the_text_of_its_document():
    ledger = Ledger(
        tabel(
            [
                {"id": "pakai", "status_nilai": buku.ANGKA, "rumus": "dinyatakan", "dari": "asal", "satuan": "Persen"},
                {"id": "asal", "status_nilai": buku.ANGKA, "tercetak": "80-90", "satuan": "Persen"},
            ]
        )
    )
    assert str(Penyaji(ledger, 2024, "pk").angka("pakai")) == "80-90%"


HOSTILE = ['<script>alert("x")</script>', '"onmouseover="alert(1)', "' onfocus='x", "a & b", "<b>tebal</b>"]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("there", [True, False])
def test_text_and_id_are_escaped(text, there):
    (element,) = BeautifulSoup(Angka(f"id.{text}", text, ada=there).__html__(), "html.parser").children
    assert element.get_text() == text
    assert set(element.attrs) == ({"type", "class", "popovertarget"} if there else {"class"})
    assert element.find() is None
    if there:
        assert element["popovertarget"] == f"jejak-id.{text}"
