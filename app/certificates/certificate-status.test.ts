import { expect, test } from "vitest";
import { certificateStatus, daysLeft, type StatusColumns } from "./certificate-status";

const plain: StatusColumns = { personalFacts: "{}", expiresAt: null, revokedAt: null, supersededById: null };
const gone = { personalFacts: null };
const revoked = { revokedAt: "2026-06-03T10:00:00.000+00:00" };
const replaced = { supersededById: "another" };
const ends = { expiresAt: "2026-11-24T10:15:30.000+00:00" };

test.each([
  ["active", {}, "2099-01-01T00:00:00Z"],
  ["active", ends, "2026-11-24T09:00:00Z"],
  ["active", ends, "2026-11-24T23:59:59Z"],
  ["expired", ends, "2026-11-25T00:00:00Z"],
  ["superseded", { ...ends, ...replaced }, "2027-01-01T00:00:00Z"],
  ["superseded", { ...gone, ...replaced }, "2026-07-01T00:00:00Z"],
  ["erased", gone, "2026-07-01T00:00:00Z"],
  ["erased", { ...gone, ...ends }, "2027-07-01T00:00:00Z"],
  ["revoked", { ...revoked, ...replaced, ...ends }, "2027-01-01T00:00:00Z"],
  ["revoked", { ...revoked, ...gone }, "2027-01-01T00:00:00Z"],
] as const)("%s: %o on %s", (status, columns, now) => {
  expect(certificateStatus({ ...plain, ...columns }, new Date(now))).toBe(status);
});

test("days are counted by the calendar in UTC", () => {
  expect(daysLeft(null, new Date("2026-11-24T00:00:00Z"))).toBeNull();
  expect(daysLeft(ends.expiresAt, new Date("2026-11-24T23:00:00Z"))).toBe(0);
  expect(daysLeft(ends.expiresAt, new Date("2026-11-23T23:59:59Z"))).toBe(1);
  expect(daysLeft(ends.expiresAt, new Date("2026-10-04T12:00:00Z"))).toBe(51);
});
