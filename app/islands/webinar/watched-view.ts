import type { Span } from "../../webinars/spans";
import { describeWatching, fillText, stripPath } from "../../webinars/watch-words";
import { type PageParts, part } from "./page-parts";
import type { Player } from "./player";
import type { SaveState, WatchView } from "./reports";

/** Keeps the watched strip, its words and the "saved" mark up to date. */
export function createWatchedView(page: PageParts, player: Player): WatchView {
  const showParts = partsList(page, player);
  const { root, texts, locale, durationMs, watchPercent } = page;
  const played = root.querySelector("[data-played]");
  const strip = root.querySelector("[data-strip]");
  const headline = part(root, "[data-headline]", HTMLElement);
  const why = part(root, "[data-why]", HTMLElement);
  const next = part(root, "[data-next]", HTMLElement);
  return {
    watched: (spans, done) => {
      const words = describeWatching(texts.watch, locale, { spans, durationMs, watchPercent, done });
      played?.setAttribute("d", stripPath(spans));
      strip?.setAttribute("aria-label", words.strip);
      setText(headline, words.headline);
      setText(why, words.why);
      showParts(words.missing);
      next?.classList.toggle("is-done", done);
    },
    saved: saveMark(page),
  };
}

function setText(element: HTMLElement | null, text: string): void {
  if (element !== null && element.textContent !== text) element.textContent = text;
}

/** Missing parts as buttons that play them. A button keeps its element while its part's end stays, and so its focus. */
function partsList({ root, texts }: PageParts, player: Player) {
  const list = part(root, "[data-missing-list]", HTMLUListElement);
  const inWords = part(root, "[data-parts]", HTMLElement);
  if (inWords !== null) inWords.hidden = true;
  const buttons = new Map<number, { item: HTMLLIElement; button: HTMLButtonElement; fromMs: number }>();
  const make = (to: number) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn line sm";
    const entry = { item, button, fromMs: 0 };
    button.addEventListener("click", () => {
      // A frame earlier, so that no sliver stays between the parts.
      player.playFrom(Math.max(0, entry.fromMs - 200));
    });
    item.append(button);
    buttons.set(to, entry);
    return entry;
  };
  return (missing: readonly { readonly span: Span; readonly text: string }[]) => {
    if (list === null) return;
    const wanted = missing.map(({ span: [from, to], text }) => {
      const entry = buttons.get(to) ?? make(to);
      entry.fromMs = from;
      setText(entry.button, text);
      entry.button.setAttribute("aria-label", fillText(texts.playPart, { range: text }));
      return { to, item: entry.item };
    });
    for (const [to, { item }] of buttons) {
      if (wanted.some((one) => one.to === to)) continue;
      item.remove();
      buttons.delete(to);
    }
    wanted.forEach(({ item }, i) => {
      if (list.children[i] !== item) list.insertBefore(item, list.children[i] ?? null);
    });
    list.hidden = wanted.length === 0;
  };
}

/** "Saved 12:03:04" is seen, not announced each ten seconds; trouble, and its end, is. */
function saveMark({ root, texts, locale }: PageParts) {
  const mark = part(root, "[data-saved]", HTMLElement);
  const news = part(root, "[data-save-news]", HTMLElement);
  const clock = new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  let hadTrouble = false;
  return (state: SaveState) => {
    if (mark === null) return;
    const { text, look } = describeSave(state);
    mark.hidden = false;
    mark.className = `saved ${look}`;
    setText(mark, text);
    if (state.kind === "saving") return;
    const isTrouble = state.kind !== "saved";
    if (isTrouble || hadTrouble) setText(news, text);
    hadTrouble = isTrouble;
  };
  function describeSave(state: SaveState): { text: string; look: string } {
    switch (state.kind) {
      case "saving":
        return { text: texts.saving, look: "busy" };
      case "saved":
        return { text: fillText(texts.saved, { time: clock.format(state.at) }), look: "" };
      case "offline":
        return { text: texts.offline, look: "off" };
      case "failed":
        return { text: texts.failed, look: "err" };
      case "signed-out":
        return { text: texts.signedOut, look: "err" };
      case "refused":
        return { text: texts.refused, look: "err" };
    }
  }
}
