import { sendIntent } from "./steps";

const acts: Readonly<Record<string, string>> = { ArrowUp: "up", ArrowDown: "down" };

/** Alt and an arrow key move the row in which the focus is. */
export function watchKeys(): void {
  document.addEventListener("keydown", (event) => {
    const act = event.altKey ? acts[event.key] : undefined;
    if (act === undefined || !(event.target instanceof Element)) return;
    if (event.target.closest("input, select, textarea") !== null) return;
    const key = event.target.closest<HTMLElement>("form[data-outline] [data-key]")?.dataset["key"];
    if (key === undefined) return;
    event.preventDefault();
    sendIntent(`${act}:${key}`);
  });
}
