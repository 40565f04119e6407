import { inTurn, say, send, show } from "./send";

const outlineForm = () => document.querySelector<HTMLFormElement>("form[data-outline]");
const baseNow = () => outlineForm()?.querySelector<HTMLInputElement>("input[name=base]")?.value;

/** What the page of the moment holds that the next one would forget. */
interface Kept {
  readonly focus: string | null;
  readonly open: readonly string[];
  readonly titles: readonly (readonly [string, string])[];
}

/** A selector of the element that has the focus, which holds in the next page too. */
function focused(): string | null {
  const element = document.activeElement;
  const key = element?.closest<HTMLElement>("[data-key]")?.dataset["key"];
  if (!(element instanceof HTMLElement) || key === undefined) return null;
  const row = `[data-key="${CSS.escape(key)}"] > .outline-line`;
  if (element instanceof HTMLButtonElement) return `${row} button[value="${CSS.escape(element.value)}"]`;
  if (element instanceof HTMLInputElement) return `${row} input`;
  return `${row} ${element.localName}`;
}

function keep(): Kept {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-key]")];
  const inputs = [...(outlineForm()?.querySelectorAll<HTMLInputElement>(".row-acts input") ?? [])];
  return {
    focus: focused(),
    open: rows.filter((row) => foldOf(row)?.open).map((row) => row.dataset["key"] ?? ""),
    titles: inputs.filter(({ value, defaultValue }) => value !== defaultValue).map(({ name, value }) => [name, value]),
  };
}

const foldOf = (row: Element) => row.querySelector<HTMLDetailsElement>(":scope > .outline-line > .row-fold");

function reopen(open: readonly string[], isFault: boolean): void {
  for (const row of document.querySelectorAll<HTMLElement>("[data-key]")) {
    const fold = foldOf(row);
    if (fold !== null) fold.open = open.includes(row.dataset["key"] ?? "") || (isFault && fold.open);
  }
}

function retype(titles: Kept["titles"]): void {
  for (const [name, value] of titles) {
    const input = outlineForm()?.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`);
    if (input != null) input.value = value;
  }
}

const find = (selector: string) => document.querySelector<HTMLElement>(selector);

/** The element that had the focus; where it is gone, the button of a note, or what was made. */
function refocus(focus: string | null): void {
  const deed = find("[data-deed]")?.dataset["deed"] ?? "";
  const made = find(`[data-key="${CSS.escape(deed)}"] > .outline-line`);
  const kept = focus === null ? null : find(focus);
  (kept ?? find(".note form button") ?? made?.querySelector<HTMLElement>("a, summary"))?.focus();
}

/** Sends one step of the outline and shows what came of it. */
function sendStep(address: string, body: URLSearchParams): void {
  void inTurn(async () => {
    const base = baseNow();
    // A step that waited for another one goes on from there; the form of a conflict has its own.
    if (base !== undefined && body.get("base") !== null && !body.has("again")) body.set("base", base);
    const answer = await send(address, body);
    if (answer === null) return;
    if (answer.page.querySelector("main[data-editor]") === null) {
      say("bad");
      return;
    }
    const kept = keep();
    show(answer);
    reopen(kept.open, answer.status === 422);
    // A step that was about the titles has saved or refused them.
    if (body.get("intent") !== "titles") retype(kept.titles);
    refocus(kept.focus);
  });
}

/** A step by its name alone, such as "up:lesson:dose". */
export function sendIntent(intent: string): void {
  const form = outlineForm();
  if (form === null) return;
  sendStep(form.action, new URLSearchParams({ base: baseNow() ?? "", intent }));
}

/** A form's fields as they are sent; files have forms of their own. */
export function fieldsOf(form: HTMLFormElement, submitter: HTMLElement | null): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) if (typeof value === "string") fields.append(name, value);
  return fields;
}

export function watchSteps(): void {
  document.querySelector<HTMLElement>("main[data-editor]")?.setAttribute("data-ready", "");
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches("[data-outline], [data-step]")) return;
    event.preventDefault();
    sendStep(form.action, fieldsOf(form, event.submitter));
  });
}
