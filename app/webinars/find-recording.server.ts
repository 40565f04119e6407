import { hostOf } from "../media/choose-host.server";
import type { Asset } from "../media/video-host";
import { statement } from "../platform/db.server";
import { sha256 } from "../platform/ids.server";
import { type Cue, readVtt } from "./read-vtt";
import type { Span } from "./spans";

/** A recording with its texts, and how far one learner has come in it. */
export interface Recording {
  readonly asset: Asset;
  /** Languages of its captions. */
  readonly captionLanguages: readonly string[];
  /** Language of the captions and chapters that are read here; null where there are none. */
  readonly language: string | null;
  readonly captions: () => Cue[];
  readonly chapters: () => Cue[];
  /** Changes when captions or chapters are corrected. */
  readonly version: string;
  /** Union of what this learner watched. */
  readonly spans: readonly Span[];
  readonly resumeMs: number;
}

interface Row extends Asset {
  readonly texts: string;
  readonly captions: string | null;
  readonly captionsLanguage: string | null;
  readonly chapters: string | null;
  readonly spans: string | null;
  readonly resumeMs: number | null;
}

const text = (column: string, kind: string) =>
  `(SELECT ${column} FROM MediaText WHERE assetId = a.id AND kind = '${kind}' AND language IN (q.language, 'en') ORDER BY language = q.language DESC LIMIT 1)`;

const selectRecording = statement<[string, string, string], Row>(`
  WITH q(assetId, language, subjectRef) AS (VALUES (?, ?, ?))
  SELECT a.id, a.host, a.state, a.title, a.durationMs, a.width, a.height, a.locator, a.playbackId, a.audience,
         (SELECT json_group_array(language) FROM MediaText WHERE assetId = a.id AND kind = 'captions') AS texts,
         ${text("vtt", "captions")} AS captions, ${text("language", "captions")} AS captionsLanguage, ${text("vtt", "chapters")} AS chapters,
         w.spans, w.resumeMs
    FROM q JOIN MediaAsset a ON a.id = q.assetId LEFT JOIN WatchState w ON w.subjectRef = q.subjectRef`);

/** The recording, its texts in a language (or English) and one learner's watching, in one statement; null when it isn't there. */
export function findRecording(input: { assetId: string; language: string; subjectRef: string }): Recording | null {
  const row = selectRecording.get(input.assetId, input.language, input.subjectRef);
  if (row === undefined) return null;
  const { captions, chapters } = row;
  return {
    asset: row,
    // Built by the statement itself.
    captionLanguages: (JSON.parse(row.texts) as string[]).sort(),
    language: row.captionsLanguage,
    captions: () => (captions === null ? [] : readVtt(captions)),
    chapters: () => (chapters === null ? [] : readVtt(chapters)),
    version: sha256(`${row.texts}\n${captions ?? ""}\n${chapters ?? ""}`).slice(0, 16),
    // JSON that the hot lane wrote.
    spans: row.spans === null ? [] : (JSON.parse(row.spans) as Span[]),
    resumeMs: row.resumeMs ?? 0,
  };
}

/** Where a viewer's browser finds the recording, its poster and its texts. */
export async function addressesOf(recording: Recording, viewerId: string, now: Date) {
  const host = hostOf(recording.asset);
  const { url, type, posterUrl } = await host.playback(recording.asset, viewerId, now);
  return {
    url,
    type,
    posterUrl,
    textAddress: (kind: "captions" | "chapters", language: string) => host.textAddress(recording.asset, kind, language),
  };
}
