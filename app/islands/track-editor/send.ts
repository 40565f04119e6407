/** What the server answered: the page, and where it stands. */
export interface Answer {
  readonly status: number;
  readonly page: Document;
  readonly url: string;
}

type State = "busy" | "off" | "bad" | "out" | "typing";
const looks: Readonly<Record<State, string>> = { busy: "busy", off: "off", bad: "err", out: "err", typing: "busy" };

const savedLine = () => document.querySelector<HTMLElement>("[data-saved]");

/** Says how saving goes, in the words that the page brought along. */
export function say(state: State): void {
  const line = savedLine();
  if (line === null) return;
  line.className = `saved ${looks[state]}`;
  line.textContent = line.dataset[state] ?? "";
}

/** Takes over the line that says when it was saved. */
export function sayAs(page: Document): void {
  const fresh = page.querySelector("[data-saved]");
  const line = savedLine();
  if (fresh === null || line === null) return;
  line.className = fresh.className;
  line.textContent = fresh.textContent;
}

let queue: Promise<unknown> = Promise.resolve();

/** Runs one after the other, so that each sends what the one before has left. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = queue.then(work, work);
  queue = turn.catch(() => undefined);
  return turn;
}

/** Sends a form in the background. Null where nothing was saved: no connection, or signed out. */
export async function send(address: string, body: URLSearchParams): Promise<Answer | null> {
  say("busy");
  const response = await fetch(address, { method: "POST", body }).catch(() => null);
  if (response === null || response.status >= 500) {
    say("off");
    return null;
  }
  if (new URL(response.url).pathname.startsWith("/sign-in") || response.status === 403) {
    say("out");
    return null;
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return { status: response.status, page, url: response.url };
}

let teller: HTMLElement | null = null;

/** Tells people who listen what was done: the page's own sentence came with the page and isn't read out. */
function tell(words: string): void {
  if (teller === null) {
    teller = document.createElement("p");
    teller.className = "vh";
    teller.setAttribute("role", "status");
    document.body.append(teller);
  }
  teller.textContent = words;
}

/** Puts the answer's page in the place of this one, as if it had been loaded. */
export function show(answer: Answer): void {
  const fresh = answer.page.querySelector("main");
  const old = document.querySelector("main");
  if (fresh === null || old === null) return;
  fresh.dataset["ready"] = "";
  old.replaceWith(document.adoptNode(fresh));
  // Only the address of a page that can be loaded again.
  if (answer.status === 200) history.replaceState(null, "", answer.url);
  tell(fresh.querySelector(".deed .title, [role=alert] .title")?.textContent ?? "");
}
