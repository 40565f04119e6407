import { endEnrolment, resumeEnrolment } from "./end-enrolment.server";
import type { ParticipantDeed } from "./find-own-enrolment.server";
import { grantAttempt } from "./grant-attempt.server";
import type { ParticipantChange } from "./participant-change";
import { remindParticipant } from "./remind-participant.server";
import { setTimeFactor } from "./set-time-factor.server";

/** Does what one of the buttons on a participant's page asks for. */
export function changeParticipant(deed: ParticipantDeed, change: ParticipantChange) {
  switch (change.intent) {
    case "remind":
      return remindParticipant(deed);
    case "grant":
      return grantAttempt({ ...deed, lessonId: change.lessonId, reason: change.reason });
    case "time":
      return setTimeFactor({ ...deed, factor: change.factor });
    case "end":
      return endEnrolment({ ...deed, reason: change.endReason });
    case "resume":
      return resumeEnrolment(deed);
  }
}
