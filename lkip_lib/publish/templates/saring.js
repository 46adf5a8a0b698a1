// Filter the jobs by state, level and word, open them all, and show the one that a link names. Complete without it.
(() => {
  const kerja = [...document.querySelectorAll("details.kerja")];
  if (!kerja.length) return;
  const kotak = document.createElement("div");
  kotak.className = "saringan";
  const pilih = (nama, sifat) => {
    const label = document.createElement("label"), select = document.createElement("select");
    label.append(`${nama} `, select);
    select.append(new Option("semua", ""));
    for (const k of new Set(kerja.map(d => d.dataset[sifat]))) select.append(new Option(k.toLowerCase(), k));
    kotak.append(label);
    return select;
  };
  const keadaan = pilih("Keadaan", "keadaan"), tingkat = pilih("Tingkat", "tingkat");
  const label = document.createElement("label"), kata = document.createElement("input");
  kata.type = "search";
  label.append("Memuat kata ", kata);
  const semua = document.createElement("button"), jumlah = document.createElement("output");
  semua.type = "button";
  semua.textContent = "Buka semua";
  kotak.append(label, semua, jumlah);
  const saring = () => {
    let tampak = 0;
    for (const d of kerja) {
      const cocok = (!keadaan.value || d.dataset.keadaan === keadaan.value)
        && (!tingkat.value || d.dataset.tingkat === tingkat.value)
        && d.textContent.toLowerCase().includes(kata.value.toLowerCase());
      d.hidden = !cocok;
      tampak += cocok;
    }
    for (const s of document.querySelectorAll(".kelompok-kerja")) s.hidden = !s.querySelector("details.kerja:not([hidden])");
    jumlah.textContent = `${tampak} dari ${kerja.length}`;
  };
  const tuju = () => {
    for (let d = document.getElementById(decodeURIComponent(location.hash.slice(1))); d; d = d.parentElement)
      if (d.tagName === "DETAILS") d.open = true;
  };
  kotak.addEventListener("input", saring);
  semua.addEventListener("click", () => kerja.forEach(d => { d.open = true; }));
  addEventListener("hashchange", tuju);
  document.querySelector(".kelompok-kerja, details.kerja").before(kotak);
  saring();
  tuju();
})();
