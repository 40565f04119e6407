import type { ReactNode } from "react";
import type { Hotspot, Labelling, Picture, Shape } from "../../../../quizzes/engine/model";
import { useTranslate } from "../../../i18n/use-translate";
import { Html } from "./html";
import { KeyRows } from "./key-rows";

/** The picture of a question with its areas or places drawn over it, and the key beneath in words. */
export function PictureKey({ question }: { question: Hotspot | Labelling }) {
  if (question.kind === "labelling") return <PlacesKey question={question} />;
  return (
    <>
      <Drawing picture={question.picture}>
        {question.regions.map((region) => (
          <Outline key={region.id} area={region.area} isKey={question.keys.includes(region.id)} />
        ))}
      </Drawing>
      <KeyRows rows={question.regions.map((region) => ({ ...region, isKey: question.keys.includes(region.id) }))} />
    </>
  );
}

function PlacesKey({ question }: { question: Labelling }) {
  const t = useTranslate();
  const size = Math.max(question.picture.width, question.picture.height) / 30;
  const used = new Set(Object.values(question.key));
  return (
    <>
      <Drawing picture={question.picture}>
        {question.places.map((place, i) => (
          <g key={place.id} className="place-mark">
            <circle cx={place.x} cy={place.y} r={size} />
            <text x={place.x} y={place.y + size / 3} fontSize={size} textAnchor="middle">
              {i + 1}
            </text>
          </g>
        ))}
      </Drawing>
      <ol className="places">
        {question.places.map((place) => (
          <li key={place.id}>
            <Html html={question.labels.find((label) => label.id === question.key[place.id])?.text ?? ""} />
          </li>
        ))}
      </ol>
      <ul className="places">
        {question.labels
          .filter((label) => !used.has(label.id))
          .map((label) => (
            <li key={label.id}>
              <Html html={label.text} /> <span className="small quiet">({t("banks:key.distractor")})</span>
            </li>
          ))}
      </ul>
    </>
  );
}

function Drawing({ picture, children }: { picture: Picture; children: ReactNode }) {
  return (
    <figure>
      <svg
        className="picture-key"
        viewBox={`0 0 ${String(picture.width)} ${String(picture.height)}`}
        role="img"
        aria-label={picture.alt}
        lang="en"
      >
        <image href={`/pictures/${picture.name}`} width={picture.width} height={picture.height} />
        {children}
      </svg>
      <figcaption lang="en">{picture.alt}</figcaption>
    </figure>
  );
}

function Outline({ area, isKey }: { area: Shape; isKey: boolean }) {
  const className = isKey ? "area right" : "area";
  if (area.shape === "ellipse")
    return <ellipse className={className} cx={area.cx} cy={area.cy} rx={area.rx} ry={area.ry} />;
  return <polygon className={className} points={area.points.map(([x, y]) => `${String(x)},${String(y)}`).join(" ")} />;
}
