import { z } from "zod";

/** Every job that the platform knows, with the shape of its payload. Handlers are bound in app/worker.server.ts. */
export const jobPayloads = {
  "certificate.issue": z.strictObject({ enrolmentId: z.string() }),
  "mail.send": z.strictObject({
    to: z.email(),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
  }),
  "edition.correction-notice": z.strictObject({
    editionId: z.string(),
    /** What was corrected, in the track's own language; "" where the publication says nothing. */
    note: z.string(),
    /** Names the correction: each learner gets one mail about it. */
    correction: z.string(),
    /** The enrolment that the batch before ended with; "" for the first. */
    after: z.string(),
  }),
  "track.open": z.strictObject({ trackId: z.string() }),
  "daily.upkeep": z.strictObject({ day: z.iso.date() }),
} as const;

/** Begins the key of a job that is one of many of its kind: it lets those pass that somebody waits for. */
export const bulkMark = "bulk ";

export type JobName = keyof typeof jobPayloads;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobPayloads)[Name]>;

/** A handler may run twice for one job (a crash after the work, before the note), so its work must be safe to repeat. */
export type JobHandlers = { [Name in JobName]: (payload: JobPayload<Name>, now: Date) => Promise<void> };
