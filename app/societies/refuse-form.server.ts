import { data } from "@remix-run/node";
import type { FormResult, Typed } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import type { MembersRefused } from "./change-members.server";
import type { SettingsSaved } from "./society-settings.server";

const answer = (facts: { intent: string; errors: Readonly<Record<string, string>>; typed: Typed }, status: number) =>
  data(facts, { status });

/** Only an invitation is typed; of the other forms of the page every value is a button's. */
export function faultyMembersForm({ errors, typed }: Extract<FormResult<unknown>, { ok: false }>) {
  if (typed["intent"] !== "invite") badRequest("members");
  return answer({ intent: "invite", errors, typed }, 422);
}

/** The page again, with why nothing was done and what was typed. */
export function refuseMembersForm({ intent, ...typed }: Typed & { intent: string }, reason: MembersRefused) {
  if (reason === "not-there") notFound("member");
  const errors = { [intent === "invite" ? "email" : "form"]: reason };
  return answer({ intent, errors, typed }, reason === "too-many-sent" ? 429 : 422);
}

/** The settings again, with what is wrong beside the fields. */
export function faultySettings(errors: Readonly<Record<string, string>>, typed: Typed, status = 422) {
  return answer({ intent: "save", errors, typed }, status);
}

export function refuseSettings(reason: Extract<SettingsSaved, { ok: false }>["reason"], typed: Typed) {
  if (reason === "not-there") notFound("society");
  return reason === "changed-meanwhile"
    ? faultySettings({ form: reason }, typed, 409)
    : faultySettings({ file: reason }, typed);
}
