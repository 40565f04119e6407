import { expect } from "vitest";
import { dbTest } from "../../../tests/support/db-test";
import { givenDraft, withRecordingAndBank } from "../../../tests/support/given-outline";
import { mayPreviewRecording } from "./may-preview-recording.server";

dbTest("members watch what their society has published, strangers and visitors don't", async ({ given }) => {
  const society = await given.society();
  const { assetId } = await given.edition({ societyId: society.id });
  const reviewer = await given.member({ society, role: "reviewer" });
  const stranger = await given.member({ society: await given.society(), role: "admin" });
  expect([reviewer.id, stranger.id, null].map((id) => mayPreviewRecording(assetId, id))).toEqual([true, false, false]);
});

dbTest("a working copy that names another society's recording opens it to nobody", async ({ given, now, db }) => {
  const [mine, theirs] = [await given.society(), await given.society()];
  const edition = await given.edition({ societyId: theirs.id });
  const edit = await withRecordingAndBank(edition);
  const { author } = await givenDraft(given, now, { society: mine, edit });
  expect(mayPreviewRecording(edition.assetId, author.id)).toBe(false);
  expect(await db.draftText.count({ where: { content: { contains: edition.assetId } } })).toBe(1);
});

dbTest("members watch a recording that only their own working copy shows", async ({ given, now, db }) => {
  const society = await given.society();
  const edition = await given.edition({ societyId: society.id });
  const unused = await db.mediaAsset.findUniqueOrThrow({ where: { id: edition.assetId } });
  const edit = await withRecordingAndBank({ ...edition, assetId: `${unused.id}-b` });
  const { author } = await givenDraft(given, now, { society, edit });
  const other = await given.member({ society: await given.society(), role: "author" });
  expect([author.id, other.id].map((id) => mayPreviewRecording(`${unused.id}-b`, id))).toEqual([true, false]);
});
