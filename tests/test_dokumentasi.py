"""The pages of docs/ that follow the code are up to date, and what they show can be used as it stands."""

import importlib.util
import json
import re
import shutil
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from pydantic import BaseModel

from lkip_lib import buka
from lkip_lib.inputs import answers, corrections
from lkip_lib.inputs.documents import Analisis, Instansi, Sumber
from lkip_lib.policies import daftar
from tests.agency import AKAR

DOCS = AKAR / "docs"


@pytest.fixture(scope="module")
def dokumentasi() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dokumentasi", AKAR / "tools" / "dokumentasi.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_pages_follow_the_code(dokumentasi: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    code = dokumentasi.main(["--periksa"])
    assert (code, capsys.readouterr().err) == (0, "")


def test_a_page_that_differs_is_named_and_mended(
    dokumentasi: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = ["--folder", str(tmp_path)]
    for name in ("params.md", "masukan.md"):
        shutil.copy(DOCS / name, tmp_path)
    page = tmp_path / "params.md"
    page.write_text(page.read_text(encoding="utf-8").replace("| `batas` |", "| `lama` |"), encoding="utf-8")
    assert dokumentasi.main([*folder, "--periksa"]) == 1
    error = capsys.readouterr().err
    assert "docs/params.md tidak sesuai" in error
    assert "masukan.md" not in error
    assert dokumentasi.main(folder) == 0
    assert page.read_bytes() == (DOCS / "params.md").read_bytes()
    assert dokumentasi.main([*folder, "--periksa"]) == 0


def test_each_part_that_follows_the_code_stands_on_one_page(dokumentasi: ModuleType) -> None:
    pages = "".join(p.read_text(encoding="utf-8") for p in DOCS.glob("*.md"))
    assert sorted(re.findall(r"<!-- kode: (\w+) -->", pages)) == sorted(dokumentasi.BAGIAN)
    assert pages.count("<!-- selesai -->") == len(dokumentasi.BAGIAN)


def examples(page: str = "masukan.md") -> dict[str, str]:
    blocks = re.findall(r"```yaml\n# (\S+)\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.S)
    return dict(blocks)


@pytest.mark.parametrize(
    ("name", "key", "model"),
    [
        ("analisis.yml", None, Analisis),
        ("instansi.yml", None, Instansi),
        ("sumber.yml", "dokumen", Sumber),
    ],
)
def test_a_shown_yaml_example_is_valid_and_shows_every_key(name: str, key: str | None, model: type[BaseModel]) -> None:
    content = yaml.safe_load(examples()[name])
    for item in content[key] if key else [content]:
        assert model.model_validate(item).model_fields_set == set(model.model_fields)


def test_the_shown_answers_are_of_every_kind_and_show_every_key(tmp_path: Path) -> None:
    (tmp_path / answers.BERKAS).write_text(examples()[answers.BERKAS], encoding="utf-8")
    shown = [a.isi for a in answers.baca(tmp_path)]
    assert [a.jenis for a in shown] == ["koreksi", "penjelasan", "pilihan"]
    assert set().union(*(a.model_fields_set for a in shown)) == {*answers.Jawaban.model_fields} - {"periode"}


def test_the_shown_correction_is_one_that_was_made() -> None:
    shown, *_ = yaml.safe_load(examples()[answers.BERKAS])["jawaban"]
    path = AKAR / "data" / "disnaker-kota-bekasi" / "2024" / corrections.BERKAS
    made = yaml.safe_load(path.read_text(encoding="utf-8"))["koreksi"]
    same = ("berkas", "kunci", "kolom", "expect", "become", "reason")
    assert [shown[k] for k in same] in [[k[s] for s in same] for k in made]


@pytest.mark.parametrize("page", [AKAR / "README.md", *sorted(DOCS.glob("*.md"))], ids=lambda p: p.name)
def test_every_named_file_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    linked = [(page.parent, target) for target in re.findall(r"\]\(([^)#:]+)\)", text)]
    # What a city may have and this project has not.
    milik_kota = ("params/_pemda.yml", "params/_kebijakan.yml")
    roots = "lkip_lib|notebooks|tools|tests|docs|params|data/dinas-contoh|data/disnaker-kota-bekasi"
    named = [(AKAR, path) for path in re.findall(rf"`((?:{roots})/[\w./-]+)`", text)]
    assert [path for base, path in linked + named if path not in milik_kota and not (base / path).exists()] == []


def test_the_example_of_own_policies_works_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "kebijakan.yml"
    path.write_text(examples("kebijakan.md")["params/<instansi>/kebijakan.yml"], encoding="utf-8")
    chosen = {"rumus_naik": "persentase", "rumus_turun": "dua-sisi", "batas": "sampai-130", "rentang": "searah"}
    chosen |= {"skala_capaian": "kategori-dinas", "efisiensi": "kehematan", "pembulatan": "tiga-desimal"}
    assert daftar([path]).pilih({}, **chosen).batas.atas == 130


def test_the_step_that_the_readme_changes_is_followed(tmp_path: Path) -> None:
    (step,) = re.findall(r"```python\n(import numpy.*?)```", (AKAR / "README.md").read_text(encoding="utf-8"), re.S)
    for folder in ("data/dinas-contoh/2025", "params/dinas-contoh", "notebooks"):
        shutil.copytree(AKAR / folder, tmp_path / folder)
    path = tmp_path / "notebooks" / "02_capaian.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    (cell,) = [c for c in notebook["cells"] if c["id"] == "aturan"]
    cell["source"] = ["".join(cell["source"]), "\n\n", step]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    report = buka("dinas-contoh", 2025, di=tmp_path)
    own = report.indikator
    assert own["capaian_persen"].tolist() == own["capaian_mentah_persen"].clip(upper=120).tolist()
    assert own["capaian_persen"].max() > 100
    assert "Keputusan Kepala Dinas 12/2025" in report.lacak("capaian", "CEMAR")._repr_html_()
