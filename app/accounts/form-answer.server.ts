import { data } from "@remix-run/node";
import type { Typed } from "../platform/forms.server";
import type { FormAnswer } from "./form-answer";

const answer = (facts: Partial<FormAnswer>, init: ResponseInit) =>
  data<FormAnswer>({ errors: {}, typed: {}, waitMinutes: null, ...facts }, init);

/** The page again, with what is wrong beside the fields and what was typed. */
export function faultyForm(errors: FormAnswer["errors"], typed: Typed) {
  return answer({ errors, typed }, { status: 422 });
}

/** The page again, with how long to wait. */
export function tooManyAttempts(waitSeconds: number, typed: Typed) {
  const headers = { "Retry-After": String(waitSeconds) };
  return answer({ typed, waitMinutes: Math.ceil(waitSeconds / 60) }, { status: 429, headers });
}
