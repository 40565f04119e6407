import { formatClock } from "../../i18n/format";
import { isLocale, localeNames } from "../../i18n/locales";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { stepTone } from "../../ui/step-wedge";
import type { Introduction } from "../find-home.server";

/**
 * The drawn wedge on film, and under it the introduction. Opening the fold puts the recording in the drawing's place;
 * nothing of it is fetched before.
 */
export function HomeFilm({ introduction }: { introduction: Introduction | null }) {
  const t = useTranslate();
  return (
    <figure className="room home-film">
      <WedgeDrawing />
      {introduction === null ? null : (
        <details>
          <summary>
            <span className="play">
              <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                <path d="M6 4v12l10-6z" />
              </svg>
            </span>
            <span>
              <b>{t("catalogue:home.video")}</b>
              <span className="small">
                {t("catalogue:home.video.facts", {
                  time: formatClock(introduction.durationMs),
                  count: introduction.captions.length,
                })}
              </span>
            </span>
          </summary>
          <IntroductionVideo introduction={introduction} />
        </details>
      )}
    </figure>
  );
}

/** The speech is English, so other readers get captions from the start. */
function IntroductionVideo({ introduction }: { introduction: Introduction }) {
  const t = useTranslate();
  const locale = useLocale();
  const address = `/media/${introduction.assetId}`;
  return (
    // The rule does not see the captions, which come from a list.

    <video
      controls
      playsInline
      preload="none"
      poster={`${address}.webp`}
      width={1280}
      height={720}
      aria-label={t("catalogue:home.video")}
    >
      <source src={`${address}.mp4`} type="video/mp4" />
      {introduction.captions.map((language) => (
        <track
          key={language}
          kind="captions"
          srcLang={language}
          label={isLocale(language) ? localeNames[language] : language}
          src={`${address}/captions.${language}.vtt`}
          default={language === locale && locale !== "en"}
        />
      ))}
    </video>
  );
}

const count = 11;
const left = 60;
const step = 44;
const focus = { x: 302, y: 34 };
const base = 250;
const numbers = Array.from({ length: count }, (_, i) => i);
const middle = (i: number) => left + step * (i + 0.5);
const top = (i: number) => 238 - 12 * i;

/** Rays from a focus through eleven steps of aluminium, and the film under them. */
function WedgeDrawing() {
  const t = useTranslate();
  const outline = numbers.map((i) => `V${String(top(i))}H${String(left + step * (i + 1))}`).join("");
  const rays = numbers
    .map((i) => `M${String(focus.x)} ${String(focus.y)} ${String(middle(i))} ${String(top(i))}`)
    .join("");
  const links = Array.from({ length: count + 1 }, (_, i) => `M${String(left + step * i)} ${String(base)}v24`).join("");
  return (
    <svg className="drawing" viewBox="0 0 604 400" role="img" aria-labelledby="drawing">
      <title id="drawing">{t("catalogue:home.drawing")}</title>
      <path className="rays" d={rays} />
      <path className="tube" d="M288 20h28v14h-28z" />
      <circle className="lit" cx={focus.x} cy={focus.y} r="3.5" />
      <path className="metal" d={`M${String(left)} ${String(base)}${outline}V${String(base)}H${String(left)}`} />
      <path className="links" d={links} />
      {numbers.map((i) => (
        <rect key={i} x={left + step * i} y="274" width={step} height="74" fill={stepTone(i + 1, count)} />
      ))}
      {numbers.map((i) => (
        <text key={i} x={middle(i)} y="368" textAnchor="middle">
          {i + 1}
        </text>
      ))}
      <text x="330" y="32">
        {t("catalogue:home.drawing.focus")}
      </text>
      <text x="14" y="368">
        mm Al
      </text>
      <path className="lead" d="M20 20h30v30H20z" />
      <text className="letter" x="35" y="42" textAnchor="middle">
        L
      </text>
    </svg>
  );
}
