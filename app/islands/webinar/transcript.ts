import { formatClock } from "../../i18n/format";
import { fillText } from "../../webinars/watch-words";
import { onPress, type PageParts, part } from "./page-parts";
import type { Player } from "./player";

/** Moments become buttons; the transcript is searched, marks its current line and follows it until the reader scrolls. */
export function startTranscript(page: PageParts, player: Player): void {
  const { root } = page;
  makeMomentsButtons(page, player);
  const lines = part(root, "[data-lines]", HTMLElement);
  const rows = Array.from(root.querySelectorAll<HTMLElement>("[data-from]"));
  const follow = lines === null ? () => undefined : startFollowing(root, lines);
  markCurrent(rows, player, follow);
  if (lines === null) return;
  startSearch(page, lines);
  onPress(root, "print", () => {
    window.print();
  });
  const tools = part(root, "[data-transcript-tools]", HTMLElement);
  if (tools !== null) tools.hidden = false;
}

function makeMomentsButtons({ root, texts }: PageParts, player: Player): void {
  for (const moment of root.querySelectorAll<HTMLElement>("[data-moment]")) {
    const ms = Number(moment.dataset["moment"]);
    const button = document.createElement("button");
    button.type = "button";
    button.className = moment.className;
    button.textContent = moment.textContent;
    button.setAttribute("aria-label", fillText(texts.playFrom, { time: formatClock(ms) }));
    moment.replaceWith(button);
    const play = () => {
      player.playFrom(ms);
    };
    button.addEventListener("click", play);
    // The words are a larger target for a pointer; the button beside them serves everybody.
    const words = button.parentElement?.querySelector<HTMLElement>(".words");
    words?.addEventListener("click", () => {
      if (document.getSelection()?.isCollapsed !== false) play();
    });
    words?.classList.add("is-target");
  }
}

function markCurrent(rows: readonly HTMLElement[], player: Player, follow: (row: HTMLElement) => void): void {
  const moments = rows.map((row) => ({ row, from: Number(row.dataset["from"]), isLine: row.tagName === "P" }));
  const current = new Map<boolean, HTMLElement | undefined>();
  const mark = () => {
    // A little ahead, because a seek to a line's start may land some milliseconds before it.
    const at = player.positionMs() + 120;
    for (const isLine of [true, false]) {
      const row = moments.findLast((moment) => moment.isLine === isLine && moment.from <= at)?.row;
      const before = current.get(isLine);
      if (row === before) continue;
      before?.removeAttribute("aria-current");
      row?.setAttribute("aria-current", "true");
      current.set(isLine, row);
      if (isLine && row !== undefined) follow(row);
    }
  };
  for (const event of ["timeupdate", "seeking"]) player.video.addEventListener(event, mark);
  mark();
}

/** Scrolls inside the transcript only, never the page. */
function startFollowing(root: HTMLElement, lines: HTMLElement): (row: HTMLElement) => void {
  let isFollowing = true;
  let latest: HTMLElement | null = null;
  const scroll = () => {
    if (latest === null || latest.hidden) return;
    const offset = latest.getBoundingClientRect().top - lines.getBoundingClientRect().top;
    lines.scrollTop += offset - lines.clientHeight / 3;
  };
  const button = onPress(root, "follow", () => {
    isFollowing = true;
    if (button !== null) button.hidden = true;
    scroll();
    lines.focus();
  });
  const letGo = () => {
    if (lines.scrollHeight <= lines.clientHeight) return;
    isFollowing = false;
    if (button !== null) button.hidden = false;
  };
  for (const event of ["wheel", "touchmove", "pointerdown"]) {
    lines.addEventListener(
      event,
      (happened) => {
        if (happened.type !== "pointerdown" || happened.target === lines) letGo();
      },
      { passive: true },
    );
  }
  lines.addEventListener("keydown", (event) => {
    if (["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"].includes(event.key)) letGo();
  });
  return (row) => {
    latest = row;
    if (isFollowing) scroll();
  };
}

function startSearch({ root, texts }: PageParts, lines: HTMLElement): void {
  const box = part(root, "[data-find]", HTMLElement);
  const input = part(root, "[data-find] input", HTMLInputElement);
  const found = part(root, "[data-found]", HTMLElement);
  if (box === null || input === null || found === null) return;
  box.hidden = false;
  const rows = Array.from(lines.querySelectorAll<HTMLElement>("p[data-from]"), (row) => {
    const words = part(row, ".words", HTMLElement);
    return { row, words, text: words?.textContent ?? "" };
  });
  input.addEventListener("input", () => {
    const wanted = fold(input.value.trim());
    let count = 0;
    for (const { row, words, text } of rows) {
      const at = wanted === "" ? -1 : fold(text).indexOf(wanted);
      row.hidden = wanted !== "" && at < 0;
      if (at >= 0) count++;
      if (words !== null) markWords(words, text, at, wanted.length);
    }
    for (const group of lines.querySelectorAll<HTMLElement>(".part"))
      group.hidden = group.querySelector("p:not([hidden])") === null && wanted !== "";
    found.textContent =
      wanted === "" ? "" : count === 0 ? texts.foundNone : fillText(texts.found, { count: String(count) });
  });
}

/** Without case and accents, letter for letter, so that places in both texts agree. */
function fold(text: string): string {
  return Array.from(text, (letter) => letter.normalize("NFD").charAt(0).toLowerCase().charAt(0)).join("");
}

function markWords(words: HTMLElement, text: string, at: number, length: number): void {
  if (at < 0) {
    if (words.childElementCount > 0) words.textContent = text;
    return;
  }
  const mark = document.createElement("mark");
  mark.textContent = text.slice(at, at + length);
  words.replaceChildren(text.slice(0, at), mark, text.slice(at + length));
}
