import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProfileTabs } from "../accounts/components/profile-tabs";
import { SessionForm } from "../accounts/schemas";
import { endOtherSession, endOtherSessions, listSessions } from "../auth/sessions.server";
import { requireViewer } from "../auth/viewer.server";
import { formatMoment } from "../i18n/format";
import { useLocale, useTranslate } from "../i18n/use-translate";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { Button } from "../ui/button";
import { Done } from "../ui/form-summary";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("account:sessions.title"));

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const sessions = await listSessions({ personId: viewer.id, now: now() });
  return {
    own: sessions.find(({ idHash }) => idHash === viewer.sessionHash),
    others: sessions.filter(({ idHash }) => idHash !== viewer.sessionHash),
    timeZone: viewer.timeZone,
    isEnded: new URL(args.request.url).searchParams.has("ended"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const form = await readForm(args.request, SessionForm);
  if (!form.ok) badRequest("session");
  if (form.value.intent === "end-one") await endOtherSession({ personId: viewer.id, idHash: form.value.session });
  else await endOtherSessions({ personId: viewer.id, keepHash: viewer.sessionHash });
  return redirect("/profile/sessions?ended=1", 303);
}

export default function ProfileSessions() {
  const t = useTranslate();
  const locale = useLocale();
  const { own, others, timeZone, isEnded } = useLoaderData<typeof loader>();
  const nameOf = ({ device }: { device: string }) => device || t("account:sessions.unknown");
  const times = (session: { startedAt: string; lastSeenAt: string }) =>
    t("account:sessions.since", {
      started: formatMoment(locale, session.startedAt, timeZone),
      seen: formatMoment(locale, session.lastSeenAt, timeZone),
    });
  return (
    <main id="main" className="page">
      <div className="form-page">
        <ProfileTabs />
        <div className="sheet">
          <h2>{t("account:sessions.title")}</h2>
          {isEnded ? <Done text={t("account:sessions.ended")} /> : null}
          <ul className="register">
            {own === undefined ? null : (
              <li>
                <div>
                  <p className="what">{nameOf(own)}</p>
                  <p className="hint">{times(own)}</p>
                </div>
                <span className="badge tint">{t("account:sessions.here")}</span>
              </li>
            )}
            {others.map((session) => (
              <li key={session.idHash}>
                <div>
                  <p className="what">{nameOf(session)}</p>
                  <p className="hint">{times(session)}</p>
                </div>
                <form method="post">
                  <input type="hidden" name="session" value={session.idHash} />
                  <Button
                    look="line"
                    small
                    name="intent"
                    value="end-one"
                    label={t("account:sessions.endOf", { device: nameOf(session) })}
                  >
                    {t("account:sessions.end")}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
          {others.length === 0 ? (
            <p className="quiet">{t("account:sessions.only")}</p>
          ) : (
            <form method="post">
              <Button look="danger" name="intent" value="end-others">
                {t("account:sessions.endOthers")}
              </Button>
            </form>
          )}
        </div>
      </div>
    </main>
  );
}
