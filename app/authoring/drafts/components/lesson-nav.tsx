import { useTranslate } from "../../../i18n/use-translate";
import type { LessonPage } from "../lesson-page.server";
import { trackPath } from "./track-words";

/** The outline as links. */
export function LessonNav({ page: { head, modules, lesson: current } }: { page: LessonPage }) {
  const t = useTranslate();
  const numbers = new Map(modules.flatMap(({ lessons }) => lessons).map(({ id }, at) => [id, at + 1]));
  return (
    <nav className="lesson-nav" aria-label={t("tracks:tab.outline")} lang={head.language}>
      {modules.map((module, at) => (
        <div key={module.id}>
          <p className="m">
            {at + 1}. {module.title}
          </p>
          <ol>
            {module.lessons.map((lesson) => (
              <li key={lesson.id}>
                <a
                  href={trackPath(head.societySlug, head.trackSlug, `/lessons/${lesson.id}`)}
                  aria-current={lesson.id === current.id ? "page" : undefined}
                >
                  {numbers.get(lesson.id)}. {lesson.title}
                </a>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </nav>
  );
}
