// Filter the notes by level, family and word. The table is complete without it.
(() => {
  const tabel = document.querySelector(".saring table");
  if (!tabel) return;
  const baris = [...tabel.tBodies[0].rows];
  const nilai = awalan => [...new Set(baris.flatMap(b => [...b.classList].filter(k => k.startsWith(awalan))))];
  const kotak = document.createElement("div");
  kotak.className = "saringan";
  const pilih = (nama, awalan) => {
    const label = document.createElement("label");
    const select = document.createElement("select");
    label.append(nama, select);
    select.append(new Option("semua", ""));
    for (const k of nilai(awalan)) select.append(new Option(k.slice(awalan.length), k));
    kotak.append(label);
    return select;
  };
  const tingkat = pilih("Tingkat ", "t-"), keluarga = pilih("Keluarga ", "k-");
  const label = document.createElement("label"), kata = document.createElement("input");
  kata.type = "search";
  label.append("Memuat kata ", kata);
  const jumlah = document.createElement("output");
  kotak.append(label, jumlah);
  const saring = () => {
    let tampak = 0;
    for (const b of baris) {
      const cocok = [tingkat.value, keluarga.value].every(k => !k || b.classList.contains(k))
        && b.textContent.toLowerCase().includes(kata.value.toLowerCase());
      b.hidden = !cocok;
      tampak += cocok;
    }
    jumlah.textContent = `${tampak} dari ${baris.length} menurut sebabnya`;
  };
  kotak.addEventListener("input", saring);
  tabel.closest(".saring").before(kotak);
  saring();
})();
