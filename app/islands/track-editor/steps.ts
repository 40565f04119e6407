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

/** @param saved names of titles that the step itself has saved or refused */
function restore(kept: Kept, isFault: boolean, saved: boolean): void {
  for (const row of document.querySelectorAll<HTMLElement>("[data-key]")) {
    const fold = foldOf(row);
    if (fold !== null) fold.open = kept.open.includes(row.dataset["key"] ?? "") || (isFault && fold.open);
  }
  for (const [name, value] of saved ? [] : kept.titles) {
    const input = outlineForm()?.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`);
    if (input != null) input.value = value;
  }
  const deed = document.querySelector<HTMLElement>("[data-deed]")?.dataset["deed"] ?? "";
  const made = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(deed)}"] > .outline-line`);
  const next =
    (kept.focus === null ? null : document.querySelector<HTMLElement>(kept.focus)) ??
    document.querySelector<HTMLElement>(".note form button") ??
    made?.querySelector<HTMLElement>("a, summary");
  next?.focus();
}

/** Sends one step of the outline and shows what came of it. */
export function sendStep(address: string, body: URLSearchParams): void {
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
    restore(kept, answer.status === 422, body.get("intent") === "titles");
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
