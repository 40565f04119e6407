import { expect, vi } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { expectLoggedError } from "../../tests/support/logged-errors";
import { bulkMark, type JobHandlers } from "./catalogue";
import { enqueue } from "./enqueue.server";
import { listDeadJobs, retryDeadJobs } from "./dead-jobs.server";
import { leaseNext, runDueJobs, startRunner } from "./runner.server";

const later = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1000);

function handlersWith(issue: JobHandlers["certificate.issue"]): JobHandlers {
  const nothing = () => Promise.resolve();
  return {
    "certificate.issue": issue,
    "edition.correction-notice": nothing,
    "mail.send": nothing,
    "track.open": nothing,
    "daily.upkeep": nothing,
  };
}

const lane = "certificates";
const letter = { to: "reader@hospital.example", subject: "Confirm", text: "Text", html: "<p></p>" };
const mail = (key: string, runAt: Date) => ({ name: "mail.send", payload: letter, key, runAt }) as const;
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
  expect(await leaseNext(now, lane)).toBeUndefined();
  expect(await leaseNext(later(now, 61), lane)).toMatchObject({ name: "certificate.issue" });
});

dbTest("two runners never hold the same job, but a lease that ran out is free again", async ({ transact, now }) => {
  await transact((tx) => enqueue(tx, ask("a", now)));
  const [first, second] = await Promise.all([leaseNext(now, lane), leaseNext(now, lane)]);
  expect([first, second].filter((job) => job !== undefined)).toHaveLength(1);
  expect(await leaseNext(later(now, 59), lane)).toBeUndefined();
  expect(await leaseNext(later(now, 61), lane)).toMatchObject({ attempts: 2 });
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

dbTest(
  "a stop waits for the job in hand and leaves those behind it for the next start",
  async ({ db, transact, now }) => {
    for (const key of ["a", "b", "c"]) await transact((tx) => enqueue(tx, ask(key, now)));
    let finish: () => void = () => undefined;
    const issue = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    const runner = startRunner(handlersWith(issue), () => now);
    await vi.waitFor(() => {
      expect(issue).toHaveBeenCalledOnce();
    });
    const stopped = runner.stop();
    finish();
    await stopped;
    expect(issue).toHaveBeenCalledOnce();
    expect(await db.job.count({ where: { doneAt: null } })).toBe(2);
  },
);

dbTest(
  "a mail server that doesn't answer holds up no certificate, and the runner says that it is stuck",
  async (context) => {
    const { transact, now } = context;
    let at = now;
    await transact((tx) => enqueue(tx, mail("m", now)));
    await transact((tx) => enqueue(tx, ask("a", later(now, 1))));
    let hangUp: () => void = () => undefined;
    const send = vi.fn(() => new Promise<void>((resolve) => (hangUp = resolve)));
    const issue = vi.fn(() => Promise.resolve());
    const runner = startRunner({ ...handlersWith(issue), "mail.send": send }, () => at);
    await vi.waitFor(() => {
      expect(send).toHaveBeenCalledOnce();
    });
    at = later(now, 2);
    await vi.waitFor(
      () => {
        expect(issue).toHaveBeenCalledOnce();
      },
      { timeout: 5000 },
    );
    expect(runner.isAlive()).toBe(true);
    at = later(now, 62);
    expect(runner.isAlive()).toBe(false);
    const stopped = runner.stop();
    hangUp();
    await stopped;
  },
);

dbTest("a mail that somebody waits for goes before those that many get", async ({ transact, now }) => {
  for (const key of [`${bulkMark}one`, `${bulkMark}two`]) await transact((tx) => enqueue(tx, mail(key, now)));
  await transact((tx) => enqueue(tx, { ...mail("reset", later(now, 5)), payload: { ...letter, subject: "Reset" } }));
  expect((await leaseNext(later(now, 6), "mail"))?.payload).toContain("Reset");
  expect((await leaseNext(later(now, 6), "mail"))?.payload).toContain("Confirm");
});

dbTest("a job that was given up is tried again when a person says so", async ({ transact, now }) => {
  for (const key of ["a", "b"]) await transact((tx) => enqueue(tx, ask(key, now)));
  await transact((tx) => tx.job.updateMany({ data: { deadAt: now, attempts: 6, lastError: "no ink" } }));
  const [first, second] = await listDeadJobs();
  expect(first).toMatchObject({ name: "certificate.issue", lastError: "no ink" });
  const issue = vi.fn(() => Promise.resolve());
  expect(await retryDeadJobs({ id: "none of them", now })).toBe(0);
  expect(await retryDeadJobs({ id: first?.id ?? "", now })).toBe(1);
  expect(await runDueJobs(handlersWith(issue), () => now)).toBe(1);
  expect(await listDeadJobs()).toEqual([second]);
  expect(await retryDeadJobs({ id: null, now })).toBe(1);
  expect(await runDueJobs(handlersWith(issue), () => now)).toBe(1);
  expect(await listDeadJobs()).toEqual([]);
});
