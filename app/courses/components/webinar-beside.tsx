import { formatClock } from "../../i18n/format";
import { useTranslate } from "../../i18n/use-translate";
import type { WebinarShell } from "../webinar-page.server";
import { useDay } from "./use-day";

/** Transcript, chapters and speakers: three sections, which the script turns into tabs. */
export function WebinarBeside({ webinar }: { webinar: WebinarShell }) {
  const t = useTranslate();
  const tabs = [
    { id: "transcript", title: t("webinar:beside.transcript") },
    { id: "chapters", title: t("webinar:beside.chapters") },
    { id: "speakers", title: t("webinar:beside.speakers") },
  ] as const;
  return (
    <aside className="beside" aria-label={t("webinar:beside.label")} data-tabs="">
      <div className="tabs" role="tablist" aria-label={t("webinar:beside.label")} hidden>
        {tabs.map((tab, i) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`tab-${tab.id}`}
            aria-controls={`panel-${tab.id}`}
            aria-selected={i === 0}
            tabIndex={i === 0 ? 0 : -1}
          >
            {tab.title}
          </button>
        ))}
      </div>
      <section id="panel-transcript" aria-labelledby="tab-transcript">
        <h2>{t("webinar:beside.transcript")}</h2>
        <Transcript webinar={webinar} />
      </section>
      <section id="panel-chapters" aria-labelledby="tab-chapters">
        <h2>{t("webinar:beside.chapters")}</h2>
        <Chapters webinar={webinar} />
      </section>
      <section id="panel-speakers" aria-labelledby="tab-speakers">
        <h2>{t("webinar:beside.speakers")}</h2>
        <Speakers webinar={webinar} />
      </section>
    </aside>
  );
}

/** A moment of the recording; the script makes it a button that plays from there. */
function Moment({ ms }: { ms: number }) {
  return (
    <span className="moment" data-moment={ms}>
      {formatClock(ms)}
    </span>
  );
}

function Transcript({ webinar }: { webinar: WebinarShell }) {
  const t = useTranslate();
  const { recording } = webinar;
  if (recording === null || recording.transcript.length === 0) return <p>{t("webinar:transcript.none")}</p>;
  return (
    <>
      <div className="find" data-find="" hidden>
        <label className="vh" htmlFor="transcript-search">
          {t("webinar:transcript.search")}
        </label>
        <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
          <path d="M8.5 3a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM12.5 12.5 17.5 17.5" />
        </svg>
        <input
          id="transcript-search"
          className="input"
          type="search"
          autoComplete="off"
          placeholder={t("webinar:transcript.search")}
        />
        <p className="small quiet" role="status" data-found="" />
      </div>
      {/* A region that scrolls must take the focus, or the keyboard can't scroll it. */}
      <div
        className="lines"
        role="region"
        aria-label={t("webinar:transcript.text")}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
        tabIndex={0}
        lang={recording.language}
        data-lines=""
      >
        {recording.transcript.map((part) => (
          <div key={part.fromMs} className="part">
            {part.title === null ? null : <h3>{part.title}</h3>}
            {part.lines.map((line) => (
              <p key={line.fromMs} data-from={line.fromMs} data-to={line.toMs}>
                <Moment ms={line.fromMs} />
                <span className="words">{line.text}</span>
              </p>
            ))}
          </div>
        ))}
      </div>
      <p className="row small" data-transcript-tools="" hidden>
        <button type="button" className="btn text sm" data-act="print">
          {t("webinar:transcript.print")}
        </button>
        <button type="button" className="btn line sm" data-act="follow" hidden>
          {t("webinar:transcript.follow")}
        </button>
      </p>
    </>
  );
}

function Chapters({ webinar }: { webinar: WebinarShell }) {
  const t = useTranslate();
  const chapters = webinar.recording?.chapters ?? [];
  if (chapters.length === 0) return <p>{t("webinar:chapters.none")}</p>;
  return (
    <ol className="chapters" lang={webinar.recording?.language}>
      {chapters.map((chapter) => (
        <li key={chapter.fromMs} data-from={chapter.fromMs} data-to={chapter.toMs}>
          <Moment ms={chapter.fromMs} />
          <span className="words">{chapter.text}</span>
        </li>
      ))}
    </ol>
  );
}

function Speakers({ webinar }: { webinar: WebinarShell }) {
  const t = useTranslate();
  const day = useDay();
  return (
    <div className="speakers">
      {webinar.speakers.map((speaker) => (
        <div key={speaker.name}>
          <h3>{speaker.name}</h3>
          <dl className="facts small">
            <dt>{t("webinar:speakers.qualifications")}</dt>
            <dd lang={webinar.page.contentLanguage}>{speaker.qualifications}</dd>
            <dt>
              {t("webinar:speakers.interests")}, {t("webinar:speakers.declared", { date: day(speaker.declaredOn) })}
            </dt>
            <dd lang={webinar.page.contentLanguage}>{speaker.interests}</dd>
          </dl>
        </div>
      ))}
      <p className="small quiet">{t("webinar:speakers.recorded", { date: day(webinar.recordedOn) })}</p>
      {webinar.speechTellsAll ? <p className="small quiet">{t("webinar:speakers.tells-all")}</p> : null}
    </div>
  );
}
