# The project's commands; `make` alone lists those to begin with, `make help` all. The work is done by lkip_lib's CLI, which runs without make too.

SHELL := /bin/sh
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DEFAULT_GOAL := awal
.NOTPARALLEL:

# What may be said on the command line. The `#:` lines are printed by `make`, the `#+` lines by `make help` too.
#: YEAR       tahun laporan, misalnya YEAR=2024
#+ YEARS      satu tahun atau lebih untuk make batch, misalnya YEARS="2023 2024"
#: INSTANSI   nama folder di data/ (bawaan: disnaker-kota-bekasi)
#+            untuk make batch: semua (bawaan), atau beberapa dengan koma
#+ TRIWULAN   1 sampai 4 untuk laporan pemantauan triwulan; kosong untuk setahun
#+ FROM       untuk make new: tahun yang diteruskan, misalnya FROM=2024
#+ BENTUK     untuk make new: xlsx atau csv (bawaan: xlsx, atau seperti tahun yang diteruskan)
#: EDISI      kerja; reviu untuk penilai; terbit untuk ditandatangani dan umum (bawaan: kerja)
#: FORMATS    html,pdf,docx,xlsx, atau semua (bawaan: html)
#+ GAGAL_PADA kesalahan atau peringatan, untuk make check
#+ MESIN      hangat, atau kernel untuk kernel Jupyter biasa (bawaan: hangat)
#+ PAKSA      1 untuk menyusun laporan lagi walaupun tidak ada yang berubah
#: FILE       berkas ekspor (.xlsx, .xls, .ods, .csv) untuk make impor; draf laporan (.docx, .pdf) untuk make draf
#+ DENGAN     untuk make draf: berkas pendampingnya, misalnya DENGAN="pk.docx lra.xlsx"
#+ FOLDER     untuk make draf: folder berisi banyak draf
#+ KELUAR     untuk make draf: folder hasilnya (bawaan: outputs/draf/)
#+ TULIS      untuk make draf: 1 menulis tabelnya ke data/ sebagai tahun baru INSTANSI
#+ PETA       peta kolomnya, atau peta draf; YA=1 menulis tanpa bertanya, GANTI=1 mengganti isi tabel, TAMBAH=1 menambahnya
#+ PEKERJA    banyak proses untuk make batch dan make rekap (bawaan: sebanyak inti komputer)
#+ SCHEDULER  alamat penjadwal Dask untuk make batch, misalnya tcp://10.0.0.5:8786
#+ UNTUK      untuk make wheelhouse: mesin tujuan, misalnya win_amd64 (bawaan: mesin ini)
#+ UKURAN     yang diukur make bench, misalnya UKURAN=rumus (bawaan: semua yang singkat)
#+ PY         Python yang dipakai, 3.11 atau lebih baru (bawaan: python3)
#+ VENV       folder lingkungan Python (bawaan: .venv)
DIKENAL := YEAR YEARS INSTANSI FROM BENTUK TRIWULAN FORMATS EDISI GAGAL_PADA MESIN PAKSA FILE FOLDER \
  DENGAN KELUAR TULIS PETA YA GANTI TAMBAH PEKERJA SCHEDULER UNTUK UKURAN PY VENV
instansi_disebut := $(if $(value INSTANSI),ya)
INSTANSI ?= disnaker-kota-bekasi
PY ?= python3
VENV ?= .venv

# A value is literal: $(value …) keeps make from expanding it, and it reaches the shell only as an environment
# variable. Under any other name it is quoted and handed to the CLI, which refuses it and names the nearest one.
$(foreach v,$(DIKENAL),$(eval override $v := $$(value $v)))
export $(DIKENAL)
define baris_baru


endef
petik = '$(subst ','\'',$(subst $(baris_baru), ,$1))'
disebut := $(foreach kata,$(MAKEOVERRIDES),$(if $(findstring =,$(kata)),$(firstword $(subst =, ,$(kata)))))
disebut := $(sort $(subst ?,,$(subst :,,$(subst +,,$(disebut)))))
asing := $(foreach n,$(filter-out $(DIKENAL),$(disebut)),$(if $(filter command,$(origin $n)),$n))
$(foreach n,$(asing),$(eval override $n := $$(value $n)))
ifneq ($(asing),)
ifeq ($(filter new report batch check koreksi impor draf rekap,$(MAKECMDGOALS)),)
$(error Variabel tidak dikenal: $(asing). Yang dikenal: $(DIKENAL))
endif
endif

opsi = $(if $(YEAR),--tahun="$$YEAR") $(if $(INSTANSI),--instansi="$$INSTANSI") \
  $(if $(TRIWULAN),--triwulan="$$TRIWULAN") $(if $(FORMATS),--format="$$FORMATS") \
  $(if $(EDISI),--edisi="$$EDISI") $(if $(GAGAL_PADA),--gagal-pada="$$GAGAL_PADA") \
  $(if $(filter-out 0,$(PAKSA)),--paksa) $(foreach n,$(asing),$(call petik,$n=$(value $n)))

.PHONY: awal help new report batch check koreksi impor draf rekap lab test bench lint lock wheelhouse clean \
  lingkungan lingkungan-dev lingkungan-jupyter

# $(call daftar,PERINTAH,NILAI): the commands and values whose marks match these patterns.
define daftar
@echo 'Pemakaian: make PERINTAH [NAMA=NILAI ...], misalnya: make report YEAR=2024'
@echo; echo 'Perintah:'
@awk -F ':[^#]*$1 ' '/^[a-z][a-z-]*:[^#]*$1 / { printf "  %-10s %s\n", $$1, $$2 }' Makefile
@echo; echo 'Nilai:'
@sed -n 's/^#$2 /  /p' Makefile
endef

awal:
	$(call daftar,##,:)
	@echo; echo 'Perintah dan nilai selebihnya: make help'

help: ## tampilkan semua perintah dan nilainya
	$(call daftar,##+,[:+])

new: lingkungan ## siapkan tahun baru: buku kerja Excel yang tinggal diisi, dan pilihannya
	@"$$VENV/bin/lkip" new $(if $(YEAR),--tahun="$$YEAR") $(if $(instansi_disebut),--instansi="$$INSTANSI") \
	  $(if $(FROM),--dari="$$FROM") $(if $(BENTUK),--bentuk="$$BENTUK") $(foreach n,$(asing),$(call petik,$n=$(value $n)))

report: lingkungan ## susun laporan satu tahun, atau satu triwulan, ke outputs/
	@"$$VENV/bin/lkip" report $(opsi)

batch: lingkungan ### susun laporan banyak instansi dan tahun
	@"$$VENV/bin/lkip" batch $(opsi) --tahun="$$YEAR $$YEARS" --instansi=$(if $(instansi_disebut),"$$INSTANSI",semua) \
	  $(if $(PEKERJA),--pekerja="$$PEKERJA")

check: lingkungan ## periksa data satu tahun tanpa menyusun laporan
	@"$$VENV/bin/lkip" check $(opsi)

koreksi: lingkungan ### usulkan koreksi yang terbukti, siap ditempel ke koreksi.yml
	@"$$VENV/bin/lkip" koreksi --usul $(opsi)

impor: lingkungan ## ambil ekspor sistem lain ke tabel masukan, sesudah pratinjau
	@"$$VENV/bin/lkip" impor "$$FILE" $(if $(PETA),--peta="$$PETA") $(if $(YA),--ya) $(if $(GANTI),--ganti) \
	  $(if $(TAMBAH),--tambah) $(opsi)

draf: lingkungan ### periksa draf laporan yang sudah ditulis, atau FOLDER berisi draf
	@"$$VENV/bin/lkip" draf $(if $(FOLDER),"$$FOLDER",$(if $(FILE),"$$FILE")) $(if $(YEAR),--tahun="$$YEAR") \
	  $(if $(DENGAN),--dengan="$$DENGAN") $(if $(PETA),--peta="$$PETA") $(if $(KELUAR),--keluar="$$KELUAR") \
	  $(if $(filter-out 0,$(TULIS)),--tulis) $(if $(INSTANSI),--instansi="$$INSTANSI") \
	  $(foreach n,$(asing),$(call petik,$n=$(value $n)))

rekap: lingkungan ### rekap semua instansi satu tahun ke outputs/_rekap/
	@"$$VENV/bin/lkip" rekap $(if $(YEAR),--tahun="$$YEAR") $(if $(PEKERJA),--pekerja="$$PEKERJA") \
	  $(foreach n,$(asing),$(call petik,$n=$(value $n)))

lab: lingkungan-jupyter ## buka notebook di JupyterLab
	@"$$VENV/bin/lkip" lab

test: lingkungan-dev ### jalankan semua uji
	@"$$VENV/bin/lkip" test

bench: lingkungan ### ukur kecepatannya; cara membaca dan hasil terakhir: docs/kinerja.md
	@"$$VENV/bin/lkip" bench $$UKURAN

lint: lingkungan-dev ### periksa gaya, tipe, arah impor, notebook, dan berkas kunci
	@"$$VENV/bin/lkip" lint

lock: ### perbarui requirements*.lock dan environment.yml dari pyproject.toml
	@command -v uv >/dev/null 2>&1 || [ -x "$$VENV/bin/uv" ] || $(MAKE) lingkungan-dev
	"$$PY" tools/kunci.py

wheelhouse: lingkungan ### kumpulkan semua wheel di wheelhouse/ untuk kantor tanpa internet
	@"$$VENV/bin/lkip" wheelhouse $(if $(UNTUK),--untuk="$$UNTUK")

clean: ### hapus lingkungan Python dan berkas sementara; outputs/ tidak disentuh
	@$(fungsi) buang_venv
	rm -rf .pytest_cache .ruff_cache .mypy_cache .hypothesis .import_linter_cache build ./*.egg-info
	find . -path ./.git -prune -o -type d \( -name __pycache__ -o -name .ipynb_checkpoints \) -prune -exec rm -rf {} +

# Each lock contains the ones before it, so a larger environment serves a smaller wish as it is.
lingkungan:
	@$(call pasang,requirements.lock requirements-dev.lock requirements-jupyter.lock)

lingkungan-dev:
	@$(call pasang,requirements-dev.lock requirements-jupyter.lock)

lingkungan-jupyter:
	@$(call pasang,requirements-jupyter.lock)

# Shell functions. Only a folder that is ours is ever removed: .venv, one with our mark, or an empty one.
define fungsi
set -eu; mark="$$VENV/.lkip"; \
gagal() { echo "Kesalahan: $$*" >&2; exit 2; }; \
buang_venv() { \
  [ -n "$$VENV" ] || gagal 'VENV kosong.'; \
  if [ -e "$$VENV" ] && [ "$$VENV" != .venv ] && [ ! -d "$$mark" ] && [ -n "$$(ls -A "$$VENV")" ]; then \
    gagal "folder $$VENV bukan buatan make, jadi tidak dihapus. Pilih folder lain dengan VENV=..."; \
  fi; \
  rm -rf -- "$$VENV"; \
}; \
berdenyut() { (detik=0; while sleep 15; do detik=$$((detik + 15)); echo "  masih memasang, $$detik detik ..."; done) & \
  denyut=$$!; trap 'kill "$$denyut" 2>/dev/null || true' EXIT; };
endef

# $(call pasang,LOCKS): VENV holds one of LOCKS, else the first of them is installed. What was installed is
# remembered by content in VENV/.lkip: `asal` (interpreter and place), `pyproject.toml` and, written last and removed
# first, `kunci`. Without `kunci` an installation was interrupted and VENV is made anew. `tanda` tells without starting
# Python that PY is still what it was when `asal` was last asked for.
define pasang
$(fungsi) kunci=$(firstword $1); \
tanda() { command -v "$$PY" && ls -lLi "$$(command -v "$$PY")" && pwd -P; }; \
sama() { \
  for k in $1; do \
    if cmp -s "$$k" "$$mark/kunci" && cmp -s pyproject.toml "$$mark/pyproject.toml"; then return 0; fi; \
  done; \
  return 1; \
}; \
ada() { [ -x "$$VENV/bin/python" ] && [ -x "$$VENV/bin/lkip" ] && [ -f "$$mark/kunci" ]; }; \
if ada && [ -s "$$mark/tanda" ] && [ "$$(tanda)" = "$$(cat "$$mark/tanda")" ] && sama; then exit 0; fi; \
command -v "$$PY" >/dev/null 2>&1 || \
  gagal "$$PY tidak ditemukan. Pasang Python 3.11 atau lebih baru, atau sebutkan letaknya dengan PY=..."; \
base=$$("$$PY" -IS -c 'import sys; sys.exit(3) if sys.version_info < (3, 11) else print(getattr(sys, "_base_executable", None) or sys.executable)') || \
  gagal "diperlukan Python 3.11 atau lebih baru, sedangkan $$PY adalah $$("$$PY" -V 2>&1). Pilih yang lain dengan PY=..."; \
asal=$$("$$base" -IS -c 'import sys; print(sys.version, sys.base_prefix)'; pwd -P); \
if ada && [ "$$asal" = "$$(cat "$$mark/asal" 2>/dev/null)" ]; then \
  if sama; then tanda >"$$mark/tanda"; exit 0; fi; \
  echo "Memperbarui lingkungan Python di $$VENV ..."; \
else \
  echo "Menyiapkan lingkungan Python di $$VENV; hanya sekali, satu sampai beberapa menit ..."; \
  buang_venv; mkdir -p "$$mark"; \
  if command -v uv >/dev/null 2>&1; then \
    UV_PYTHON_DOWNLOADS=never uv venv --quiet --no-project --allow-existing --python "$$base" "$$VENV"; \
  else \
    "$$base" -c 'import venv, ensurepip' 2>/dev/null || \
      gagal "modul venv belum terpasang untuk $$PY. Di Debian atau Ubuntu: sudo apt install python3-venv"; \
    "$$base" -m venv "$$VENV"; \
  fi; \
fi; \
rm -f "$$mark/kunci"; python="$$VENV/bin/python"; \
echo "Memasang $$(grep -c '==' "$$kunci") paket dari $$kunci ..."; berdenyut; \
if command -v uv >/dev/null 2>&1; then \
  uv pip sync --quiet --compile-bytecode --python "$$python" --require-hashes "$$kunci" && \
    uv pip install --quiet --python "$$python" --no-deps --no-build-isolation -e .; \
else \
  pip() { "$$python" -m pip -qq --disable-pip-version-check "$$@"; }; \
  { pip --version >/dev/null 2>&1 || "$$python" -m ensurepip >/dev/null; } && \
    pip install --require-hashes -r "$$kunci" && \
    pip install --no-deps --no-build-isolation -e .; \
fi && "$$python" -m compileall -q lkip_lib || gagal 'pemasangan tidak selesai. Periksa sambungan internet, lalu ulangi perintah yang sama.'; \
kill "$$denyut"; echo 'Terpasang.'; \
printf '%s\n' "$$asal" >"$$mark/asal"; cp pyproject.toml "$$mark/pyproject.toml"; tanda >"$$mark/tanda"; \
cp "$$kunci" "$$mark/kunci"
endef
