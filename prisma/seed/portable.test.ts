import { expect, vi } from "vitest";
import { keepUpload } from "../../app/authoring/banks/upload-store.server";
import { importTrack, trackUploadPlace } from "../../app/authoring/portable/import-track.server";
import { packTrack, writePackage } from "../../app/authoring/portable/pack-track.server";
import { dbTest } from "../../tests/support/db-test";
import { seed } from "./seed";

// Both shipped tracks are rendered and published first.
vi.setConfig({ testTimeout: 90_000 });

dbTest(
  "both shipped tracks are carried into another society and packed again with the same bytes",
  async ({ given, db, now }) => {
    await seed({ now });
    const society = await given.society();
    const person = await given.member({ society, role: "author" });
    const pack = async (societyId: string, trackSlug: string) => {
      const packed = await packTrack({ societyId, trackSlug, withVideo: false });
      if (packed?.ok !== true) throw new Error(`${trackSlug} can't be packed`);
      return packed.files;
    };
    for (const trackSlug of ["ct-orientation-session", "image-guided-interventions"]) {
      const shipped = await db.track.findUniqueOrThrow({ where: { slug: trackSlug }, include: { society: true } });
      const before = await pack(shipped.societyId, trackSlug);
      const facts = {
        personId: person.id,
        bankId: trackUploadPlace(society.id),
        fileName: "track.zip",
        format: "track",
      };
      const uploadId = keepUpload(facts, await writePackage(before), now);
      const kept = { societyId: society.id, societySlug: society.slug, uploadId, personId: person.id, now };
      const done = await importTrack(kept);
      if (!done.ok) throw new Error(done.reason);
      const after = await pack(society.id, done.slug);
      expect([...after.keys()]).toEqual([...before.keys()]);
      // A new track has its own address, society and bank: those three lines differ and nothing else.
      const own = { slug: done.slug, society: society.slug };
      for (const [name, bytes] of before) {
        const [old, made] = [bytes, after.get(name)].map((content) => new TextDecoder().decode(content));
        const named = name === "track.json" || name.startsWith("bank/");
        expect(named ? unnamed(made ?? "") : made, name).toBe(named ? unnamed(old ?? "") : old);
      }
      expect(JSON.parse(new TextDecoder().decode(after.get("track.json")))).toMatchObject(own);
    }
  },
);

function unnamed(json: string): string {
  return json.replace(/^ {2}"(?:slug|society|bank)": "[^"]*"/gm, "");
}
