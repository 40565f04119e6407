import type { ReactNode } from "react";
import { isLocale, localeNames } from "../../i18n/locales";
import { useTranslate } from "../../i18n/use-translate";
import type { WebinarShell } from "../webinar-page.server";

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

const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;

/** Controls under the picture. They are hidden until the script that serves them is there. */
export function WebinarControls({ recording }: { recording: Recording }) {
  const t = useTranslate();
  return (
    <div className="controls" data-controls="" role="group" aria-label={t("webinar:player.label")} hidden>
      <div className="seek">
        <Range name="seek-bar" label={t("webinar:player.position")} value={0} />
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
        <Speed />
        <Captions recording={recording} />
        <Control act="mute" label={t("webinar:player.mute")}>
          <Icon name="sound" />
          <Icon name="silent" />
        </Control>
        <Range name="volume" label={t("webinar:player.volume")} value={100} />
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

interface ControlProps {
  readonly act: string;
  readonly label: string;
  readonly pressed?: boolean;
  readonly children: ReactNode;
}

function Control({ act, label, pressed, children }: ControlProps) {
  return (
    <button type="button" data-act={act} aria-label={label} title={label} aria-pressed={pressed}>
      {children}
    </button>
  );
}

function Range({ name, label, value }: { name: "seek-bar" | "volume"; label: string; value: number }) {
  return <input type="range" min={0} max={100} step={1} defaultValue={value} data-range={name} aria-label={label} />;
}

function Speed() {
  const t = useTranslate();
  return (
    <select data-speed="" aria-label={t("webinar:player.speed")} defaultValue="1">
      {speeds.map((speed) => (
        <option key={speed} value={speed}>
          {speed}×
        </option>
      ))}
    </select>
  );
}

function Captions({ recording }: { recording: Recording }) {
  const t = useTranslate();
  const captions = recording.tracks.filter((track) => track.kind === "captions");
  return (
    <>
      <Control act="captions" label={t("webinar:player.captionsOn")} pressed>
        <Icon name="captions" />
      </Control>
      {captions.length > 1 ? (
        <select data-captions="" aria-label={t("webinar:player.captionsLanguage")} defaultValue={recording.language}>
          {captions.map(({ language }) => (
            <option key={language} value={language} lang={language}>
              {isLocale(language) ? localeNames[language] : language}
            </option>
          ))}
        </select>
      ) : null}
    </>
  );
}
