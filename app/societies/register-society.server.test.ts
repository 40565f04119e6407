import { expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { registerSociety } from "./register-society.server";

const facts = {
  slug: "esr",
  acronym: "ESR",
  name: "A society",
  website: "https://example.org",
  description: "One sentence.",
  isDemonstration: true,
};

dbTest(
  "a society is registered once, and a second start takes nothing back that its admins changed",
  async ({ db, transact }) => {
    const id = await registerSociety(facts);
    expect(await db.publicVersion.findMany()).toEqual([{ name: "catalogue", version: 1 }]);
    await transact((tx) => tx.society.update({ where: { id }, data: { name: "Another name" } }));
    expect(await registerSociety(facts)).toBe(id);
    expect(await db.society.findMany()).toMatchObject([{ id, ...facts, name: "Another name" }]);
    expect(await db.publicVersion.findMany()).toEqual([{ name: "catalogue", version: 1 }]);
  },
);
