import { expect, test } from "vitest";
import { clockFinding, diskFinding, jobFindings, migrationFinding, pragmaFindings } from "./findings";

const now = new Date("2026-03-02T09:00:00.000Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

test("a migration that is not applied is named", () => {
  expect(migrationFinding([]).isWell).toBe(true);
  expect(migrationFinding(["20260101_first"])).toEqual({
    isWell: false,
    sentence: "1 migration is not applied: 20260101_first. Run npm run migrate.",
  });
});

test("less than a gigabyte of free disk needs a hand", () => {
  expect(diskFinding(1e9).isWell).toBe(true);
  expect(diskFinding(0.99e9).isWell).toBe(false);
});

test("each pragma that would lose data is a finding of its own", () => {
  const well = { journalMode: "wal", synchronous: 2, foreignKeys: 1 };
  const cares = (pragmas: typeof well) =>
    pragmaFindings(pragmas).flatMap(({ isWell, sentence }) => (isWell ? [] : [sentence.split(" ")[0]]));
  expect(cares(well)).toEqual([]);
  expect(cares({ ...well, journalMode: "delete" })).toEqual(["journal_mode"]);
  expect(cares({ ...well, synchronous: 1 })).toEqual(["synchronous"]);
  expect(cares({ ...well, foreignKeys: 0 })).toEqual(["References"]);
});

test("jobs that wait for more than five minutes and jobs that were given up need a hand", () => {
  const isWell = (jobs: Parameters<typeof jobFindings>[0]) => jobFindings(jobs, now).map((found) => found.isWell);
  expect(isWell({ waiting: 0, dead: 0, oldestDue: null })).toEqual([true, true]);
  expect(isWell({ waiting: 3, dead: 0, oldestDue: minutesAgo(4) })).toEqual([true, true]);
  expect(isWell({ waiting: 3, dead: 0, oldestDue: minutesAgo(6) })).toEqual([false, true]);
  expect(isWell({ waiting: 1, dead: 2, oldestDue: minutesAgo(-60) })).toEqual([true, false]);
});

test("a row from the future means that the clock was set back", () => {
  expect(clockFinding(null, now).isWell).toBe(true);
  expect(clockFinding(minutesAgo(1), now).isWell).toBe(true);
  expect(clockFinding(minutesAgo(-1), now).isWell).toBe(true);
  expect(clockFinding(minutesAgo(-3), now)).toMatchObject({
    isWell: false,
    sentence: expect.stringContaining("3 minutes later") as unknown,
  });
});
