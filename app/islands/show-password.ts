/** Password fields: a button that shows what was typed. Without this script the button stays hidden. */
for (const button of document.querySelectorAll<HTMLButtonElement>(".secret button")) {
  const input = document.getElementById(button.getAttribute("aria-controls") ?? "");
  if (!(input instanceof HTMLInputElement)) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    const hidden = input.type === "password";
    input.type = hidden ? "text" : "password";
    button.textContent = (hidden ? button.dataset["hide"] : button.dataset["show"]) ?? "";
  });
  // A browser keeps what stands in a text field; a password must go as a password.
  input.form?.addEventListener("submit", () => {
    input.type = "password";
  });
}
