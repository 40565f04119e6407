/** Every time zone that the platform can show a clock in, by its name in the tz database. */
export const timeZones: readonly string[] = [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])];

const known = new Set(timeZones);

export function isTimeZone(name: string): boolean {
  return known.has(name);
}
