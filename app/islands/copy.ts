/** Puts the text of a field onto the clipboard. Without this script, or where a browser forbids it, it is copied by hand. */
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copied]")) {
  const field = document.getElementById(button.getAttribute("aria-controls") ?? "");
  // Not every address is one from which a browser lets a page write to the clipboard.
  if (!(field instanceof HTMLInputElement) || !("clipboard" in navigator)) continue;
  const said = document.getElementById(`${field.id}-copied`);
  button.hidden = false;
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(field.value).then(
      () => {
        if (said !== null) said.textContent = button.dataset["copied"] ?? "";
      },
      () => {
        field.select();
      },
    );
  });
}
