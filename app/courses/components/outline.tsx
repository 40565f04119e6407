import { useTranslate } from "../../i18n/use-translate";
import { slot } from "../../platform/slot";
import { SideStep, StepWedge } from "../../ui/step-wedge";
import type { LessonShell } from "../lesson-view";
import { lessonHref } from "../preview-place";

/** The track's outline beside a lesson: the wedge turned on its side. On a phone it folds into a bar with the small wedge. */
export function Outline({ page }: { page: LessonShell }) {
  const t = useTranslate();
  const lessons = page.modules.flatMap((module) => module.lessons);
  const steps = page.modules.flatMap((module) =>
    module.lessons.map((lesson, i) => ({
      id: lesson.id,
      startsModule: i === 0,
      isHere: lesson.id === page.lesson.id,
    })),
  );
  return (
    <nav className={`outline ${slot("steps")}`} aria-label={t("learning:outline.label")}>
      <p className="outline-track">
        <span className="ident">{t("learning:outline.track")}</span>
        <a
          href={page.preview ? page.preview.href + page.preview.query : `/tracks/${page.trackSlug}`}
          lang={page.contentLanguage}
        >
          {page.trackTitle}
        </a>
      </p>
      <details className="outline-fold">
        <summary>
          <StepWedge steps={steps} label={slot("progress.sentence")} size="s" />
          <span>
            {t("learning:outline.lessonOf", { number: page.lesson.number, count: lessons.length })}{" "}
            <b lang={page.contentLanguage}>{page.lesson.title}</b>
          </span>
        </summary>
        <OutlineList page={page} count={lessons.length} />
      </details>
      <div className="outline-wide">
        <OutlineList page={page} count={lessons.length} />
      </div>
      <p className="wedge-text">
        <b>{slot("progress.count")}</b> {slot("progress.left")}
      </p>
    </nav>
  );
}

function OutlineList({ page, count }: { page: LessonShell; count: number }) {
  const t = useTranslate();
  return (
    <ol className="outline-list">
      {page.modules.map((module, m) => (
        <li key={module.id}>
          <p className="mod" lang={page.contentLanguage}>
            {m + 1}. {module.title}
          </p>
          <ol>
            {module.lessons.map((lesson) => {
              const isHere = lesson.id === page.lesson.id;
              return (
                <li key={lesson.id} className={`l s-${String(lesson.number)}${isHere ? " is-here" : ""}`}>
                  <span className="bar">
                    <SideStep i={lesson.number} n={count} isHere={isHere} />
                  </span>
                  <a href={lessonHref(page, lesson.id)} aria-current={isHere ? "page" : undefined}>
                    <span lang={page.contentLanguage}>
                      {lesson.number}. {lesson.title}
                    </span>
                    <small>
                      {t(`learning:kind.${lesson.kind}`)}, {t("common:unit.minutes", { minutes: lesson.minutes })}
                      <span className="vh done-word"> {t("learning:state.done")}</span>
                    </small>
                  </a>
                </li>
              );
            })}
          </ol>
        </li>
      ))}
    </ol>
  );
}
