import { useTranslate } from "../../i18n/use-translate";
import { Button } from "../../ui/button";
import { ChangeList } from "../change-list";
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
