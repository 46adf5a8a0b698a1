"""A stranger's script proves every published figure, and sees whatever was changed in what is published."""

import ast
import importlib.util
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest

from lkip_lib.buku.bahan import siapkan_bahan
from lkip_lib.buku.rangkaian import jalankan, sampai
from lkip_lib.buku.store import tulis_csv
from lkip_lib.inputs import hashes
from lkip_lib.places import Tempat, tempat
from tests.inputs.twin import to_workbook
from tests.project import AKAR, copy_project, published

SCRIPT = AKAR / "tools" / "buktikan.py"
RUNS = {
    "bekasi": ("disnaker-kota-bekasi", 2024, 0),
    "contoh": ("dinas-contoh", 2025, 0),
    "triwulan": ("dinas-contoh", 2025, 2),
}
APART = "terbaca dengan aturan"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("buktikan", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def publish(place: Tempat, folder: Path) -> Path:
    """Write what a report publishes for its proof: the ledger by notebook, the formulas and the inputs."""
    bahan = siapkan_bahan(place)
    for notebook in sampai("03_efisiensi", place.akar):
        hasil = jalankan(notebook, bahan)
        bahan = bahan.dengan(hasil)
        tulis_csv(hasil.ledger, folder / "data" / "ledger" / f"{notebook}.csv")
    tulis_csv(bahan.rumus, folder / "data" / "rumus.csv")
    for path in hashes.berkas_data(place):
        copy = folder / "masukan" / path.relative_to(place.data)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    return folder


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    base = tmp_path_factory.mktemp("bukti")
    root = copy_project(base / "proyek")
    return {name: publish(tempat(*run, di=root), base / name) for name, run in RUNS.items()}


@pytest.fixture
def bekasi(folders: dict[str, Path], tmp_path: Path) -> Path:
    return Path(shutil.copytree(folders["bekasi"], tmp_path / "bekasi"))


def prove(
    script: ModuleType, folder: Path, capsys: pytest.CaptureFixture[str]
) -> tuple[int, dict[str, int], list[str]]:
    """Return the exit code, the counts by what they are called, and what is not proved."""
    capsys.readouterr()
    code = script.utama(folder)
    counts, _, failures = capsys.readouterr().out.partition(" tidak terbukti\n")
    *lines, last = counts.splitlines()
    assert int(last) == len(failures.splitlines())
    return code, {line.rpartition(" ")[0].strip(): int(line.split()[-1]) for line in lines}, failures.splitlines()


def table(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def ledgers(folder: Path) -> dict[Path, pd.DataFrame]:
    return {p: table(p) for p in sorted((folder / "data" / "ledger").glob("*.csv"))}


# ---- what is published is proved
@pytest.mark.parametrize("run", RUNS)
def test_every_figure_is_proved(script, folders, capsys, run):
    code, counts, failures = prove(script, folders[run], capsys)
    whole = pd.concat(ledgers(folders[run]).values())
    assert (code, failures) == (0, [])
    assert sum(counts.values()) == len(whole)
    assert sum(n for k, n in counts.items() if k.startswith("hitungan")) == (whole["asal"] == "hitung").sum()
    assert counts["hitungan: terbukti"] > 300
    assert counts.get(f"asal: {APART}", 0) < 6


def test_the_published_report_is_proved(script, tmp_path_factory, capsys):
    place = published(tmp_path_factory, *RUNS["bekasi"][:2])
    assert prove(script, place.keluaran, capsys)[::2] == (0, [])


def test_a_workbook_is_proved_by_its_cells(script, tmp_path, capsys):
    root = copy_project(tmp_path / "proyek")
    place = tempat(*RUNS["contoh"][:2], di=root)
    number = re.compile(r"-?\d+(,\d+)?")

    def cell(name: str, column: str, text: str) -> str | float:
        money = column in ("pagu", "realisasi", "target") and number.fullmatch(text)
        return float(text.replace(",", ".")) if money else text

    to_workbook(place.data, cell)
    code, counts, failures = prove(script, publish(place, tmp_path / "terbit"), capsys)
    assert (code, failures) == (0, [])
    assert counts["asal: terbukti"] > 400


def test_a_figure_whose_column_a_sheet_does_not_have_stands_in_no_cell(script, instansi_kecil, tmp_path, capsys):
    instansi_kecil.replace("anggaran.csv", "pagu,realisasi\n", "pagu,sumber\n")
    to_workbook(instansi_kecil.tempat.data)
    folder = publish(instansi_kecil.tempat, tmp_path / "terbit")
    whole = pd.concat(ledgers(folder).values())
    missing = whole[(whole["besaran"] == "realisasi_rp") & (whole["asal"] != "hitung")]
    assert missing["kolom"].tolist() == ["anggaran!2", "anggaran!3", "anggaran!4"]
    assert prove(script, folder, capsys)[::2] == (0, [])


def test_the_numbers_of_an_agencys_own_formula_are_named(script, instansi_kecil, tmp_path, capsys):
    instansi_kecil.kebijakan(
        "rumus:\n  dua-sisi: {judul: Paling tinggi 105, sumber: Keputusan 12/2024, untuk: turun,\n"
        '    ungkapan: "min((2*T - R) / T * 100, 105)"}\n'
    )
    instansi_kecil.params("rumus_turun: dua-sisi\n")
    folder = publish(instansi_kecil.tempat, tmp_path / "terbit")
    assert prove(script, folder, capsys)[::2] == (0, [])
    formulas = table(folder / "data" / "rumus.csv").set_index("kode")
    assert "105 = rumus_turun dua-sisi" in formulas.loc["capaian_mentah[tingkat,turun,tidak]", "angka"]
    assert formulas.loc["batas_capaian", "angka"] == "0 = batas 100; 100 = batas 100"
    assert formulas.loc["serapan", "angka"] == "100 = rumus"


FORMULAS = ('=HYPERLINK("http://x")', "@SUM(1)", "+cmd|' /C calc'!A0", "-2+3", "'=1", "- belum dirinci")


def test_no_text_of_the_data_starts_a_formula_in_what_is_published_and_all_is_proved(
    script, instansi_kecil, tmp_path, capsys
):
    rows = "".join(f'X{n},A,kegiatan,"{t.replace(chr(34), chr(34) * 2)}",dpa,- 5,7\n' for n, t in enumerate(FORMULAS))
    instansi_kecil.write(
        "anggaran.csv", "kode,induk,tingkat,nama,dokumen,pagu,realisasi\nA,,program,A,dpa,42,42\n" + rows
    )
    folder = publish(instansi_kecil.tempat, tmp_path / "terbit")
    for nama, frame in instansi_kecil.run().frames.items():
        tulis_csv(frame, folder / "data" / f"{nama}.csv")
    starts = re.compile(r"[=+@\t\r]|-(?!(?:[\d.,]+ ?%?)?$)")
    cells = [c for p in (folder / "data").rglob("*.csv") for c in table(p).to_numpy().ravel() if c]
    assert [c for c in cells if starts.match(c)] == []
    assert {f"'{t}" for t in FORMULAS} | {"'- 5"} <= set(cells)
    assert prove(script, folder, capsys)[::2] == (0, [])


def test_a_corrected_range_is_proved_by_its_correction(script, instansi_kecil, tmp_path, capsys):
    instansi_kecil.replace("target.csv", "AKIP,2024,pk,65", "AKIP,2024,pk,60-65")
    instansi_kecil.write(
        "koreksi.yml",
        "koreksi:\n- berkas: target.csv\n  kunci:\n    indikator: AKIP\n  kolom: target\n  expect: 60-65\n"
        "  become: 60-64\n  reason: Salah ketik pada tabelnya.\n  evidence: Dokumen yang ditandatangani.\n",
    )
    folder = publish(instansi_kecil.tempat, tmp_path / "terbit")
    assert prove(script, folder, capsys)[::2] == (0, [])


# ---- what was changed is seen
Change = Callable[[Path], None]


def in_ledger(id: str, **columns: str) -> Change:
    def change(folder: Path) -> None:
        for path, frame in ledgers(folder).items():
            at = frame["id"] == id
            if at.any():
                for column, value in columns.items():
                    assert (frame.loc[at, column] != value).all()
                    frame.loc[at, column] = value
                return frame.to_csv(path, index=False)
        raise AssertionError(id)

    return change


def in_origins(id: str, old: str, new: str) -> Change:
    def change(folder: Path) -> None:
        for path, frame in ledgers(folder).items():
            at = frame["id"] == id
            if at.any():
                origins = frame.loc[at, "dari"].iloc[0]
                assert old in origins
                frame.loc[at, "dari"] = origins.replace(old, new).strip()
                return frame.to_csv(path, index=False)
        raise AssertionError(id)

    return change


def in_text(name: str, old: str, new: str) -> Change:
    def change(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def in_formula(key: str, **columns: tuple[str, str]) -> Change:
    def change(folder: Path) -> None:
        path = folder / "data" / "rumus.csv"
        frame = table(path).set_index("kode")
        for column, (old, new) in columns.items():
            assert old in frame.loc[key, column]
            frame.loc[key, column] = frame.loc[key, column].replace(old, new)
        frame.to_csv(path)

    return change


def twice(folder: Path) -> None:
    path, frame = next(iter(ledgers(folder).items()))
    pd.concat([frame, frame.tail(1)]).to_csv(path, index=False)


def formula_gone(folder: Path) -> None:
    frame = table(folder / "data" / "rumus.csv")
    frame[frame["kode"] != "serapan"].to_csv(folder / "data" / "rumus.csv", index=False)


ABSORBED, AMOUNT, INSTANSI = "anggaran.0.serapan_persen.2024", "anggaran.0.realisasi_rp.2024", "anggaran.0.pagu_rp.2024"
CHANGES = {
    "a computed value": in_ledger(ABSORBED, nilai="83.48"),
    "an amount by one rupiah": in_ledger(AMOUNT, nilai="15450065462.0"),
    "a computed value taken away": in_ledger(ABSORBED, nilai="", status_nilai="tidak_dapat_dihitung"),
    "a state": in_ledger(ABSORBED, status_nilai="belum_diisi"),
    "a class": in_ledger("indikator.AKIP.predikat.pk.2024", label="Sedang"),
    "a stated value": in_ledger("target.AKIP.target.pk.2024.tahunan", nilai="64.0"),
    "a stated value times a thousand": in_ledger("hitungan.AKIP.capaian_persen.nilai.lkip.2024~3", nilai="98000.0"),
    "a stated value's sign": in_ledger("hitungan.TPT.capaian_persen.nilai.lkip.2024", nilai="412.0"),
    "a stated value taken away": in_ledger("target.AKIP.target.pk.2024.tahunan", nilai="", status_nilai="belum_diisi"),
    "a printed text": in_ledger("target.AKIP.target.pk.2024.tahunan", tercetak="66", nilai="66.0"),
    "a place": in_ledger("target.AKIP.target.pk.2024.tahunan", baris="2"),
    "a word that was printed": in_ledger("hitungan.S1.predikat.nilai.lkip.2024", label="Sangat Tinggi"),
    "a computed figure posing as a stated one": in_ledger(ABSORBED, asal="masukan", nilai="99.0", dari=""),
    "an input cell": in_text("masukan/realisasi.csv", "64.17", "66.17"),
    "a row more in the inputs": in_text("masukan/target.csv", "\n", "\nX,2024,tahunan,pk,,1,,,\n"),
    "a corrected value": in_ledger("koreksi.anggaran.A.2.pagu.lkip", nilai="11093669001.0"),
    "what a correction makes of a cell": in_text("masukan/koreksi.yml", '"11.093.669.000"', '"11.093.700.000"'),
    "what a correction expects": in_text("masukan/koreksi.yml", '| 11.093.009.000"', '| 11.093.009.001"'),
    "the row of a correction": in_text(
        "masukan/koreksi.yml", "{kode: A.2, dokumen: lkip}", "{kode: A.3, dokumen: lkip}"
    ),
    "an expression": in_formula("serapan", ungkapan=("realisasi_rp / pagu_rp", "pagu_rp / realisasi_rp")),
    "a comparison": in_formula("predikat", ungkapan=("'>=', 91", "'<', 91")),
    "a number that is allowed elsewhere": in_formula(
        "batas_capaian", ungkapan=("max(capaian_mentah_persen, 0)", "100")
    ),
    "a number for a parent": in_formula(
        "serapan", ungkapan=("pagu_rp", "18508617440"), angka=("100 = rumus", "100 = rumus; 18508617440 = rumus")
    ),
    "a number that nobody named": in_formula("predikat", ungkapan=("51", "51.5")),
    "a number no longer named": in_formula("serapan", angka=("100 = rumus", "")),
    "an expression gone": formula_gone,
    "a key": in_ledger(ABSORBED, ungkapan="persentase"),
    "a parent gone": in_origins(ABSORBED, f"pagu_rp={INSTANSI}", ""),
    "a parent without its role": in_origins(ABSORBED, f"pagu_rp={INSTANSI}", INSTANSI),
    "a number in the trail": in_origins(ABSORBED, f"pagu_rp={INSTANSI}", "pagu_rp=18508617440"),
    "another parent": in_origins(ABSORBED, f"pagu_rp={INSTANSI}", "pagu_rp=anggaran.A.pagu_rp.2024"),
    "a parent that nobody reads": in_origins(ABSORBED, "pagu_rp=", f"sisa_rp={INSTANSI} pagu_rp="),
    "a parent named twice": in_origins(ABSORBED, "pagu_rp=", f"pagu_rp={INSTANSI} pagu_rp="),
    "members where there are none": in_origins(ABSORBED, "pagu_rp=", f"anggota:2= pagu_rp={INSTANSI} pagu_rp="),
    "a figure that rests on itself": in_ledger(AMOUNT, ungkapan="dinyatakan", dari=f"dinyatakan={AMOUNT}"),
    "a figure twice": twice,
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_seen(script, bekasi, capsys, what):
    CHANGES[what](bekasi)
    code, _, failures = prove(script, bekasi, capsys)
    assert (code, bool(failures)) == (1, True)


@pytest.mark.parametrize("which", [0, -1], ids=["first", "last"])
def test_a_parent_that_is_gone_is_seen_wherever_it_was(script, bekasi, capsys, which):
    robbed = set()
    for path, frame in ledgers(bekasi).items():
        for i, row in frame[frame["asal"] == "hitung"].iterrows():
            origins = row["dari"].split()
            read = [o for o in origins if not o.startswith(("sama=", "berselisih=", "anggota:"))]
            if read:
                at = origins.index(read[0]) if which == 0 else len(origins) - 1 - origins[::-1].index(read[-1])
                frame.loc[i, "dari"] = " ".join([*origins[:at], *origins[at + 1 :]])
                robbed.add(row["id"])
        frame.to_csv(path, index=False)
    failures = prove(script, bekasi, capsys)[2]
    assert len(robbed) > 600
    assert robbed - {f.partition(": ")[0] for f in failures} == set()


def test_a_value_that_was_changed_is_seen_wherever_it_was(script, bekasi, capsys):
    changed = []
    for path, frame in ledgers(bekasi).items():
        for i, row in frame[frame["nilai"] != ""].iterrows():
            changed.append(row["id"])
            frame.loc[i, "nilai"] = repr(float(row["nilai"]) + 0.0137 * len(changed))
        frame.to_csv(path, index=False)
    seen = {f.partition(": ")[0] for f in prove(script, bekasi, capsys)[2]}
    assert len(changed) > 900
    # What a unit multiplies by is no number of its cell, and is counted apart; what it multiplies is seen.
    assert {i for i in changed if i not in seen and not i.endswith(".pengali")} == set()


# ---- the script itself
def test_the_script_is_short_and_stands_alone():
    text = SCRIPT.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 150
    modules = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            modules |= {a.name.split(".")[0] for a in node.names}
        if isinstance(node, ast.ImportFrom):
            modules.add(str(node.module).split(".")[0])
    assert modules <= {*sys.stdlib_module_names, "pandas"}


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("Rp. 18.508.617.440,-", [18_508_617_440]),
        ("Rp 1.250.000,50", [1_250_000.5]),
        ("-412 %", [-412]),
        ("64.17", [64.17]),
        ("64,17%", [64.17]),
        ("9.900", [9900]),
        ("25,000,000", [25_000_000]),
        ("1,234.56", [1234.56]),
        ("80 - 90%", [80, 90]),
        ("80%-90%", [80, 90]),
        ("≥95", [95]),
        ("1 : 17,90", [1, 17.9]),
        ("2,5 juta orang", [2_500_000]),
        ("18,5 milyar", [18_500_000_000]),
        ("per 1.000", [1000]),
        ("−0,13", [-0.13]),
        ("12 m2", [12]),
        ("35.000.0000", [None]),
        ("WTP", []),
    ],
)
def test_it_reads_numbers_as_they_are_printed(script, text, usual):
    assert [v[0] if v else None for v in script.angka(text)] == pytest.approx(usual)
