import { expect, test } from "vitest";
import { AnswerQueue, type Notice, type SaveState } from "./answer-queue";
import { KeptStorage } from "./kept-storage";

const savedAt = "2026-03-02T09:00:00.000Z";
const optionA = { kind: "single", option: "a" } as const;
const optionB = { kind: "single", option: "b" } as const;

class MemoryStorage implements Storage {
  readonly #entries = new Map<string, string>();
  get length() {
    return this.#entries.size;
  }
  clear() {
    this.#entries.clear();
  }
  getItem(key: string) {
    return this.#entries.get(key) ?? null;
  }
  key(index: number) {
    return [...this.#entries.keys()][index] ?? null;
  }
  removeItem(key: string) {
    this.#entries.delete(key);
  }
  setItem(key: string, value: string) {
    this.#entries.set(key, value);
  }
}

interface Sent {
  readonly sittingId: string;
  readonly questionId: string;
  readonly device: string;
  readonly sequence: number;
  readonly response: unknown;
}

/** What the server does with the next answer: a status, "cut" for a lost network, "hang" until it is released. */
type Reply = number | "cut" | "hang" | { readonly status: number; readonly body: object };

/** A browser with storage, a network that does as it is told, and a clock that stands still until `passTime`. */
function makeBrowser() {
  const storage = new MemoryStorage();
  const sent: Sent[] = [];
  const states: SaveState[] = [];
  const notices: Notice[] = [];
  const lanes: string[] = [];
  const waits: { ms: number; end: () => void }[] = [];
  let releases: (() => void)[] = [];
  const world = { replies: [] as Reply[], isOnline: true };
  const open = (device = "device-one", sittingId = "sitting") =>
    new AnswerQueue({
      sittingId,
      storage: new KeptStorage(() => storage),
      device,
      onState: (state) => states.push(state),
      onNotice: (notice) => notices.push(notice),
      isOnline: () => world.isOnline,
      wait: (ms) => new Promise((resolve) => waits.push({ ms, end: resolve })),
      send: async (lane, body) => {
        lanes.push(lane);
        // The queue itself has written it.
        sent.push(JSON.parse(body) as Sent);
        const reply = world.replies.shift() ?? 200;
        if (reply === "hang") await new Promise<void>((resolve) => releases.push(resolve));
        if (reply === "cut") throw new TypeError("Failed to fetch");
        if (typeof reply === "object") return reply;
        const status = reply === "hang" ? 200 : reply;
        return {
          status,
          body: status === 200 ? { ok: true, savedAt, late: false, replacedOtherDevice: false } : { ok: false },
        };
      },
    });
  return {
    storage,
    sent,
    states,
    notices,
    lanes,
    world,
    open,
    waits,
    release: () => {
      for (const end of releases) end();
      releases = [];
    },
    passTime: () => {
      for (const { end } of waits.splice(0)) end();
    },
    said: () => sent.map(({ questionId, sequence, response }) => ({ questionId, sequence, response })),
  };
}

/** Lets everything happen that can happen without time or network. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

test("an answer is sent at once, leaves the storage when it is confirmed, and its time is told", async () => {
  const browser = makeBrowser();
  const queue = browser.open();
  queue.add("one", optionA);
  expect(queue.pending()).toHaveLength(1);
  await settle();
  expect(browser.sent).toEqual([
    { sittingId: "sitting", questionId: "one", device: "device-one", sequence: 1, response: optionA },
  ]);
  expect(queue.pending()).toEqual([]);
  expect(browser.states).toEqual([{ state: "busy" }, { state: "saved", at: savedAt }]);
});

test("answers are sent one after the other, in the order in which they were given", async () => {
  const browser = makeBrowser();
  browser.world.replies = ["hang"];
  const queue = browser.open();
  for (const id of ["one", "two", "three"]) queue.add(id, optionA);
  await settle();
  expect(browser.sent).toHaveLength(1);
  browser.release();
  await settle();
  expect(browser.sent.map(({ questionId, sequence }) => [questionId, sequence])).toEqual([
    ["one", 1],
    ["two", 2],
    ["three", 3],
  ]);
});

test("a newer answer replaces one that was not sent yet, and follows one that is on its way", async () => {
  const browser = makeBrowser();
  browser.world.replies = ["hang"];
  const queue = browser.open();
  queue.add("one", optionA);
  queue.add("two", optionA);
  queue.add("two", optionB);
  queue.add("one", optionB);
  await settle();
  browser.release();
  await settle();
  expect(browser.said()).toEqual([
    { questionId: "one", sequence: 1, response: optionA },
    { questionId: "two", sequence: 3, response: optionB },
    { questionId: "one", sequence: 4, response: optionB },
  ]);
  expect(queue.pending()).toEqual([]);
});

test("without network answers wait here and are counted; they go when it returns", async () => {
  const browser = makeBrowser();
  const queue = browser.open();
  browser.world.isOnline = false;
  browser.world.replies = ["cut"];
  queue.add("one", optionA);
  await settle();
  queue.add("two", optionB);
  queue.add("three", null);
  await settle();
  expect(browser.states.at(-1)).toEqual({ state: "offline", count: 3 });
  expect(browser.sent).toHaveLength(1);
  browser.world.isOnline = true;
  expect(await queue.flush()).toBe(true);
  expect(queue.pending()).toEqual([]);
  expect(browser.states.at(-1)).toEqual({ state: "saved", at: savedAt });
  // The one that was cut off may have arrived: it goes again under its own number.
  expect(browser.said()).toEqual([
    { questionId: "one", sequence: 1, response: optionA },
    { questionId: "one", sequence: 1, response: optionA },
    { questionId: "two", sequence: 2, response: optionB },
    { questionId: "three", sequence: 3, response: null },
  ]);
});

test.each([500, 503, 429])("after a %i it tries again, later and later, up to 30 seconds", async (status) => {
  const browser = makeBrowser();
  browser.world.replies = Array.from({ length: 7 }, () => status);
  const queue = browser.open();
  queue.add("one", optionA);
  const seconds: number[] = [];
  for (let round = 0; round < 7; round++) {
    await settle();
    seconds.push((browser.waits[0]?.ms ?? 0) / 1000);
    expect(browser.states.at(-1)).toEqual({ state: "retry", seconds: seconds.at(-1) });
    expect(queue.pending()).toHaveLength(1);
    browser.passTime();
  }
  await settle();
  expect(seconds).toEqual([2, 4, 8, 16, 30, 30, 30]);
  expect(queue.pending()).toEqual([]);
  browser.world.replies = [status];
  queue.add("two", optionA);
  await settle();
  expect(browser.waits[0]?.ms, "a success starts the count anew").toBe(2000);
});

test("signed out, the answers stay and go with the next try", async () => {
  const browser = makeBrowser();
  browser.world.replies = [401];
  const queue = browser.open();
  queue.add("one", optionA);
  queue.add("two", optionA);
  await settle();
  expect(browser.states.at(-1)).toEqual({ state: "signed-out" });
  expect(browser.sent).toHaveLength(1);
  expect(queue.pending()).toHaveLength(2);
  expect(await queue.flush()).toBe(true);
});

test.each([403, 404, 415, 421])(
  "an answer that the server refuses with %i is kept and said to wait",
  async (status) => {
    const browser = makeBrowser();
    browser.world.replies = [status];
    const queue = browser.open();
    queue.add("one", optionA);
    expect(await queue.flush()).toBe(false);
    expect(browser.states.at(-1)).toEqual({ state: "refused" });
    expect(queue.pending()).toHaveLength(1);
  },
);

test("after the hand-in nothing waits any more", async () => {
  const browser = makeBrowser();
  browser.world.replies = [409];
  const queue = browser.open();
  queue.add("one", optionA);
  queue.add("two", optionA);
  expect(await queue.flush()).toBe(true);
  expect(browser.states.at(-1)).toEqual({ state: "over" });
  expect(browser.sent).toHaveLength(1);
  expect(browser.storage.getItem("answers:sitting")).toBeNull();
});

test("a late answer and one of another device are told", async () => {
  const browser = makeBrowser();
  browser.world.replies = [
    { status: 200, body: { ok: true, savedAt, late: true, replacedOtherDevice: false } },
    { status: 200, body: { ok: true, savedAt, late: false, replacedOtherDevice: true } },
  ];
  const queue = browser.open();
  queue.add("one", optionA);
  queue.add("two", optionA);
  await queue.flush();
  expect(browser.notices).toEqual(["late", "other-device"]);
});

test("after a crash what was not confirmed is still there, and its number is not given twice", async () => {
  const browser = makeBrowser();
  browser.world.replies = ["hang"];
  const before = browser.open();
  before.add("one", optionA);
  before.add("two", optionB);
  await settle();
  // The page is gone in the middle of a request: nobody hears its answer.
  const after = browser.open();
  expect(after.pending()).toEqual([
    { questionId: "one", device: "device-one", sequence: 1, response: optionA },
    { questionId: "two", device: "device-one", sequence: 2, response: optionB },
  ]);
  expect(await after.flush()).toBe(true);
  after.add("one", optionB);
  await settle();
  expect(browser.said().slice(1)).toEqual([
    { questionId: "one", sequence: 1, response: optionA },
    { questionId: "two", sequence: 2, response: optionB },
    { questionId: "one", sequence: 3, response: optionB },
  ]);
});

test("a hand-in waits for an answer that is on its way", async () => {
  const browser = makeBrowser();
  browser.world.replies = ["hang"];
  const queue = browser.open();
  queue.add("one", optionA);
  let arrived: boolean | null = null;
  void queue.flush().then((answer) => {
    arrived = answer;
  });
  await settle();
  expect(arrived).toBeNull();
  browser.release();
  await settle();
  expect(arrived).toBe(true);
});

test("a hand-in hears of a failure at once, and the queue goes on trying", async () => {
  const browser = makeBrowser();
  browser.world.replies = ["cut", "cut"];
  const queue = browser.open();
  queue.add("one", optionA);
  await settle();
  expect(await queue.flush()).toBe(false);
  browser.passTime();
  await settle();
  expect(queue.pending()).toEqual([]);
  expect(browser.sent).toHaveLength(3);
});

test("two tabs keep each other's answers, and two sittings don't meet", async () => {
  const browser = makeBrowser();
  browser.world.replies = ["hang", "hang"];
  const one = browser.open("device-one");
  const two = browser.open("device-two");
  one.add("one", optionA);
  two.add("one", optionB);
  expect(one.pending().map(({ device }) => device)).toEqual(["device-one", "device-two"]);
  expect(browser.open("device-one", "another-sitting").pending()).toEqual([]);
  await settle();
  browser.release();
  await settle();
  expect(one.pending()).toEqual([]);
});

test("a queue that was stopped sends nothing more and forgets nothing", async () => {
  const browser = makeBrowser();
  browser.world.replies = ["cut"];
  const queue = browser.open();
  queue.add("one", optionA);
  await settle();
  queue.stop();
  browser.passTime();
  await settle();
  expect(await queue.flush()).toBe(false);
  expect(browser.sent).toHaveLength(1);
  expect(queue.pending()).toHaveLength(1);
});

for (const [status, reason] of [
  [422, "not-an-answer"],
  [409, "checked"],
] as const) {
  test(`an answer that is refused as "${reason}" is told and doesn't keep the others waiting`, async () => {
    const browser = makeBrowser();
    const queue = browser.open();
    browser.world.replies.push({ status, body: { ok: false, reason } });
    queue.add("one", optionA);
    queue.add("two", optionB);
    expect(await queue.flush()).toBe(true);
    expect(browser.sent.map(({ questionId }) => questionId)).toEqual(["one", "two"]);
    expect(browser.notices).toEqual([reason]);
    expect(browser.states.at(-1)).toEqual({ state: "saved", at: savedAt });
    expect(queue.pending()).toEqual([]);
  });
}

test.each([
  [400, "broken-json"],
  [404, "no-such-question"],
  [413, "too-large"],
  [422, "invalid"],
])("an answer that can never be taken (%i %s) is told, given up, and the rest goes on", async (status, reason) => {
  const browser = makeBrowser();
  const queue = browser.open();
  browser.world.replies.push({ status, body: { ok: false, reason } });
  queue.add("one", optionA);
  queue.add("two", optionB);
  expect(await queue.flush()).toBe(true);
  expect(browser.sent.map(({ questionId }) => questionId)).toEqual(["one", "two"]);
  expect(browser.notices).toEqual(["not-taken"]);
  expect(queue.pending()).toEqual([]);
});

test("a flag goes the way of the answers and replaces none of them", async () => {
  const browser = makeBrowser();
  browser.world.replies = ["cut"];
  const queue = browser.open();
  queue.add("one", optionA);
  queue.flag("one", true);
  queue.flag("one", false);
  await settle();
  expect([queue.pending(), queue.pendingFlags()]).toMatchObject([[{ sequence: 1 }], [{ sequence: 3, flagged: false }]]);
  expect(browser.states.at(-1)).toMatchObject({ state: "retry" });
  expect(await browser.open().flush()).toBe(true);
  expect(browser.lanes).toEqual(["answers", "answers", "flags"]);
  expect(browser.sent.at(-1)).toEqual({
    sittingId: "sitting",
    questionId: "one",
    device: "device-one",
    sequence: 3,
    flagged: false,
  });
});

test.each([404, 409, 422])("a flag that is refused with %i stops no answer", async (status) => {
  const browser = makeBrowser();
  browser.world.replies = [status];
  const queue = browser.open();
  queue.flag("one", true);
  queue.add("two", optionB);
  expect(await queue.flush()).toBe(true);
  expect(browser.lanes).toEqual(["flags", "answers"]);
  expect(browser.notices).toEqual([]);
});

test("a storage that refuses keeps nothing from being sent", async () => {
  const browser = makeBrowser();
  browser.storage.setItem = () => {
    throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
  };
  const queue = browser.open();
  queue.add("one", optionA);
  queue.add("one", optionB);
  expect(await queue.flush()).toBe(true);
  expect(browser.said()).toEqual([
    { questionId: "one", sequence: 1, response: optionA },
    { questionId: "one", sequence: 2, response: optionB },
  ]);
});
