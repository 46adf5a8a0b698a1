"""environment.yml follows pyproject.toml, under the names that conda-forge gives the packages."""

import tomllib

import pytest
import yaml

from tests.project import AKAR
from tools import kunci


def test_environment_yml_names_every_dependency_once_under_the_name_it_has_there():
    asked = yaml.safe_load((AKAR / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    project = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = sorted(project["dependencies"] + project["optional-dependencies"]["jupyter"])
    assert sorted(kunci.pip_names(AKAR)) == needed
    by_pip = next(d["pip"] for d in asked if isinstance(d, dict))
    assert [kunci.package_name(b) for b in by_pip] == ["resvg-py"]
    assert any(str(d).startswith("python-duckdb>=") for d in asked)


def test_a_name_for_conda_that_is_no_dependency_is_refused(tmp_path):
    text = (AKAR / "pyproject.toml").read_text(encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(text.replace('resvg-py = ""', 'resvg = ""'), encoding="utf-8")
    with pytest.raises(kunci.Gagal, match="menyebut resvg, yang bukan ketergantungan"):
        kunci.read_conda(tmp_path, kunci.read_pyproject(tmp_path))
