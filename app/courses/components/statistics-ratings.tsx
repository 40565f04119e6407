import { formatPercent } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { ScrollRegion } from "../../ui/scroll-region";
import type { RatingLine } from "../find-quiz-statistics.server";
import { ShareBar } from "./share-bar";

/** What people answered where no answer is right: each rating with the share of every step of its scale. */
export function StatisticsRatings({ ratings, language }: { ratings: readonly RatingLine[]; language: string }) {
  const t = useTranslate();
  if (ratings.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="ratings-title">
      <h2 id="ratings-title">{t("statistics:ratings")}</h2>
      <p className="quiet">{t("statistics:ratings.lead")}</p>
      {ratings.map((rating) => (
        <RatingTable key={rating.questionId} rating={rating} language={language} />
      ))}
    </section>
  );
}

function RatingTable({ rating, language }: { rating: RatingLine; language: string }) {
  const t = useTranslate();
  return (
    <div className="sheet stack">
      <ul className="ident">
        <li>
          <b>{rating.key}</b>
        </li>
        <li>{t("statistics:item.revision", { number: rating.revision })}</li>
        <li>{t("statistics:item.answers", { count: rating.attempts })}</li>
      </ul>
      <h3 lang={language}>{rating.stem}</h3>
      <ScrollRegion label={`${t("statistics:ratings")}: ${rating.key}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("statistics:ratings.step")}</th>
              <th scope="col">{t("statistics:item.picks")}</th>
            </tr>
          </thead>
          <tbody>
            {rating.steps.map((step, i) => (
              <tr key={step.id}>
                <th scope="row" lang={language}>
                  {rating.stepTexts[i] ?? step.id}
                </th>
                <Chosen {...step} />
              </tr>
            ))}
            <tr>
              <th scope="row" className="quiet">
                {t("statistics:item.open")}
              </th>
              <Chosen {...rating.leftOpen} />
            </tr>
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

function Chosen({ picks, share }: { picks: number; share: number }) {
  const locale = useLocale();
  return (
    <td className="g">
      <ShareBar to={share * 100} isBad={false} />
      <span>{formatPercent(locale, share * 100)}</span> <small className="quiet">({picks})</small>
    </td>
  );
}
