import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { endSession } from "../auth/sessions.server";
import { openToAll } from "../platform/http.server";

/** Somebody who types the address finds the button in the profile: a link alone must not sign anybody out. */
export function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  return redirect("/profile");
}

/** Ends the session, where there is one. Pressing twice, or in a second tab, does no harm. */
export async function action(args: ActionFunctionArgs) {
  openToAll(args);
  return redirect("/", { status: 303, headers: { "Set-Cookie": await endSession(args.request) } });
}
