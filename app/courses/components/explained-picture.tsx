import { useId } from "react";
import { NumberedMark, Plate, PlacedText } from "../../assessments/picture-marks";
import type { ExplainedPicture as Explained, Picture, Shape } from "../../assessments/explain-picture.server";
import { pictureAddress } from "../../assessments/picture-address";
import { placeTexts } from "../../assessments/place-texts";
import { useTranslate } from "../../i18n/use-translate";
import { HotspotTable, LabellingTable } from "./explained-picture-tables";

type Hotspot = Extract<Explained, { kind: "hotspot" }>;
type Labelling = Extract<Explained, { kind: "labelling" }>;

/** A picture after the sitting: what was right, what was answered, and the same in words. */
export function ExplainedPicture({ explained }: { explained: Explained }) {
  const t = useTranslate();
  const { picture } = explained;
  return (
    <>
      <figure className="explained-picture">
        <div className="room picture-room">
          <svg
            className="explained-layer"
            width={picture.width}
            height={picture.height}
            viewBox={`0 0 ${picture.width} ${picture.height}`}
            role="img"
            aria-label={picture.alt}
          >
            <PictureImage picture={picture} />
            {shownWidths.map(({ name, px }) => (
              <g key={name} className={`marks-${name}`}>
                <Marks explained={explained} scale={Math.max(1, picture.width / px)} hasTexts={name === "wide"} />
              </g>
            ))}
          </svg>
        </div>
        <figcaption>{t(`sitting:${explained.kind}.result.legend`)}</figcaption>
      </figure>
      {explained.kind === "hotspot" ? <HotspotTable explained={explained} /> : <LabellingTable explained={explained} />}
    </>
  );
}

/**
 * The width is not known without a script, so the marks are there twice: for a picture on a telephone and for a larger
 * one. The style sheet shows one of them.
 */
const shownWidths = [
  { name: "wide", px: 520 },
  { name: "narrow", px: 270 },
] as const;

function Marks({ explained, scale, hasTexts }: { explained: Explained; scale: number; hasTexts: boolean }) {
  return explained.kind === "hotspot" ? (
    <Pointed explained={explained} scale={scale} />
  ) : (
    <Labelled explained={explained} scale={scale} hasTexts={hasTexts} />
  );
}

/** The largest value of a picture of 16 bits. */
const white = 65_535;

/** The picture, through the window that it opened with: without a script by a filter on what the browser decodes. */
function PictureImage({ picture: { name, width, height, window } }: { picture: Picture }) {
  const id = useId().replace(/:/g, "");
  const image = { href: pictureAddress(name), width, height };
  if (window === undefined) return <image {...image} />;
  const span = Math.max(2, window.width) - 1;
  const line = { type: "linear", slope: white / span, intercept: 0.5 - (window.center - 0.5) / span };
  return (
    <>
      <filter id={id} x="0" y="0" width="1" height="1" colorInterpolationFilters="sRGB">
        <feComponentTransfer>
          <feFuncR {...line} />
          <feFuncG {...line} />
          <feFuncB {...line} />
        </feComponentTransfer>
      </filter>
      <image {...image} filter={`url(#${id})`} />
    </>
  );
}

function Pointed({ explained: { areas, points, picture }, scale }: { explained: Hotspot; scale: number }) {
  const t = useTranslate();
  return (
    <>
      {areas
        .filter(({ isKey }) => isKey)
        .map(({ id, area }) => (
          <RightArea key={id} area={area} scale={scale} picture={picture} text={t("sitting:hotspot.result.right")} />
        ))}
      {points.map((point, i) => (
        <NumberedMark
          key={`${point.x} ${point.y}`}
          point={[point.x, point.y]}
          number={i + 1}
          scale={scale}
          width={picture.width}
          look={point.isRight ? "right" : "wrong"}
        />
      ))}
    </>
  );
}

interface RightAreaProps {
  readonly area: Shape;
  readonly scale: number;
  readonly picture: Picture;
  readonly text: string;
}

function RightArea({ area, scale, picture, text }: RightAreaProps) {
  const box = boxOf(area);
  const size = 14 * scale;
  // Above the area where there is room, else below it; never cut off at a side.
  const y = box.top > 2 * size ? box.top - size / 2 : Math.min(picture.height - size / 2, box.bottom + size * 1.2);
  const half = (text.length * size) / 3.6;
  const x = Math.min(Math.max(half, picture.width - half), Math.max(half, (box.left + box.right) / 2));
  return (
    <>
      <Outline area={area} className="picture-area-under" width={6 * scale} />
      <Outline area={area} className="picture-area" width={3 * scale} />
      <text className="picture-text" x={x} y={y} fontSize={size} strokeWidth={size / 4} textAnchor="middle">
        {text}
      </text>
    </>
  );
}

function Outline({ area, className, width }: { area: Shape; className: string; width: number }) {
  if (area.shape === "ellipse") {
    const { cx, cy, rx, ry } = area;
    return <ellipse className={className} cx={cx} cy={cy} rx={rx} ry={ry} strokeWidth={width} />;
  }
  const points = area.points.map((point) => point.join(",")).join(" ");
  return <polygon className={className} points={points} strokeWidth={width} strokeLinejoin="round" />;
}

function boxOf(area: Shape): { left: number; right: number; top: number; bottom: number } {
  if (area.shape === "ellipse") {
    const { cx, cy, rx, ry } = area;
    return { left: cx - rx, right: cx + rx, top: cy - ry, bottom: cy + ry };
  }
  const [xs, ys] = [area.points.map(([x]) => x), area.points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** The places with their right labels; on a telephone only numbers, which the table explains. */
function Labelled({
  explained: { places, picture },
  scale,
  hasTexts,
}: {
  explained: Labelling;
  scale: number;
  hasTexts: boolean;
}) {
  const size = 24 * scale;
  const labelled = places.map(({ x, y, keyText }) => ({ x, y, text: hasTexts ? keyText : null }));
  const spots = placeTexts(labelled, picture, scale);
  return (
    <>
      {places.map(({ id, x, y, isRight }, i) => {
        const spot = spots[i] ?? null;
        return (
          <g key={id} className={isRight ? "label-place right" : "label-place wrong"}>
            <Plate x={x - size / 2} y={y - size / 2} size={size} text={String(i + 1)} />
            {spot === null ? null : <PlacedText spot={spot} scale={scale} />}
          </g>
        );
      })}
    </>
  );
}
