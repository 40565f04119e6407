import { expect, vi } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { expectLoggedError } from "../../tests/support/logged-errors";
import type { JobHandlers } from "./catalogue";
import { enqueue } from "./enqueue.server";
import { leaseNext, runDueJobs } from "./runner.server";

const later = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1000);

function handlersWith(issue: JobHandlers["certificate.issue"]): JobHandlers {
  const nothing = () => Promise.resolve();
  return {
    "certificate.issue": issue,
    "edition.correction-notice": nothing,
    "mail.send": nothing,
    "daily.upkeep": nothing,
  };
}

const ask = (key: string, runAt: Date) =>
  ({ name: "certificate.issue", payload: { enrolmentId: key }, key, runAt }) as const;

dbTest("a job runs once, and a second enqueue under its key is the first one", async ({ db, transact, now }) => {
  await transact((tx) => enqueue(tx, ask("a", now)));
  await transact((tx) => enqueue(tx, ask("a", now)));
  const issue = vi.fn(() => Promise.resolve());
  expect(await runDueJobs(handlersWith(issue), () => now)).toBe(1);
  expect(await runDueJobs(handlersWith(issue), () => now)).toBe(0);
  expect(issue).toHaveBeenCalledExactlyOnceWith({ enrolmentId: "a" }, now);
  expect(await db.job.count({ where: { doneAt: { not: null } } })).toBe(1);
});

dbTest("a job that is rolled back with its change was never asked for", async ({ db, transact, now }) => {
  await expect(
    transact(async (tx) => {
      await enqueue(tx, ask("a", now));
      throw new Error("the change failed");
    }),
  ).rejects.toThrow("the change failed");
  expect(await db.job.count()).toBe(0);
});

dbTest("a job that is not due yet waits", async ({ transact, now }) => {
  await transact((tx) => enqueue(tx, ask("a", later(now, 60))));
  expect(await leaseNext(now)).toBeUndefined();
  expect(await leaseNext(later(now, 61))).toMatchObject({ name: "certificate.issue" });
});

dbTest("two runners never hold the same job, but a lease that ran out is free again", async ({ transact, now }) => {
  await transact((tx) => enqueue(tx, ask("a", now)));
  const [first, second] = await Promise.all([leaseNext(now), leaseNext(now)]);
  expect([first, second].filter((job) => job !== undefined)).toHaveLength(1);
  expect(await leaseNext(later(now, 59))).toBeUndefined();
  expect(await leaseNext(later(now, 61))).toMatchObject({ attempts: 2 });
});

dbTest("a failing job is tried again later and later, then waits for a person", async ({ db, transact, now }) => {
  await transact((tx) => enqueue(tx, ask("a", now)));
  const issue = vi.fn(() => Promise.reject(new Error("no ink")));
  let at = now;
  for (let attempt = 1; attempt <= 6; attempt++) {
    expect(await runDueJobs(handlersWith(issue), () => at)).toBe(1);
    expectLoggedError(/a job failed/);
    expect(await runDueJobs(handlersWith(issue), () => at)).toBe(0);
    at = later(at, 3600);
  }
  expect(await runDueJobs(handlersWith(issue), () => at)).toBe(0);
  expect(await db.job.findFirst()).toMatchObject({ attempts: 6, lastError: "no ink", doneAt: null });
  expect((await db.job.findFirst())?.deadAt).not.toBeNull();
});

dbTest("a mail that was sent keeps none of its text", async ({ db, transact, now }) => {
  const mail = {
    to: "reader@hospital.example",
    subject: "Confirm",
    text: "https://site.example/verify-email/secret",
    html: "<p></p>",
  };
  await transact((tx) => enqueue(tx, { name: "mail.send", payload: mail, key: "mail", runAt: now }));
  await runDueJobs(
    handlersWith(() => Promise.resolve()),
    () => now,
  );
  expect(await db.job.findFirst()).toMatchObject({ payload: "{}" });
});
