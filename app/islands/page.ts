/**
 * Every still page: closes an open menu with Escape or a click elsewhere, and sends a form once however often its
 * button is pressed. Without it the menus still open and close, and the server bears a form that comes twice.
 */
const menus = () => document.querySelectorAll<HTMLDetailsElement>("details.menu[open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    menu.open = false;
    menu.querySelector("summary")?.focus();
  }
});

document.addEventListener("click", (event) => {
  for (const menu of menus()) {
    if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  }
});

// A form may be sent again after this time: the first answer may be a file, which leaves the page as it is.
const againAfterMs = 5000;
const sentAt = new WeakMap<HTMLFormElement, number>();

document.addEventListener("submit", (event) => {
  const { target } = event;
  if (event.defaultPrevented || !(target instanceof HTMLFormElement) || target.method !== "post") return;
  const before = sentAt.get(target);
  if (before !== undefined && event.timeStamp - before < againAfterMs) event.preventDefault();
  else sentAt.set(target, event.timeStamp);
});

// "Back" may bring the page as it was left, and its form is then there to be sent again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) for (const form of document.forms) sentAt.delete(form);
});

// A form that comes back with faults: whoever can't see the page must not have to look for them. One fault is read out
// with its field, several with the list that leads to them.
const faults = document.querySelector<HTMLElement>('[aria-labelledby="form-summary"]');
(faults ?? document.querySelector<HTMLElement>('form [aria-invalid="true"]'))?.focus();
