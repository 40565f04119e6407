import { isLocale, localeNames } from "../../i18n/locales";
import { useTranslate } from "../../i18n/use-translate";
import { slot } from "../../platform/slot";
import type { WebinarShell } from "../webinar-page.server";
import { WebinarControls } from "./webinar-controls";
import { WebinarKeys } from "./webinar-keys";

type Recording = NonNullable<WebinarShell["recording"]>;

const languageName = (language: string) => (isLocale(language) ? localeNames[language] : language);

/** The picture, and under it the controls, which the script shows. */
export function WebinarStage({ recording, title }: { recording: Recording; title: string }) {
  const t = useTranslate();
  return (
    <>
      <div className="stage" data-stage="">
        <div className="picture">
          <video
            controls
            playsInline
            preload="metadata"
            poster={slot("watch.poster")}
            width={recording.width}
            height={recording.height}
            aria-label={title}
          >
            <source src={slot("watch.src")} type={recording.type} />
            {recording.tracks.map((track) => (
              <track
                key={`${track.kind} ${track.language}`}
                kind={track.kind}
                srcLang={track.language}
                label={languageName(track.language)}
                src={track.src}
                default={track.isDefault}
              />
            ))}
            <p>
              {t("webinar:video.none")} <a href={slot("watch.src")}>{t("webinar:video.download")}</a>
            </p>
          </video>
          {/* The same words stand in the transcript, which is what a screen reader gets. */}
          <p className="caption" data-caption="" lang={recording.language} aria-hidden="true" />
        </div>
        <WebinarControls recording={recording} />
      </div>
      <p className="note care" data-broken="" role="alert" hidden />
      <div className="resume" data-resume-bar="" hidden>
        <p>{slot("watch.resumeAt")}</p>
        <button type="button" className="btn main sm" data-act="resume">
          {t("webinar:resume.go", { time: slot("watch.resumeClock") })}
        </button>
        <button type="button" className="btn line sm" data-act="from-start">
          {t("webinar:resume.start")}
        </button>
      </div>
      <WebinarKeys />
    </>
  );
}
