import { useTranslate } from "../../i18n/use-translate";
import { Button } from "../../ui/button";
import type { EditionOffer as Offer } from "../edition-offer.server";

/** "Edition 2 is there: what changed", with the button to move. A correction says so first, and with care. */
export function EditionOffer({
  offer,
  trackSlug,
  isComplete,
}: {
  offer: Offer;
  trackSlug: string;
  isComplete: boolean;
}) {
  const t = useTranslate();
  const corrections = offer.notes.filter(({ isCorrection }) => isCorrection);
  return (
    <div className="edition-offer">
      {corrections.map(({ number, text }) => (
        <div key={number} className="note care small">
          <p className="title">{t("learning:edition.correction", { number })}</p>
          {text === "" ? null : <p lang={offer.language}>{text}</p>}
        </div>
      ))}
      <details className="note small">
        <summary>{t("learning:edition.newer", { number: offer.number })}</summary>
        <Changes offer={offer} />
        {isComplete ? (
          <p>{t("learning:edition.complete", { yours: offer.yours })}</p>
        ) : (
          <form method="post" action={`/learn/${trackSlug}`} className="stack">
            <p>{t("learning:edition.move.text", { yours: offer.yours })}</p>
            <input type="hidden" name="edition" value={offer.number} />
            <Button look="line" small>
              {t("learning:edition.move", { number: offer.number })}
            </Button>
          </form>
        )}
      </details>
    </div>
  );
}

function Changes({ offer }: { offer: Offer }) {
  return (
    <>
      {offer.notes
        .filter(({ isCorrection }) => !isCorrection)
        .map(({ number, text }) => (
          <p key={number} lang={offer.language}>
            {text}
          </p>
        ))}
      <ChangeList changes={offer.changes} language={offer.language} />
    </>
  );
}

/** What one edition has, lacks and says differently than another. */
export function ChangeList({ changes, language }: { changes: Offer["changes"]; language: string }) {
  const t = useTranslate();
  const { added, removed, changed, renamed, rules, questions } = changes;
  const lists = [
    { title: t("learning:edition.added"), lines: added.map(({ title }) => title) },
    { title: t("learning:edition.removed"), lines: removed.map(({ title }) => title) },
    { title: t("learning:edition.changed"), lines: changed.map(({ title }) => title) },
    { title: t("learning:edition.renamed"), lines: renamed.map((line) => t("learning:edition.renamed.line", line)) },
    { title: t("learning:edition.rules"), lines: rules.map(({ title }) => title) },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <>
      {lists.length === 0 ? null : (
        <dl>
          {lists.map(({ title, lines }) => (
            <div key={title}>
              <dt>{title}</dt>
              {lines.map((line) => (
                <dd key={line} lang={language}>
                  {line}
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
      {questions > 0 ? <p>{t("learning:edition.questions", { count: questions })}</p> : null}
      {lists.length === 0 && questions === 0 ? <p>{t("learning:edition.same")}</p> : null}
    </>
  );
}
