import path from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { db, readPragmas, statement, transact } from "../../app/platform/db.server";
import { env } from "../../app/platform/env.server";
import { newId } from "../../app/platform/ids.server";
import { dbTest } from "../support/db-test";

const newSociety = (slug: string) => ({
  id: newId(),
  slug,
  acronym: "SOC",
  name: "A society",
  website: "https://society.example",
  description: "",
});

/** A promise and the function that keeps it. */
function promise(): { kept: Promise<void>; keep: () => void } {
  let keep: () => void = () => undefined;
  const kept = new Promise<void>((resolve) => (keep = resolve));
  return { kept, keep };
}

dbTest("a write beside an open transaction outlives that transaction's rollback", async () => {
  const { kept: mayFail, keep: failNow } = promise();
  const { kept: hasWritten, keep: sayWritten } = promise();
  const failing = transact(async (tx) => {
    await tx.society.create({ data: newSociety("undone") });
    sayWritten();
    await mayFail;
    throw new Error("this transaction fails");
  });
  await hasWritten;
  const second = transact((tx) => tx.society.create({ data: newSociety("stays") }));
  failNow();
  await expect(failing).rejects.toThrow("this transaction fails");
  await second;
  expect(await db.society.findMany({ select: { slug: true } })).toEqual([{ slug: "stays" }]);
});

dbTest("what a transaction has written is seen by nobody before it is committed", async () => {
  const { kept: mayEnd, keep: endNow } = promise();
  const { kept: hasWritten, keep: sayWritten } = promise();
  const open = transact(async (tx) => {
    await tx.society.create({ data: newSociety("on-its-way") });
    sayWritten();
    await mayEnd;
  });
  await hasWritten;
  const count = statement<[], { n: number }>("SELECT count(*) AS n FROM Society");
  expect(await db.society.count()).toBe(0);
  expect(count.get()).toEqual({ n: 0 });
  endNow();
  await open;
  expect(await db.society.count()).toBe(1);
  expect(count.get()).toEqual({ n: 1 });
});

dbTest("a write through the read client is refused by the database itself", async () => {
  await expect(db.society.create({ data: newSociety("stray") })).rejects.toThrow(/readonly/i);
  expect(await db.society.count()).toBe(0);
});

dbTest("a write through a prepared read is refused too", () => {
  const stray = statement<[], never>("DELETE FROM Society RETURNING id");
  expect(() => stray.all()).toThrow(/readonly/i);
});

test("the writer's commits reach the disk before they are answered, and foreign keys hold", async () => {
  expect(await readPragmas()).toEqual({ journalMode: "wal", synchronous: 2, foreignKeys: 1 });
});

dbTest(
  "a transaction holds SQLite's lock before its first read, so that no other process can overtake it",
  async () => {
    const other = new Database(path.join(env.DATA_DIR, "stepwedge.db"));
    other.pragma("busy_timeout = 0");
    try {
      await transact(async (tx) => {
        await tx.society.count();
        expect(() => other.exec("BEGIN IMMEDIATE")).toThrow(/locked/);
      });
      other.exec("BEGIN IMMEDIATE; ROLLBACK");
    } finally {
      other.close();
    }
  },
);
