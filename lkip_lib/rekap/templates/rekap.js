// Sort and filter the tables. They are complete without it.
document.querySelectorAll(".saring table").forEach(tabel => {
  const badan = tabel.tBodies[0], baris = [...badan.rows], kepala = [...tabel.tHead.rows[0].cells];
  const isi = (b, k) => b.cells[k].textContent.trim();
  const angka = teks => /^-?\d/.test(teks) ? parseFloat(teks.replace(/\./g, "").replace(",", ".")) : NaN;
  const kotak = document.createElement("div");
  kotak.className = "saringan";
  const tambah = (nama, kendali) => {
    const label = document.createElement("label");
    label.append(nama, " ", kendali);
    kotak.append(label);
    return kendali;
  };
  const pilihan = kepala.flatMap((th, k) => {
    if (!("pilih" in th.dataset)) return [];
    const select = tambah(th.textContent, document.createElement("select"));
    select.append(new Option("semua", ""));
    for (const kata of [...new Set(baris.map(b => isi(b, k)))].sort((a, b) => a.localeCompare(b, "id")))
      if (kata) select.append(new Option(kata, kata));
    return [[select, k]];
  });
  const kata = tambah("Memuat kata", document.createElement("input"));
  kata.type = "search";
  // For a narrow screen, where the table has no heads to press.
  const urutan = tambah("Urutkan", document.createElement("select"));
  urutan.parentElement.className = "urutan";
  const jumlah = document.createElement("output");
  kotak.append(jumlah);

  const saring = () => {
    let tampak = 0;
    for (const b of baris) {
      const cocok = pilihan.every(([s, k]) => !s.value || isi(b, k) === s.value)
        && b.textContent.toLowerCase().includes(kata.value.toLowerCase());
      b.hidden = !cocok;
      tampak += cocok;
    }
    jumlah.textContent = `${tampak} dari ${baris.length} baris`;
  };
  const urutkan = (k, turun) => {
    const th = kepala[k], n = th.classList.contains("n"), arah = turun ? -1 : 1;
    const banding = (a, b) => {
      const [x, y] = [isi(a, k), isi(b, k)];
      if (!n) return arah * x.localeCompare(y, "id");
      const [p, q] = [angka(x), angka(y)];
      // What is not known stands last, whichever way.
      return isNaN(p) || isNaN(q) ? isNaN(p) - isNaN(q) : arah * (p - q);
    };
    badan.append(...[...baris].sort(banding));
    for (const t of kepala) t.removeAttribute("aria-sort");
    th.setAttribute("aria-sort", turun ? "descending" : "ascending");
    urutan.value = `${k},${+turun}`;
  };
  urutan.append(new Option("seperti semula", ""));
  kepala.forEach((th, k) => {
    if (!("urut" in th.dataset)) return;
    const nama = th.textContent, n = th.classList.contains("n");
    const tombol = document.createElement("button");
    tombol.type = "button";
    tombol.textContent = nama;
    tombol.addEventListener("click", () => urutkan(k, th.getAttribute("aria-sort") === "ascending"));
    th.replaceChildren(tombol);
    urutan.append(new Option(`${nama}, ${n ? "terkecil" : "A–Z"} dahulu`, `${k},0`));
    urutan.append(new Option(`${nama}, ${n ? "terbesar" : "Z–A"} dahulu`, `${k},1`));
  });
  urutan.addEventListener("change", () => {
    if (urutan.value) return urutkan(...urutan.value.split(",").map(Number));
    badan.append(...baris);
    for (const t of kepala) t.removeAttribute("aria-sort");
  });
  kotak.addEventListener("input", saring);
  tabel.closest(".saring").before(kotak);
  saring();
});
