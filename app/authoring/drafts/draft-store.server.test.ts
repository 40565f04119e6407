import { expect } from "vitest";
import { dbTest } from "../../../tests/support/db-test";
import {
  type DraftPart,
  findDraftText,
  findDraftVersion,
  listDraftTexts,
  listDraftVersions,
  saveDraftText,
} from "./draft-store.server";

dbTest(
  "a text keeps all its versions, and a save from an old version is answered with the new one",
  async (context) => {
    const { given, transact, now } = context;
    const { track } = await given.edition();
    const lesson: { part: DraftPart; language: string } = { part: "lesson:dose", language: "en" };
    const save = (base: number, content: string) =>
      transact((tx) => saveDraftText(tx, { trackId: track.id, ...lesson, base, content, byPersonId: null, now }));
    expect(await save(0, "One")).toEqual({ ok: true, version: 1 });
    expect(await save(1, "Two")).toEqual({ ok: true, version: 2 });
    expect(await save(1, "Other")).toMatchObject({
      ok: false,
      reason: "newer",
      latest: { version: 2, content: "Two" },
    });
    expect(await save(1, "Two")).toEqual({ ok: false, reason: "unchanged", version: 2 });
    expect(await findDraftText(track.id, lesson)).toMatchObject({ version: 2, content: "Two", at: now });
    expect(await findDraftVersion(track.id, { ...lesson, version: 1 })).toMatchObject({ content: "One" });
    expect(await listDraftVersions(track.id, lesson)).toMatchObject([{ version: 2 }, { version: 1 }]);
    expect(await findDraftText(track.id, { ...lesson, language: "de" })).toBeNull();
  },
);

dbTest(
  "a track's texts are listed in their latest versions, lessons without their bodies where asked",
  async (context) => {
    const { given, transact, now } = context;
    const { track } = await given.edition();
    const save = (part: DraftPart, base: number, content: string) =>
      transact((tx) =>
        saveDraftText(tx, { trackId: track.id, part, language: "", base, content, byPersonId: null, now }),
      );
    await save("structure", 0, "{}");
    await save("structure", 1, '{"a":1}');
    await save("lesson:dose", 0, "Body");
    expect(await listDraftTexts(track.id, "no-lessons")).toMatchObject([
      { part: "lesson:dose", version: 1, content: "", at: now },
      { part: "structure", version: 2, content: '{"a":1}', sourceVersion: null },
    ]);
    expect((await listDraftTexts(track.id, "all"))[0]?.content).toBe("Body");
  },
);
