"""The hashes of a run's inputs."""

import hashlib

from lkip_lib.inputs.hashes import sidik
from tests.agency import BERKAS


def test_sidik_names_every_input_by_its_content(instansi_kecil):
    instansi_kecil.params("dokumen_target: pk\n")
    hasil = sidik(instansi_kecil.tempat)
    assert set(hasil) == {*(f"data/dinas-kecil/2024/{b}" for b in BERKAS), "params/dinas-kecil/2024.yml"}
    assert hasil["params/dinas-kecil/2024.yml"] == hashlib.sha256(b"dokumen_target: pk\n").hexdigest()
