import { useTranslate } from "../../../i18n/use-translate";
import { LearnerSide } from "../../banks/components/learner-side";
import type { SamplePage as SamplePageData } from "../question-choice.server";
import { TrackHead } from "./track-head";
import { trackPath } from "./track-words";

export type { SamplePageData };

/** A paper as one learner might get it. Nothing is kept of what is typed here. */
export function SamplePage({ page }: { page: SamplePageData }) {
  const t = useTranslate();
  const { head, lesson, questions, seed } = page;
  const quiz = trackPath(head.societySlug, head.trackSlug, `/lessons/${lesson.id}`);
  return (
    <main id="main" className="page tracks">
      <TrackHead head={head} current="lesson" />
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
            {questions.map((question, at) => (
              <li key={question.id}>
                <h2 className="ident">{t("tracks:sample.question", { number: at + 1, key: question.id })}</h2>
                <LearnerSide question={question} />
              </li>
            ))}
          </ol>
        )}
      </div>
    </main>
  );
}
