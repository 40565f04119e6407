import { useTranslate } from "../i18n/use-translate";
import type { EditionOffer } from "./edition-offer.server";

/** What one edition has, lacks and says differently than another. */
export function ChangeList({ changes, language }: { changes: EditionOffer["changes"]; language: string }) {
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
