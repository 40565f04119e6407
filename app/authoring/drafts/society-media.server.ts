import { recordEvent } from "../../audit/record-event.server";
import { statement, transact } from "../../platform/db.server";

/** A recording that a society may use. */
export interface SocietyRecording {
  readonly id: string;
  readonly title: string;
  readonly durationMs: number;
  /** Whether its captions and chapters are this society's to write. */
  readonly isOwn: boolean;
}

const usedBy = (condition: string) => `
  SELECT json_extract(l.value, '$.assetId') FROM Track t JOIN Edition e ON e.trackId = t.id,
         json_each(e.manifest, '$.modules') m, json_each(m.value, '$.lessons') l
   WHERE ${condition} AND json_extract(l.value, '$.assetId') IS NOT NULL`;
const drafted = `
  SELECT json_extract(l.value, '$.media') FROM Track t
    JOIN DraftText s ON s.trackId = t.id AND s.part = 'structure' AND s.language = ''
     AND s.version = (SELECT max(v.version) FROM DraftText v WHERE v.trackId = t.id AND v.part = 'structure' AND v.language = ''),
         json_each(s.content, '$.modules') m, json_each(m.value, '$.lessons') l
   WHERE t.societyId = @societyId AND json_extract(l.value, '$.media') IS NOT NULL`;

const recordingsOf = statement<[{ societyId: string }], Omit<SocietyRecording, "isOwn"> & { own: number }>(`
  WITH own(id) AS (${usedBy("t.societyId = @societyId")} UNION ${drafted}), others(id) AS (${usedBy("t.societyId <> @societyId")})
  SELECT a.id, a.title, a.durationMs,
         a.audience <> 'anyone' AND a.id IN (SELECT id FROM own) AND a.id NOT IN (SELECT id FROM others) AS own
    FROM MediaAsset a
   WHERE a.state = 'ready' AND (a.audience = 'anyone' OR a.id IN (SELECT id FROM own))
   ORDER BY a.title COLLATE NOCASE, a.id`);

/** Recordings of this society's tracks, and those that anyone may watch. The society's id comes from a guard. */
export function listRecordings(societyId: string): SocietyRecording[] {
  return recordingsOf.all({ societyId }).map(({ own, ...recording }) => ({ ...recording, isOwn: own === 1 }));
}

/** One of them whose captions and chapters this society writes, or null. */
export function findOwnRecording(societyId: string, assetId: string): SocietyRecording | null {
  return listRecordings(societyId).find(({ id, isOwn }) => id === assetId && isOwn) ?? null;
}

/**
 * Keeps captions or chapters of a recording; an empty text takes them away. Whoever watches the recording sees them at once.
 * @param text.assetId of `findOwnRecording`
 */
export async function saveRecordingText(text: {
  assetId: string;
  kind: "captions" | "chapters";
  language: string;
  vtt: string;
  byPersonId: string;
  now: Date;
}): Promise<void> {
  const { assetId, kind, language, vtt, byPersonId: actorId, now } = text;
  await transact(async (tx) => {
    const where = { assetId_kind_language: { assetId, kind, language } };
    if (vtt === "") await tx.mediaText.deleteMany({ where: { assetId, kind, language } });
    else await tx.mediaText.upsert({ where, create: { assetId, kind, language, vtt }, update: { vtt } });
    const details = { kind, language, length: vtt.length };
    await recordEvent(tx, { actorId, action: "recording.text", subject: `recording:${assetId}`, details, now });
  });
}
