import type { ReactNode } from "react";
import { isLocale, localeNames } from "../../i18n/locales";
import { useTranslate } from "../../i18n/use-translate";
import { slot } from "../../platform/slot";
import type { WebinarShell } from "../webinar-page.server";
import { WebinarKeys } from "./webinar-keys";

type Recording = NonNullable<WebinarShell["recording"]>;

const icons = {
  play: "M6 4v12l10-6z",
  pause: "M6.5 4v12M13.5 4v12",
  captions: "M2.5 4.5h15v11h-15zM8.5 8.5h-2v3h2M14 8.5h-2v3h2",
  full: "M3 7.5V3h4.5M12.5 3H17v4.5M17 12.5V17h-4.5M7.5 17H3v-4.5",
  sound: "M3 8v4h3l4 3.5v-11L6 8zM13 7.5a4 4 0 0 1 0 5",
  silent: "M3 8v4h3l4 3.5v-11L6 8zM13 8l4 4M17 8l-4 4",
  pip: "M2.5 4.5h15v11h-15zM10.5 10.5h5v3.5h-5z",
} as const;

function Icon({ name }: { name: keyof typeof icons }) {
  return (
    <svg className={`icon i-${name}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={icons[name]} />
    </svg>
  );
}

const languageName = (language: string) => (isLocale(language) ? localeNames[language] : language);
const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;

/** The picture, and under it the controls, which the script shows. */
export function WebinarStage({ recording, title }: { recording: Recording; title: string }) {
  const t = useTranslate();
  return (
    <>
      <div className="stage" data-stage="">
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
        <Controls recording={recording} />
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

function Control({
  act,
  label,
  pressed,
  children,
}: {
  act: string;
  label: string;
  pressed?: boolean;
  children: ReactNode;
}) {
  return (
    <button type="button" data-act={act} aria-label={label} title={label} aria-pressed={pressed}>
      {children}
    </button>
  );
}

function Controls({ recording }: { recording: Recording }) {
  const t = useTranslate();
  const captions = recording.tracks.filter((track) => track.kind === "captions");
  return (
    <div className="controls" data-controls="" role="group" aria-label={t("webinar:player.label")} hidden>
      <div className="seek">
        <input
          type="range"
          min={0}
          max={100}
          step={1}
          defaultValue={0}
          data-seek-bar=""
          aria-label={t("webinar:player.position")}
        />
      </div>
      <div className="buttons">
        <Control act="play" label={t("webinar:player.play")}>
          <Icon name="play" />
          <Icon name="pause" />
        </Control>
        <Control act="back" label={t("webinar:player.back")}>
          −10
        </Control>
        <Control act="forward" label={t("webinar:player.forward")}>
          +10
        </Control>
        <p className="clock num" data-clock="" />
        <span className="space" />
        <select data-speed="" aria-label={t("webinar:player.speed")} defaultValue="1">
          {speeds.map((speed) => (
            <option key={speed} value={speed}>
              {speed}×
            </option>
          ))}
        </select>
        <Control act="captions" label={t("webinar:player.captionsOn")} pressed>
          <Icon name="captions" />
        </Control>
        {captions.length > 1 ? (
          <select data-captions="" aria-label={t("webinar:player.captionsLanguage")} defaultValue={recording.language}>
            {captions.map((track) => (
              <option
                key={track.language}
                value={track.language}
                lang={track.language}
                label={track.language.toUpperCase()}
              >
                {languageName(track.language)}
              </option>
            ))}
          </select>
        ) : null}
        <Control act="mute" label={t("webinar:player.mute")}>
          <Icon name="sound" />
          <Icon name="silent" />
        </Control>
        <input
          type="range"
          className="volume"
          min={0}
          max={100}
          step={5}
          defaultValue={100}
          data-volume=""
          aria-label={t("webinar:player.volume")}
        />
        <Control act="pip" label={t("webinar:player.pip")}>
          <Icon name="pip" />
        </Control>
        <Control act="full" label={t("webinar:player.full")}>
          <Icon name="full" />
        </Control>
        <Control act="keys" label={t("webinar:player.keys")}>
          ?
        </Control>
      </div>
    </div>
  );
}
