"""Let the package carry the notebooks, which stand at the top of the project: pyproject.toml cannot say so."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["lkip_lib*"]), "lkip_lib.notebooks"],
    package_dir={"lkip_lib.notebooks": "notebooks"},
    package_data={"lkip_lib.notebooks": ["*.ipynb"]},
)
