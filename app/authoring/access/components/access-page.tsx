import { formatMoment } from "../../../i18n/format";
import { useLocale, useTranslate } from "../../../i18n/use-translate";
import { Done } from "../../../ui/form-summary";
import { TrackTop } from "../../workspace/components/track-top";
import { AccessFields } from "./access-fields";
import type { AccessAnswer, AccessPageData } from "./access-props";
import { ConfirmWithdrawal } from "./confirm-withdrawal";
import { InvitationCode } from "./invitation-code";

/** Who may find and take a track, and from when on: as it is now, and how it is to be. */
export function AccessPage({ page, answer }: { page: AccessPageData; answer: AccessAnswer | null }) {
  const t = useTranslate();
  const { track, access } = page;
  return (
    <main id="main" className="page page-top review">
      <TrackTop title={track.title} language={track.language} />
      <h1>{t("access:title")}</h1>
      {page.justDone === null || answer !== null ? null : <Done text={t(`access:done.${page.justDone}`)} />}
      {answer?.asks === true ? (
        <ConfirmWithdrawal typed={answer.typed} learners={access.learners} />
      ) : (
        <>
          <Present page={page} />
          {access.invitation === null ? null : (
            <InvitationCode invitation={access.invitation} isRenewing={page.isRenewing} />
          )}
          <AccessFields page={page} answer={answer} />
        </>
      )}
    </main>
  );
}

function Present({ page }: { page: AccessPageData }) {
  const t = useTranslate();
  const locale = useLocale();
  const { availability, opensAt, withdrawnReason, isPublished } = page.access;
  const stands = (["open", "unlisted", "invited", "withdrawn"] as const).find((one) => one === availability);
  return (
    <section aria-labelledby="present" className="stack access-now">
      <h2 id="present">{t("access:now")}</h2>
      {stands === undefined ? null : <p className="lead">{t(`access:now.${stands}`)}</p>}
      {withdrawnReason === null ? null : <p>{t("access:now.reason", { reason: withdrawnReason })}</p>}
      {opensAt === null ? null : (
        <p className="note tint">
          {t("access:now.opens", {
            date: formatMoment(locale, opensAt, page.timeZone),
            zone: page.timeZone.replaceAll("_", " "),
          })}
        </p>
      )}
      {isPublished ? (
        <p>
          <a href={`/tracks/${page.track.slug}`}>{t("access:openTrack")}</a>
        </p>
      ) : (
        <p className="note">{t("access:unpublished")}</p>
      )}
    </section>
  );
}
