import { statement } from "../../platform/db.server";

const shows = (condition: string) => `
  EXISTS (SELECT 1 FROM Track o JOIN Edition e ON e.trackId = o.id,
                 json_each(e.manifest, '$.modules') m, json_each(m.value, '$.lessons') l
           WHERE ${condition} AND json_extract(l.value, '$.assetId') = @assetId)`;

const mayWatch = statement<[{ assetId: string; personId: string }], { yes: 1 }>(`
  SELECT 1 AS yes FROM Membership s
   WHERE s.personId = @personId
     AND (${shows("o.societyId = s.societyId")}
      OR (NOT ${shows("o.societyId <> s.societyId")}
          AND EXISTS (SELECT 1 FROM Track t
                JOIN DraftText d ON d.trackId = t.id AND d.part = 'structure' AND d.language = ''
                 AND d.version = (SELECT max(v.version) FROM DraftText v
                      WHERE v.trackId = t.id AND v.part = 'structure' AND v.language = ''),
                     json_each(d.content, '$.modules') m, json_each(m.value, '$.lessons') l
               WHERE t.societyId = s.societyId AND json_extract(l.value, '$.media') = @assetId)))
   LIMIT 1`);

/**
 * Members of a society watch what its tracks show, published or in the making, without being enrolled. A recording
 * that only other societies have published is theirs, whatever a working copy names.
 */
export function mayPreviewRecording(assetId: string, personId: string | null): boolean {
  return personId !== null && mayWatch.get({ assetId, personId }) !== undefined;
}
