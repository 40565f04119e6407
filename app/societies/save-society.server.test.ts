import { expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { saveSociety } from "./save-society.server";

const facts = {
  slug: "esr",
  acronym: "ESR",
  name: "A society",
  website: "https://example.org",
  description: "One sentence.",
  isDemonstration: true,
};

dbTest("a society is registered once, and its public pages change only when its facts do", async ({ db }) => {
  const id = await saveSociety(facts);
  expect(await saveSociety(facts)).toBe(id);
  expect(await db.publicVersion.findMany()).toEqual([{ name: "catalogue", version: 1 }]);
  expect(await saveSociety({ ...facts, name: "Another name" })).toBe(id);
  expect(await db.society.findMany()).toEqual([{ id, ...facts, name: "Another name" }]);
  expect(await db.publicVersion.findMany()).toEqual([{ name: "catalogue", version: 2 }]);
});
