import { sendIntent } from "./steps";

/** Where the row would land: at a place of a list, counted without itself. */
interface Landing {
  readonly mark: Element;
  readonly look: "drop-before" | "drop-after" | "drop-into";
  readonly intent: string;
}

interface Drag {
  readonly row: HTMLElement;
  readonly key: string;
  readonly pointer: number;
  landing: Landing | null;
}

let drag: Drag | null = null;

const unmark = ({ mark, look }: Landing) => {
  mark.classList.remove(look);
};

function land(current: Drag, landing: Landing | null): void {
  if (current.landing !== null) unmark(current.landing);
  current.landing = landing;
  landing?.mark.classList.add(landing.look);
}

/** The place beside a row of the same kind: before it in its upper half, behind it in its lower one. */
function beside(current: Drag, over: HTMLElement, y: number): { place: number; look: Landing["look"] } {
  const line = over.firstElementChild?.getBoundingClientRect() ?? over.getBoundingClientRect();
  const box = over.classList.contains("outline-module") ? over.getBoundingClientRect() : line;
  const isBefore = y < box.top + box.height / 2;
  const others = [...(over.parentElement?.children ?? [])].filter((row) => row !== current.row);
  return { place: others.indexOf(over) + (isBefore ? 0 : 1), look: isBefore ? "drop-before" : "drop-after" };
}

function landingOf(current: Drag, x: number, y: number): Landing | null {
  const under = document.elementFromPoint(x, y);
  const isModule = current.row.classList.contains("outline-module");
  const over = under?.closest<HTMLElement>(isModule ? ".outline-module" : ".outline-lesson") ?? null;
  if (over === current.row) return null;
  if (over !== null) return besideRow(current, over, y);
  return isModule ? null : intoModule(current, under);
}

function besideRow(current: Drag, over: HTMLElement, y: number): Landing {
  const { place, look } = beside(current, over, y);
  const module = over.closest<HTMLElement>("[data-module]")?.dataset["module"];
  const where = module === undefined ? String(place) : `${module}:${String(place)}`;
  return { mark: over, look, intent: `place:${current.key}:${where}` };
}

/** Over a module but none of its lessons: to its end. */
function intoModule(current: Drag, under: Element | null): Landing | null {
  const list = under?.closest(".outline-module")?.querySelector<HTMLElement>("[data-module]") ?? null;
  const module = list?.dataset["module"];
  if (list === null || module === undefined || list.contains(current.row)) return null;
  return { mark: list, look: "drop-into", intent: `place:${current.key}:${module}:9999` };
}

/** Near the edge of the window the page goes along. */
function goAlong(y: number): void {
  const edge = 64;
  if (y < edge) scrollBy(0, -16);
  else if (y > innerHeight - edge) scrollBy(0, 16);
}

function end(isDropped: boolean): void {
  if (drag === null) return;
  const { row, landing } = drag;
  row.classList.remove("is-dragged");
  if (landing !== null) unmark(landing);
  drag = null;
  if (isDropped && landing !== null) sendIntent(landing.intent);
}

/** Rows are moved by their handles, with mouse, pen or finger. Escape lets go without moving. */
export function watchHandles(): void {
  document.addEventListener("pointerdown", (event) => {
    const grip = event.target instanceof Element ? event.target.closest(".grip") : null;
    const row = grip?.closest<HTMLElement>("[data-key]");
    if (row == null || event.button !== 0) return;
    event.preventDefault();
    row.classList.add("is-dragged");
    drag = { row, key: row.dataset["key"] ?? "", pointer: event.pointerId, landing: null };
  });
  document.addEventListener("pointermove", (event) => {
    if (drag?.pointer !== event.pointerId) return;
    land(drag, landingOf(drag, event.clientX, event.clientY));
    goAlong(event.clientY);
  });
  document.addEventListener("pointerup", (event) => {
    if (drag?.pointer === event.pointerId) end(true);
  });
  document.addEventListener("pointercancel", () => {
    end(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") end(false);
  });
}
