import { part } from "./page-parts";

/** Turns the sections beside the recording into tabs: arrow keys, Home and End move between them. */
export function startTabs(root: HTMLElement): void {
  const box = part(root, "[data-tabs]", HTMLElement);
  const list = box && part(box, "[role=tablist]", HTMLElement);
  if (!box || !list) return;
  const tabs = Array.from(list.querySelectorAll<HTMLButtonElement>("[role=tab]"));
  const panelOf = (tab: HTMLElement) => document.getElementById(tab.getAttribute("aria-controls") ?? "");
  const choose = (chosen: HTMLButtonElement) => {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      const panel = panelOf(tab);
      if (panel !== null) panel.hidden = !isChosen;
    }
  };
  for (const tab of tabs) {
    panelOf(tab)?.setAttribute("role", "tabpanel");
    tab.addEventListener("click", () => {
      choose(tab);
    });
  }
  list.addEventListener("keydown", (event) => {
    const at = tabs.findIndex((tab) => tab === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = to === undefined ? undefined : tabs[to % tabs.length];
    if (at < 0 || tab === undefined) return;
    event.preventDefault();
    choose(tab);
    tab.focus();
  });
  box.classList.add("has-tabs");
  list.hidden = false;
  const [first] = tabs;
  if (first !== undefined) choose(first);
}
