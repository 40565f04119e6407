import { useTranslate } from "../../i18n/use-translate";
import { slot } from "../../platform/slot";
import { lessonHref } from "../preview-place";
import type { WebinarShell } from "../webinar-page.server";

/** The watched strip (light: played, dark: missing, cuts: chapters) and the same in words. */
export function WebinarWatched({ webinar }: { webinar: WebinarShell }) {
  const t = useTranslate();
  const { page, durationMs } = webinar;
  return (
    <section className="watched" aria-labelledby="watched-title">
      <div className="watched-head">
        <h2 id="watched-title" data-headline="">
          {slot("watch.headline")}
        </h2>
        <p className="saved" data-saved="" hidden />
      </div>
      <p className="vh" role="status" data-save-news="" />
      <svg
        className="strip"
        viewBox={`0 0 ${String(durationMs)} 26`}
        preserveAspectRatio="none"
        role="img"
        aria-label={slot("watch.strip")}
        data-strip=""
      >
        <rect className="film" x="0" y="0.5" width={durationMs} height="25" />
        <path className="played" d={slot("watch.path")} data-played="" />
        {webinar.recording?.chapters
          .filter((chapter) => chapter.fromMs > 0)
          .map((chapter) => (
            <path key={chapter.fromMs} className="cut" d={`M${String(chapter.fromMs)} 0v26`} />
          ))}
      </svg>
      <p data-why="">{slot("watch.why")}</p>
      <p data-parts="">{slot("watch.parts")}</p>
      <ul className="missing-parts" data-missing-list="" hidden />
      <p className="small quiet">{t("webinar:watch.rule")}</p>
      <noscript>
        <p className="note care">{t("webinar:watch.needsScript")}</p>
      </noscript>
      <p className={`watched-next is-${slot("watch.state")}`} data-next="">
        <a className="btn main" href={page.next ? lessonHref(page, page.next.id) : "/my"}>
          {page.next ? t("webinar:watch.next", { number: page.next.number }) : t("webinar:watch.last")}
        </a>
      </p>
    </section>
  );
}
