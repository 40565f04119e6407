import fc from "fast-check";
import { expect, it } from "vitest";
import { fromLocalTime, toLocalTime } from "./local-time";

const zones = ["UTC", "Europe/Vienna", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia", "Australia/Lord_Howe"];

it("gives back the moment at which a clock of the zone shows the time, but in the hour that comes twice", () => {
  const minutes = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2060, 0) / 60_000 });
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
      const moment = new Date(minute * 60_000);
      const read = fromLocalTime(toLocalTime(moment, zone), zone);
      expect(toLocalTime(read ?? new Date(0), zone)).toBe(toLocalTime(moment, zone));
      expect(Math.abs((read?.getTime() ?? 0) - moment.getTime())).toBeLessThanOrEqual(3_600_000);
    }),
  );
});

it.each([
  ["2026-07-01T14:30", "Europe/Vienna", "2026-07-01T12:30:00.000Z"],
  ["2026-12-01 14:30:59", "Europe/Vienna", "2026-12-01T13:30:00.000Z"],
  ["2026-12-01T00:00", "Asia/Kathmandu", "2026-11-30T18:15:00.000Z"],
  // Clocks go back from 3 to 2: the first of the two half past two.
  ["2026-10-25T02:30", "Europe/Vienna", "2026-10-25T00:30:00.000Z"],
  // Clocks go forward from 2 to 3: there is no half past two.
  ["2026-03-29T02:30", "Europe/Vienna", "2026-03-29T01:30:00.000Z"],
])("reads %s in %s as %s", (text, zone, iso) => {
  expect(fromLocalTime(text, zone)?.toISOString()).toBe(iso);
});

it.each(["", "tomorrow", "2026-02-30T10:00", "2026-11-25", "2026-11-25T24:30", "2026-13-01T10:00"])(
  "takes %j for no date and time",
  (text) => {
    expect(fromLocalTime(text, "Europe/Vienna")).toBeNull();
  },
);
