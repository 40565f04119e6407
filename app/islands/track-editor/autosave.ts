import { type Answer, inTurn, say, sayAs, send, show } from "./send";
import { fieldsOf } from "./steps";

/** How long after the last change a form saves itself, and how long until it tries again without a connection. */
const pauseMs = 900;
const retryMs = 6000;

let timer = 0;
/** Counts changes, so that a change during saving is known to be unsaved. */
let changes = 0;
let saved = 0;

function later(form: HTMLFormElement, ms: number): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    void inTurn(() => save(form));
  }, ms);
}

async function save(form: HTMLFormElement): Promise<void> {
  if (!form.isConnected || changes === saved) return;
  const upTo = changes;
  const fields = fieldsOf(form, null);
  fields.set("intent", "save");
  const answer = await send(form.action, fields);
  if (answer === null) {
    later(form, retryMs);
    return;
  }
  takeOver(form, answer, upTo);
}

function takeOver(form: HTMLFormElement, answer: Answer, upTo: number): void {
  if (answer.status === 409) {
    saved = changes;
    show(answer);
    document.querySelector<HTMLElement>("[role=alert] button")?.focus();
    return;
  }
  takeLiveParts(answer.page);
  if (answer.status !== 200) {
    say("bad");
    return;
  }
  const base = answer.page.querySelector<HTMLInputElement>("form[data-autosave] input[name=base]")?.value;
  for (const input of document.querySelectorAll<HTMLInputElement>("input[name=base]"))
    input.value = base ?? input.value;
  saved = upTo;
  if (changes === saved) sayAs(answer.page);
  else later(form, pauseMs);
}

/** Parts of the page that say something about what is typed, such as whether the bank has enough questions. */
function takeLiveParts(page: Document): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-live]")) {
    const fresh = page.querySelector<HTMLElement>(`[data-live="${CSS.escape(part.dataset["live"] ?? "")}"]`);
    if (fresh !== null && fresh.innerHTML !== part.innerHTML) part.replaceChildren(...fresh.cloneNode(true).childNodes);
  }
}

/** Forms that save themselves a moment after a change; their button saves too. */
export function watchForms(): void {
  const changed = (event: Event) => {
    const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>("form[data-autosave]") : null;
    if (form === null) return;
    changes += 1;
    say("typing");
    later(form, pauseMs);
  };
  document.addEventListener("input", changed);
  document.addEventListener("change", changed);
  document.addEventListener("submit", (event) => {
    if (!(event.target instanceof HTMLFormElement) || !event.target.matches("[data-autosave]")) return;
    clearTimeout(timer);
    saved = changes;
  });
  addEventListener("beforeunload", (event) => {
    if (changes !== saved) event.preventDefault();
  });
}
