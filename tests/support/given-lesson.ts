import { type DraftPart, saveDraftText } from "../../app/authoring/drafts/draft-store.server";
import { transact } from "../../app/platform/db.server";
import type { Given } from "./given";
import { smallTrack } from "./small-track";

/** A society with the working copy of the small track, whose lesson `reading` is written in English only. */
export async function givenLesson(given: Given, now: Date) {
  const society = await given.society();
  const { track } = await given.edition({ societyId: society.id });
  const [english, german] = smallTrack.texts;
  const texts: [DraftPart, string, string][] = [
    ["structure", "", JSON.stringify({ ...smallTrack.file, slug: track.slug })],
    ["words", "en", JSON.stringify(english)],
    ["words", "de", JSON.stringify(german)],
    ["drawing:cylinder", "", smallTrack.drawings.cylinder],
    ["lesson:reading", "en", smallTrack.lessons["reading.en"]],
  ];
  await transact(async (tx) => {
    for (const [part, language, content] of texts)
      await saveDraftText(tx, { trackId: track.id, part, language, base: 0, content, byPersonId: null, now });
  });
  const address = { societyId: society.id, trackSlug: track.slug, lessonId: "reading", language: "en" };
  const path = `/society/${society.slug}/tracks/${track.slug}/lessons/reading/text/en`;
  return { society, track, address, path };
}
