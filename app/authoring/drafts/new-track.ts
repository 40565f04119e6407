import { z } from "zod";
import { TrackFile } from "../track-file";
import { DraftWords } from "./draft-file";

/** DICOM's letters for the modalities that a track may be about. */
export const modalities = TrackFile.shape.modality.options;

/** The form of a new track. */
export const NewTrackForm = z.object({
  title: z.string().min(1).max(200),
  language: DraftWords.shape.language,
  modality: TrackFile.shape.modality,
});
