"""The agreement in force: a changed one replaces the first target by target, and nothing where it is blank."""

import pandas as pd
import pytest

from lkip_lib.inputs.agreement import berlaku, menurut


def targets(*rows: tuple[str, str, str, float | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["indikator", "periode", "dokumen", "target"])
    status = frame["target"].isna().map({True: "belum_diisi", False: "angka"})
    return frame.assign(tahun=pd.array([2024] * len(frame), dtype="Int64"), target_status=status)


FIRST = ("AKIP", "tahunan", "pk", 80.0)


@pytest.mark.parametrize(
    ("changed", "kept"),
    [
        (("AKIP", "tahunan", "pk_perubahan", 85.0), ["pk_perubahan"]),
        (("AKIP", "tahunan", "pk_perubahan", None), ["pk"]),
        (("AKIP", "tw1", "pk_perubahan", 20.0), ["pk", "pk_perubahan"]),
        (("TPT", "tahunan", "pk_perubahan", 8.5), ["pk", "pk_perubahan"]),
        (("TPT", "tahunan", "pk_perubahan", None), ["pk", "pk_perubahan"]),
        (("AKIP", "tahunan", "renstra", 82.0), ["pk", "renstra"]),
    ],
)
def test_the_version_in_force(changed, kept):
    assert berlaku(targets(FIRST, changed))["dokumen"].tolist() == kept


def test_a_document_states_its_own_and_the_agreement_both_its_versions():
    frame = targets(FIRST, ("TPT", "tahunan", "pk_perubahan", 8.5), ("AKIP", "tahunan", "renstra", 82.0))
    assert menurut(frame, "pk")["target"].tolist() == [80, 8.5]
    assert menurut(frame, "renstra")["target"].tolist() == [82]
