/** Every still page: closes an open menu with Escape or a click elsewhere. Without it the menus still open and close. */
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
