import { expect } from "vitest";
import { action, loader } from "../../app/routes/preferences";
import { ask } from "../support/ask";
import { dbTest } from "../support/db-test";

const path = "/preferences";

dbTest("a visitor's language is kept in a cookie and leads to the same page in that language", async () => {
  const answer = await ask(action, { path, form: { intent: "language", locale: "de", back: "/en/catalogue?q=dose" } });
  expect(answer.status).toBe(302);
  expect(answer.location).toBe("/de/catalogue?q=dose");
  expect(answer.headers.get("Set-Cookie")).toMatch(/^locale=de;/);
});

dbTest("a signed-in reader's theme is kept in the profile too", async ({ db, given }) => {
  const person = await given.person();
  const form = { intent: "theme", theme: "dark", back: "/my" };
  const answer = await ask(action, { path, cookie: await given.signedIn(person), form });
  expect(answer.location).toBe("/my");
  expect(await db.person.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({ theme: "dark" });
});

dbTest("the way back never leads to another site", async () => {
  for (const back of ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example"]) {
    const answer = await ask(action, { path, form: { intent: "theme", theme: "light", back } });
    expect(answer.location).toBe("/");
  }
});

dbTest("an unknown preference is refused", async () => {
  expect(await ask(action, { path, form: { intent: "theme", theme: "sepia" } })).toMatchObject({ status: 400 });
  expect(await ask(action, { path, form: {} })).toMatchObject({ status: 400 });
});

dbTest("the address is no page", async () => {
  expect(await ask(loader, { path })).toMatchObject({ status: 404 });
});
