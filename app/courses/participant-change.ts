import { z } from "zod";
import { timeFactors } from "./attempts";

/** What an admin or editor can do for a participant: one form for each button. */
export const ParticipantChange = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("remind") }),
  z.object({ intent: z.literal("grant"), lessonId: z.string().max(100), reason: z.string().max(2000) }),
  z.object({ intent: z.literal("time"), factor: z.enum(timeFactors) }),
  z.object({ intent: z.literal("end"), endReason: z.string().max(2000) }),
  z.object({ intent: z.literal("resume") }),
]);
export type ParticipantChange = z.infer<typeof ParticipantChange>;

/** How each deed is kept in the audit trail, which the participant's history is read from. */
export const participantActions = {
  remind: "participant.remind",
  grant: "participant.grant",
  time: "participant.time",
  end: "participant.end",
  resume: "participant.resume",
} as const satisfies Readonly<Record<ParticipantChange["intent"], string>>;
