import { expect, test } from "vitest";
import { isCountry, listCountries, timeZoneOfCountry } from "./countries";
import { isTimeZone } from "./time-zones";

test("every country has a name of its own in the language and stands in that language's order", () => {
  const english = listCountries("en");
  expect(english).toHaveLength(249);
  expect(english.every(({ code, name }) => name !== code)).toBe(true);
  expect(new Set(english.map(({ name }) => name)).size).toBe(249);
  const german = listCountries("de").map(({ name }) => name);
  expect(german.indexOf("Österreich")).toBeGreaterThan(german.indexOf("Norwegen"));
  expect(german.indexOf("Österreich")).toBeLessThan(german.indexOf("Polen"));
});

test("codes are upper case and known", () => {
  expect(isCountry("AT")).toBe(true);
  expect(isCountry("at")).toBe(false);
  expect(isCountry("XX")).toBe(false);
});

test("a new account's clock is the country's own, the European one of several, else UTC", () => {
  expect(timeZoneOfCountry("AT")).toBe("Europe/Vienna");
  expect(timeZoneOfCountry("ES")).toBe("Europe/Madrid");
  expect(timeZoneOfCountry("PT")).toBe("Europe/Lisbon");
  expect(timeZoneOfCountry("JP")).toBe("Asia/Tokyo");
  expect(timeZoneOfCountry("US")).toBe("UTC");
  for (const { code } of listCountries("en")) expect(isTimeZone(timeZoneOfCountry(code)), code).toBe(true);
});
