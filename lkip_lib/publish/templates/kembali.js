// On the cell that a trail led to: offer the way back to where one came from.
(() => {
  if (!location.hash || history.length < 2) return;
  const tombol = document.createElement("button");
  tombol.type = "button";
  tombol.className = "kembali";
  tombol.textContent = "Kembali ke asal angka";
  tombol.addEventListener("click", () => history.back());
  document.getElementById("isi").prepend(tombol);
})();
