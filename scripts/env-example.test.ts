import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readEnv } from "../app/platform/env.server";

const lines = readFileSync(".env.example", "utf8").split("\n");
const assignments = lines.flatMap((line) => {
  const match = /^([A-Z_]+)=(.*)$/.exec(line);
  return match === null ? [] : [[match[1] ?? "", match[2] ?? ""] as const];
});

test(".env.example documents every setting, and no other", () => {
  const schema = readFileSync("app/platform/env.server.ts", "utf8");
  const known = [...schema.matchAll(/^ {4}([A-Z][A-Z_]+): /gm)].map((match) => match[1] ?? "");
  expect(known.length).toBeGreaterThan(10);
  expect(assignments.map(([name]) => name).sort()).toEqual(known.sort());
});

test("the values of .env.example are what the program takes without a .env", () => {
  expect(readEnv(Object.fromEntries(assignments))).toEqual(readEnv({}));
});

test("each setting of .env.example has a comment above it", () => {
  const lonely = assignments
    .map(([name]) => name)
    .filter((name) => {
      const at = lines.findIndex((line) => line.startsWith(`${name}=`));
      const paragraph = lines.slice(0, at).reverse();
      const end = paragraph.findIndex((line) => line === "");
      return !paragraph.slice(0, end).some((line) => line.startsWith("#"));
    });
  // The five of Mux stand together under one heading.
  expect(lonely.filter((name) => !name.startsWith("MUX_"))).toEqual([]);
});
