"""Tables and figures have numbers, and the sentence before them names these."""

from bs4 import BeautifulSoup

from lkip_lib.narrative.nomor import nomori
from tests.project import computed

TABEL = '<div class="tabel pendek"><table><caption>{}</caption><tbody><tr><td>1</td></tr></tbody></table></div>'
GAMBAR = '<figure class="bagan"><figcaption>{}</figcaption></figure>'
SATU, TIGA, EMPAT = (TABEL.format(judul) for judul in ("Satu", "Tiga", "Empat"))
DUA = GAMBAR.format("Dua")
BAB = (
    f'<section id="bab3"><section id="bagian-a"><h3>3.1 A</h3><p>Ada dua.</p>{SATU}{DUA}</section>'
    f'<section id="bagian-b"><h3>3.2 B</h3>{TIGA}<p>Sesudahnya:</p>{EMPAT}</section></section>'
)


def chapter(nomor=3, judul="Bab III"):
    return BeautifulSoup(nomori(BAB, "bab3", nomor, judul), "html.parser")


def test_each_kind_is_counted_within_its_chapter():
    captions = [c.get_text() for c in chapter().select("caption, figcaption")]
    assert captions == ["Tabel 3.1 Satu", "Gambar 3.1 Dua", "Tabel 3.2 Tiga", "Tabel 3.3 Empat"]
    assert chapter(0, "Lampiran").caption.get_text() == "Tabel L.1 Satu"


def test_the_sentence_before_names_them_and_where_there_is_none_one_is_made():
    assert [p.get_text() for p in chapter().select("p")] == [
        "Ada dua (Tabel 3.1 dan Gambar 3.1).", "Rinciannya ada di Tabel 3.2.", "Sesudahnya (Tabel 3.3):",
    ]  # fmt: skip


def test_a_reference_leads_to_what_it_names():
    tree = chapter()
    assert [tree.find(id=a["href"][1:]).name for a in tree.select("a")] == ["div", "figure", "div", "div"]


def named(tree):
    """Return the ids that the references of a chapter name, with those between a first and a last."""
    ids = set()
    for a in tree.select(".rujuk a"):
        start, number = a["href"][1:].rsplit("-", 1)
        ids.add(f"{start}-{number}")
        if str(a.next_sibling).strip() == "sampai":
            last = int(a.find_next("a")["href"].rsplit("-", 1)[1])
            ids |= {f"{start}-{n}" for n in range(int(number), last)}
    return ids


def test_many_tables_in_a_row_are_named_by_the_first_and_the_last_and_figures_after_them():
    html = nomori(f"<p>Ada.</p>{SATU}{TIGA}{DUA}{EMPAT}", "bab3", 3, "Bab III")
    assert BeautifulSoup(html, "html.parser").p.get_text() == "Ada (Tabel 3.1 sampai Tabel 3.3 dan Gambar 3.1)."


def test_every_table_and_figure_of_a_report_is_numbered_and_referred_to():
    for bab in computed("dinas-contoh", 2025).naskah:
        tree = BeautifulSoup(bab.html, "html.parser")
        assert named(tree) == {t["id"] for t in tree.select("div.tabel, figure")}
        assert all(c.select_one(".nomor") for c in tree.select("caption, figcaption"))
