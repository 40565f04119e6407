/** Moments as a clock on the wall shows them, in the shape of <input type="datetime-local">: "2026-11-25T14:30". */

const formats = new Map<string, Intl.DateTimeFormat>();

function wallClock(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    const day = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
    const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
    // Swedish writes a date as the field does, with a gap instead of the T.
    format = new Intl.DateTimeFormat("sv-SE", { timeZone, ...day, ...time });
    formats.set(timeZone, format);
  }
  return format;
}

/** @param timeZone a name of the tz database */
export function toLocalTime(moment: Date, timeZone: string): string {
  return wallClock(timeZone).format(moment).replace(" ", "T");
}

const shape = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?$/;
const day = 86_400_000;

/**
 * The moment at which a clock of the zone shows this, or null where it is no date and time. A time that comes twice (the
 * night when clocks go back) is the first of both; one that is left out is as much later as the clocks go forward.
 */
export function fromLocalTime(text: string, timeZone: string): Date | null {
  const [, date = "", time = ""] = shape.exec(text.trim()) ?? [];
  const asUtc = Date.parse(`${date}T${time}Z`);
  // The 30th of February is read as a day in March.
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== `${date}T${time}`) return null;
  // What the zone's clocks are ahead of UTC is one of two values: that of the day before, that of the day after.
  const [before, after] = [asUtc - day, asUtc + day].map(
    (around) => new Date(asUtc - (Date.parse(`${toLocalTime(new Date(around), timeZone)}Z`) - around)),
  ) as [Date, Date];
  const fits = [before, after].filter((moment) => toLocalTime(moment, timeZone) === `${date}T${time}`);
  return fits.sort((a, b) => a.getTime() - b.getTime())[0] ?? before;
}
