import { expect, test } from "vitest";
import { type SaveState, TextSaver } from "./text-saver";

const at = "2026-03-02T09:00:00.000Z";
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
type Reply = "cut" | number | object;

/** A browser and a server that does as it is told; time passes by `pass`. */
function makeBrowser() {
  const kept = new Map<string, string>();
  const sent: [string, number, string][] = [];
  const states: SaveState[] = [];
  let waits: { ms: number; end: () => void }[] = [];
  const world = { replies: [] as Reply[], isOnline: true, version: 1 };
  const open = (text = "Old\n", version = world.version) =>
    new TextSaver(
      {
        key: "text",
        storage: {
          getItem: (key) => kept.get(key) ?? null,
          setItem: (key, value) => void kept.set(key, value),
          removeItem: (key) => void kept.delete(key),
        },
        isOnline: () => world.isOnline,
        wait: (ms) => new Promise((end) => waits.push({ ms, end })),
        onState: (state) => states.push(state),
        send: async (intent, base, content) => {
          sent.push([intent, base, content]);
          const reply = world.replies.shift() ?? 200;
          await settle();
          if (reply === "cut") throw new TypeError("Failed to fetch");
          if (typeof reply === "object") return { status: 409, body: { latest: reply } };
          if (reply === 200) world.version += 1;
          return { status: reply, body: { version: world.version, at, content } };
        },
      },
      version,
      text,
    );
  const pass = async () => {
    const over = waits;
    waits = [];
    for (const { end } of over) end();
    await settle();
    await settle();
  };
  return { kept, sent, states, world, open, pass, waits: () => waits.map(({ ms }) => ms) };
}

const latest = { version: 5, content: "Theirs\n", by: "Bo", at };

test("a text is sent when typing rests for two seconds, once, and its time is told", async () => {
  const browser = makeBrowser();
  const saver = browser.open();
  saver.change("N");
  saver.change("New");
  expect(browser.waits()).toEqual([2000, 2000]);
  expect(saver.isPending).toBe(true);
  await browser.pass();
  expect(browser.sent).toEqual([["save", 1, "New\n"]]);
  expect(browser.states).toEqual([
    { state: "unsaved" },
    { state: "unsaved" },
    { state: "busy" },
    { state: "saved", at },
  ]);
  expect(saver.isPending).toBe(false);
  expect(browser.kept.size).toBe(0);
});

test("nothing is sent for a text that did not change", async () => {
  const browser = makeBrowser();
  browser.open().change("Old");
  await browser.pass();
  expect(browser.sent).toEqual([]);
});

test("what is typed while a save is on its way follows it, based on the version that it made", async () => {
  const browser = makeBrowser();
  const saver = browser.open();
  saver.change("One");
  const flushed = saver.flush();
  saver.change("Two");
  await flushed;
  expect(browser.sent).toEqual([
    ["save", 1, "One\n"],
    ["save", 2, "Two\n"],
  ]);
  expect(saver.isPending).toBe(false);
});

test("without network the text waits in the browser, survives a reload, and is sent when the network returns", async () => {
  const browser = makeBrowser();
  browser.world.isOnline = false;
  browser.open().change("Typed offline");
  await browser.pass();
  expect(browser.states.at(-1)).toEqual({ state: "offline" });
  const again = browser.open();
  expect(again.text).toBe("Typed offline\n");
  browser.world.isOnline = true;
  await again.flush();
  expect(browser.sent).toEqual([["save", 1, "Typed offline\n"]]);
  expect(browser.kept.size).toBe(0);
});

test("a failing server is tried again, later and later", async () => {
  const browser = makeBrowser();
  browser.world.replies = [503, "cut", 500];
  const saver = browser.open();
  saver.change("New");
  await saver.flush();
  const seconds: unknown[] = [];
  for (let round = 0; round < 3; round += 1) {
    seconds.push(browser.states.at(-1));
    await browser.pass();
  }
  expect(seconds).toEqual([2, 4, 8].map((s) => ({ state: "retry", seconds: s })));
  expect(browser.states.at(-1)).toEqual({ state: "saved", at });
});

test.each([
  [401, "signed-out"],
  [422, "too-long"],
  [404, "refused"],
])("after a %i the text stays in the browser and the page says %s", async (status, state) => {
  const browser = makeBrowser();
  browser.world.replies = [status];
  const saver = browser.open();
  saver.change("New");
  await saver.flush();
  expect(browser.states.at(-1)).toEqual({ state });
  expect(browser.kept.size).toBe(1);
});

test("a newer text stops saving until the writer has chosen; keeping mine follows the other's version", async () => {
  const browser = makeBrowser();
  browser.world.replies = [latest];
  const saver = browser.open();
  saver.change("Mine");
  await saver.flush();
  expect(browser.states.at(-1)).toEqual({ state: "newer", latest, mine: "Mine\n" });
  saver.change("Mine, longer");
  await browser.pass();
  expect(browser.sent).toHaveLength(1);
  await saver.follow(latest);
  expect(browser.sent.at(-1)).toEqual(["save", 5, "Mine, longer\n"]);
});

test("taking the other's text sends mine to the history first", async () => {
  const browser = makeBrowser();
  browser.world.replies = [latest];
  const saver = browser.open();
  saver.change("Mine");
  await saver.flush();
  await saver.takeOther(latest);
  expect(browser.sent.at(-1)).toEqual(["theirs", 5, "Mine\n"]);
  expect(saver.isPending).toBe(false);
});

test("what another program left in the storage is no text", () => {
  const browser = makeBrowser();
  browser.kept.set("text", "{broken");
  expect(browser.open().text).toBe("Old\n");
});
