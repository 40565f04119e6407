import type { PlayerTexts } from "../../courses/webinar-texts";
import { isLocale, type Locale } from "../../i18n/locales";
import type { Span } from "../../webinars/spans";

/** What the server wrote into the page for the player. */
export interface PageParts {
  readonly root: HTMLElement;
  readonly stage: HTMLElement;
  readonly video: HTMLVideoElement;
  readonly texts: PlayerTexts;
  readonly locale: Locale;
  readonly trackSlug: string;
  readonly lessonId: string;
  readonly enrolmentId: string;
  readonly durationMs: number;
  readonly watchPercent: number;
  readonly resumeMs: number;
  readonly missing: readonly Span[];
  readonly done: boolean;
}

/** Null where the page shows no recording. */
export function readPageParts(): PageParts | null {
  const root = document.querySelector<HTMLElement>("[data-webinar]");
  const stage = root?.querySelector<HTMLElement>("[data-stage]");
  const video = stage?.querySelector("video");
  if (!root || !stage || !video) return null;
  const said = (name: string) => root.dataset[name] ?? "";
  const language = document.documentElement.lang;
  return {
    root,
    stage,
    video,
    // Our own server wrote both from the same types.
    texts: JSON.parse(said("texts")) as PlayerTexts,
    missing: JSON.parse(said("missing")) as Span[],
    locale: isLocale(language) ? language : "en",
    trackSlug: said("track"),
    lessonId: said("lesson"),
    enrolmentId: said("enrolment"),
    durationMs: Number(said("duration")),
    watchPercent: Number(said("percent")),
    resumeMs: Number(said("resume")),
    done: said("state") === "done",
  };
}

/** The first element that fits, for parts that may be missing from a page. */
export function part<T extends Element>(root: Element, selector: string, kind: new () => T): T | null {
  const found = root.querySelector(selector);
  return found instanceof kind ? found : null;
}

/** Calls `act` when the button of that name in the page is pressed; gives the button. */
export function onPress(root: Element, name: string, act: () => void): HTMLButtonElement | null {
  const button = part(root, `[data-act="${name}"]`, HTMLButtonElement);
  button?.addEventListener("click", act);
  return button;
}
