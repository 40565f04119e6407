import type { Cloze, Picture } from "../../../../quizzes/engine/model";
import { useTranslate } from "../../../i18n/use-translate";
import { Html } from "./html";

/** The form of controls that are only looked at: none, also where they stand inside one, so that Enter sends nothing. */
export const nowhere = "nowhere";

/** A stem with its gaps as controls. Block markup of the stem is cut at the gaps, so each part stands in line. */
export function GappedText({ stem, gaps }: { stem: string; gaps: Cloze["gaps"] }) {
  const parts = stem.split(/\[\[([a-z0-9-]+)\]\]/);
  return (
    <div className="read learner-stem gapped">
      {parts.map((part, i) =>
        // Parts never change places, so their number names them.
        i % 2 === 0 ? (
          <Html key={String(i)} html={inLine(part)} />
        ) : (
          <GapControl key={String(i)} id={part} gaps={gaps} />
        ),
      )}
    </div>
  );
}

const inLine = (html: string) => html.replace(/<\/?(?:p|div)\b[^>]*>/g, "<br>").replace(/^(?:<br>)+/, "");

function GapControl({ id, gaps }: { id: string; gaps: Cloze["gaps"] }) {
  const t = useTranslate();
  const gap = gaps.find((candidate) => candidate.id === id);
  if (gap === undefined) return <code>{`[[${id}]]`}</code>;
  if (gap.kind !== "choice")
    return <input className="input gap" form={nowhere} aria-label={t("banks:learner.gap", { id })} />;
  return (
    <select className="input gap" form={nowhere} aria-label={t("banks:learner.gap", { id })} lang="en">
      {gap.options.map((option) => (
        <option key={option.id}>{option.text.replace(/<[^>]+>/g, "")}</option>
      ))}
    </select>
  );
}

/** The picture of a question, with numbered places where labels go. */
export function PicturePlain({
  picture,
  places,
}: {
  picture: Picture;
  places: readonly { readonly id: string; readonly x: number; readonly y: number }[];
}) {
  const size = Math.max(picture.width, picture.height) / 30;
  return (
    <svg
      className="picture-key"
      viewBox={`0 0 ${String(picture.width)} ${String(picture.height)}`}
      role="img"
      aria-label={picture.alt}
      lang="en"
    >
      <image href={`/pictures/${picture.name}`} width={picture.width} height={picture.height} />
      {places.map((place, i) => (
        <g key={place.id} className="place-mark">
          <circle cx={place.x} cy={place.y} r={size} />
          <text x={place.x} y={place.y + size / 3} fontSize={size} textAnchor="middle">
            {i + 1}
          </text>
        </g>
      ))}
    </svg>
  );
}
