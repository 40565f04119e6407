import { useLocale, useTranslate } from "../../i18n/use-translate";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { publicPath } from "../../ui/public-path";
import type { HomePage } from "../find-home.server";
import { TrackRegister } from "./track-register";

/** Four steps as a staircase that gets lighter. */
export function HomeSteps() {
  const t = useTranslate();
  const steps = ["enrol", "read", "assess", "show"] as const;
  return (
    <section className="page band home-how" id="how" aria-labelledby="how-title">
      <h2 id="how-title">{t("catalogue:home.steps")}</h2>
      <ol className="home-stairs">
        {steps.map((step, i) => (
          <li key={step} className={`k${String(i + 1)}`}>
            <span className="stair" aria-hidden="true" />
            <h3>{t(`catalogue:home.steps.${step}`)}</h3>
            <p>{t(`catalogue:home.steps.${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Tracks that take learners now. */
export function HomeTracks({ rows }: Pick<HomePage, "rows">) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <section className="page band" aria-labelledby="open">
      <div className="sheet">
        <div className="home-heading">
          <h2 id="open">{t("catalogue:home.open")}</h2>
          <a href={publicPath(locale, "/catalogue")}>{t("catalogue:home.open.all")}</a>
        </div>
        {rows.length === 0 ? <p>{t("catalogue:home.open.none")}</p> : <TrackRegister rows={rows} />}
      </div>
    </section>
  );
}

/** For whoever holds somebody else's certificate: the check, and what the document claims. */
export function HomeEvidence() {
  const t = useTranslate();
  const locale = useLocale();
  const claims = ["name", "edition", "watched", "score", "theory"] as const;
  return (
    <section className="page band home-two" aria-label={t("catalogue:home.evidence")}>
      <div className="sheet">
        <p className="ident">{t("catalogue:home.check")}</p>
        <h2>{t("catalogue:home.check.title")}</h2>
        <p className="quiet">{t("catalogue:home.check.text")}</p>
        <form className="home-check" method="get" action={publicPath(locale, "/verify")}>
          <TextField
            name="number"
            label={t("catalogue:home.check.label")}
            hint={t("catalogue:home.check.hint")}
            input={{
              autoComplete: "off",
              spellCheck: false,
              autoCapitalize: "characters",
              required: true,
              maxLength: 60,
            }}
          />
          <Button>{t("catalogue:home.check.button")}</Button>
        </form>
      </div>
      <div className="home-claim">
        <h2>{t("catalogue:home.claim")}</h2>
        <dl className="facts">
          {claims.flatMap((claim) => [
            <dt key={`${claim} name`}>{t(`catalogue:home.claim.${claim}`)}</dt>,
            <dd key={claim}>{t(`catalogue:home.claim.${claim}.text`)}</dd>,
          ])}
        </dl>
      </div>
    </section>
  );
}

/** Whose content this is. */
export function HomeSocieties({ societies }: Pick<HomePage, "societies">) {
  const t = useTranslate();
  const locale = useLocale();
  if (societies.length === 0) return null;
  return (
    <section className="page band" aria-labelledby="societies">
      <h2 id="societies">{t("catalogue:home.societies")}</h2>
      <p className="lead">{t("catalogue:home.societies.lead")}</p>
      <ul className="home-societies">
        {societies.map(({ slug, acronym, name }) => (
          <li key={slug}>
            <b>{acronym}</b>
            <a href={publicPath(locale, `/societies/${slug}`)}>{name}</a>
          </li>
        ))}
      </ul>
      {societies.some(({ isDemonstration }) => isDemonstration) ? (
        <p className="small quiet">{t("catalogue:home.societies.demonstration")}</p>
      ) : null}
    </section>
  );
}
