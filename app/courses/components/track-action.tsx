import { useLocale, useTranslate } from "../../i18n/use-translate";
import { slot } from "../../platform/slot";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { usePageData } from "../../ui/page-data";
import { publicPath } from "../../ui/public-path";
import type { Place } from "../find-track-page.server";
import type { CodeFault } from "../invitation";
import type { TrackView } from "../view-track.server";

interface ActionProps {
  readonly track: Pick<TrackView, "slug" | "society" | "isInvited" | "isWaiting">;
  readonly standing: { readonly place: Place; readonly isEnded: boolean; readonly fault: CodeFault | null };
}

/** The page's one primary action. */
export function TrackAction({ track, standing }: ActionProps) {
  const t = useTranslate();
  const { slug } = track;
  const { place } = standing;
  // Who has completed the track keeps the way to the certificate; no lesson opens any more.
  if (standing.isEnded)
    return place === "complete" ? <a href="/my/certificates">{t("catalogue:track.certificates")}</a> : null;
  switch (place) {
    case "out":
    case "new":
      return <Join track={track} standing={standing} />;
    case "enrolled":
      return (
        <>
          <a className="btn main" href={`/learn/${slug}`}>
            {t("catalogue:track.goOn")}
          </a>
          <p className="small quiet">{slot("progress.sentence")}</p>
        </>
      );
    case "complete":
      return (
        <>
          <a className="btn line" href={`/learn/${slug}`}>
            {t("catalogue:track.complete")}
          </a>
          <p className="small quiet">
            {t("catalogue:track.complete.text")} <a href="/my/certificates">{t("catalogue:track.certificates")}</a>
          </p>
        </>
      );
  }
}

/** For who is not enrolled: the way in, or what bars it. */
function Join({ track, standing }: ActionProps) {
  const t = useTranslate();
  if (track.isWaiting) {
    return (
      <div className="note tint">
        <p className="title">{t("catalogue:track.opens")}</p>
        <p>{slot("opens")}</p>
        <p className="small">{t(track.isInvited ? "catalogue:track.opens.invited" : "catalogue:track.opens.text")}</p>
      </div>
    );
  }
  if (track.isInvited) return <InvitationForm track={track} standing={standing} />;
  if (standing.place === "out") return <JoinFirst slug={track.slug} />;
  return (
    <>
      <form method="post" action={`/learn/${track.slug}`}>
        <Button>{t("catalogue:track.enrol")}</Button>
      </form>
      <p className="small quiet">{t("catalogue:track.enrol.text")}</p>
    </>
  );
}

/**
 * Asks for the code of an invitation. A visitor's form leads to the lessons, whose guard sends to the sign-in and back,
 * the code with it: that way the page can be the same for every visitor.
 */
function InvitationForm({ track, standing }: ActionProps) {
  const t = useTranslate();
  const { fault } = standing;
  const isVisitor = standing.place === "out";
  return (
    <form method={isVisitor ? "get" : "post"} action={`/learn/${track.slug}`} className="stack">
      <div>
        <h2 className="track-door">{t("catalogue:track.invited")}</h2>
        <p>{t("catalogue:track.invited.text", { society: track.society.name })}</p>
      </div>
      <TextField
        name="code"
        label={t("catalogue:track.code")}
        hint={t("catalogue:track.code.hint")}
        error={fault === null ? undefined : t(`catalogue:track.code.${fault}`)}
        typed={slot("code")}
        input={{ maxLength: 40, autoComplete: "off", autoCapitalize: "characters", spellCheck: false }}
      />
      <Button>{t(isVisitor ? "catalogue:track.code.out" : "catalogue:track.enrol")}</Button>
      <p className="small quiet">{t(isVisitor ? "catalogue:track.code.out.text" : "catalogue:track.enrol.text")}</p>
    </form>
  );
}

/** For a visitor: after signing up or in, this page comes back. */
function JoinFirst({ slug }: { slug: string }) {
  const t = useTranslate();
  const locale = useLocale();
  const { signInHref } = usePageData();
  const back = encodeURIComponent(publicPath(locale, `/tracks/${slug}`));
  return (
    <>
      <a className="btn main" href={`/sign-up?next=${back}`}>
        {t("catalogue:track.enrol.out")}
      </a>
      <p className="small quiet">
        {t("catalogue:track.enrol.out.text")} {t("catalogue:track.enrol.signIn.text")}{" "}
        <a href={signInHref}>{t("catalogue:track.enrol.signIn")}</a>
      </p>
    </>
  );
}
