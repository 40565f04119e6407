import type { ReactNode } from "react";
import { useTranslate } from "../../../i18n/use-translate";
import type { SamplePage as SamplePageData } from "../question-choice.server";
import type { SampleQuestion } from "../quiz-bank.server";
import { TrackHead } from "./track-head";
import { trackPath } from "./track-words";

/**
 * A paper as one learner might get it, to be looked at.
 * @param asked the view of a question belongs to the sittings' own folder, and the route hands it in
 */
export function SamplePage({
  page,
  asked,
}: {
  page: SamplePageData;
  asked: (sample: SampleQuestion, number: number) => ReactNode;
}) {
  const t = useTranslate();
  const { head, lesson, questions, seed } = page;
  const quiz = trackPath(head.societySlug, head.trackSlug, `/lessons/${lesson.id}`);
  return (
    <main id="main" className="page tracks">
      <TrackHead head={head} />
      <h1 className="draft-title">{t("tracks:sample.title", { title: lesson.title })}</h1>
      <p className="row">
        <a className="btn line sm" href={`${quiz}/sample?seed=${String(seed + 1)}`}>
          {t("tracks:sample.another")}
        </a>
        <a href={quiz}>{t("tracks:choice.back")}</a>
      </p>
      <div className="sheet tight">
        {questions === null ? (
          <p>{t("tracks:sample.none")}</p>
        ) : (
          <ol className="sample-paper">
            {questions.map((sample, at) => (
              <li key={sample.question.id}>
                <h2 className="ident">{t("tracks:sample.question", { number: at + 1, key: sample.question.id })}</h2>
                {asked(sample, at + 1)}
              </li>
            ))}
          </ol>
        )}
      </div>
    </main>
  );
}
