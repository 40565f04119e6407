import { type TrackView, viewTrack } from "../../courses/view-track.server";
import { type PreviewBar, type PreviewPlea, readPreview } from "./read-preview.server";

export interface TrackPreview {
  readonly bar: PreviewBar;
  readonly track: TrackView;
}

/** The page of a track as its learners would find it if the working copy were published, or null. */
export async function findTrackPreview(plea: PreviewPlea): Promise<TrackPreview | null> {
  const preview = await readPreview(plea);
  if (preview === null) return null;
  return { bar: preview.bar, track: viewTrack(preview.facts, preview.source.manifest, preview.text) };
}
