import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { savePreference } from "../accounts/save-preference.server";
import { findViewer } from "../auth/viewer.server";
import { isLocale, locales } from "../i18n/locales";
import { preferenceCookie } from "../platform/cookies.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound, openToAll } from "../platform/http.server";
import { safeReturn } from "../platform/safe-return";
import { withoutLocale } from "../ui/public-path";

const back = z.string().max(2000).default("/");
const PreferenceForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("language"), locale: z.enum(locales), back }),
  z.object({ intent: z.literal("theme"), theme: z.enum(["light", "dark", "system"]), back }),
]);

export function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  notFound("page");
}

/** Language and theme, from the header of every page: kept in the profile when signed in, in a cookie always. */
export async function action(args: ActionFunctionArgs) {
  openToAll(args);
  const form = await readForm(args.request, PreferenceForm);
  if (!form.ok) badRequest("preference");
  const choice = form.value;
  const viewer = await findViewer(args);
  if (viewer !== null) await savePreference({ personId: viewer.id, choice });
  if (choice.intent === "theme")
    return redirect(safeReturn(choice.back, "/"), {
      headers: { "Set-Cookie": preferenceCookie("theme", choice.theme) },
    });
  return redirect(inLanguage(safeReturn(choice.back, "/"), choice.locale), {
    headers: { "Set-Cookie": preferenceCookie("locale", choice.locale) },
  });
}

/** The same page in the chosen language: public pages have it in their address. */
function inLanguage(path: string, locale: string): string {
  const [first] = path.slice(1).split(/[/?]/);
  return isLocale(first) ? `/${locale}${withoutLocale(path) === "/" ? "" : withoutLocale(path)}` : path;
}
