import { expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { expectLoggedError } from "../../tests/support/logged-errors";
import { publishedTracks } from "./published-tracks.server";

dbTest("an edition that can't be read hides its own track and no other, and an operator is told", async (context) => {
  const { given, transact } = context;
  const whole = await given.edition();
  const broken = await given.edition();
  await transact((tx) => tx.edition.update({ where: { id: broken.id }, data: { manifest: '{"trackSlug":1}' } }));
  const found = publishedTracks();
  expect([...found.bySlug.keys()]).toEqual([whole.track.slug]);
  expect(found.open.map(({ slug }) => slug)).toEqual([whole.track.slug]);
  expectLoggedError(/a published track can't be read/);
});
