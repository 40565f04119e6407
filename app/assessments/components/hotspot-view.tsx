import { type KeyboardEvent, useId, useRef, useState } from "react";
import type { PresentedQuestion } from "../../../quizzes/engine/present";
import { useTranslate } from "../../i18n/use-translate";
import { answerOf, type Change, type Marks, marksOf, moveCursor, pointAt, takeBack, tickRegion } from "./hotspot-marks";
import { CrossHair, NumberedMark, type Point } from "../picture-marks";
import { inside, percentOf, PictureStage, useStageScale } from "./picture-stage";
import type { QuestionProps } from "./question-props";

type Hotspot = Extract<PresentedQuestion, { kind: "hotspot" }>;

/** How close to a marker counts as on it, in pixels of the screen. */
const reach = 14;

/**
 * Pointing at places of a picture: by mouse or finger, by a cross-hair that arrow keys move, or by names from a list
 * where the question has them.
 */
export function HotspotView({ question, response, onAnswer, isOff = false }: QuestionProps<"hotspot">) {
  const t = useTranslate();
  const { picture, targets } = question;
  const [help, stage] = [useId(), useRef<SVGSVGElement>(null)];
  const scale = useStageScale(stage, picture.width);
  const [said, setSaid] = useState("");
  const marks = marksOf(response);

  const change = (made: Change) => {
    setSaid(t(`sitting:hotspot.${made.did}`, made.did === "full" ? { count: targets } : { number: made.number }));
    if (made.did !== "full") onAnswer(answerOf(made.marks));
  };
  const point = (at: Point) => {
    change(pointAt(marks, at, targets, reach * scale));
  };
  const cursor = useCursor(picture, point, (at) => {
    setSaid(t("sitting:hotspot.cursor", percentOf(at, picture)));
  });
  const label = t("sitting:hotspot.label", { count: targets });
  const overlay = { label, describedBy: help, onPoint: point, onKey: cursor.onKey, onFocus: cursor.onFocus };
  return (
    <div className="hotspot">
      <p className="small" id={help}>
        {t("sitting:hotspot.help", { count: targets })}
      </p>
      <PictureStage picture={picture} stage={stage} {...(isOff ? {} : { overlay })}>
        {marks.points.map((at, i) => (
          <NumberedMark key={at.join()} point={at} number={i + 1} scale={scale} width={picture.width} />
        ))}
        {cursor.shown ? <CrossHair point={cursor.at} scale={scale} /> : null}
      </PictureStage>
      <p className="vh" role="status">
        {said}
      </p>
      <PointList
        marks={marks}
        question={question}
        onTakeBack={() => {
          change(takeBack(marks, marks.points.length - 1));
        }}
      />
      <RegionList
        question={question}
        marks={marks}
        onTick={(id, on) => {
          const next = tickRegion(marks, id, on, targets);
          if (next === null) change({ did: "full" });
          else onAnswer(answerOf(next));
        }}
      />
    </div>
  );
}

/** The cross-hair: in the middle at first, seen from the first arrow key until the picture loses the focus. */
function useCursor(
  picture: { readonly width: number; readonly height: number },
  point: (at: Point) => void,
  say: (at: Point) => void,
) {
  const [at, setAt] = useState<Point>([
    inside(picture.width / 2, picture.width),
    inside(picture.height / 2, picture.height),
  ]);
  const [shown, setShown] = useState(false);
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moved = moveCursor(at, event, picture);
    const points = event.key === "Enter" || event.key === " ";
    if (moved === null && !points) return;
    event.preventDefault();
    setShown(true);
    if (moved === null) {
      point(at);
      return;
    }
    setAt(moved);
    say(moved);
  };
  const onFocus = (hasFocus: boolean) => {
    if (!hasFocus) setShown(false);
  };
  return { at, shown, onKey, onFocus };
}

/** How many are set, where they are in words, and the way back. */
function PointList({ marks, question, onTakeBack }: { marks: Marks; question: Hotspot; onTakeBack: () => void }) {
  const t = useTranslate();
  const set = marks.points.length + marks.regions.length;
  return (
    <div className="picture-said">
      <p className="small">
        <b>{t("sitting:hotspot.set", { set, count: question.targets })}</b>
      </p>
      {marks.points.length === 0 ? null : (
        <>
          <ul className="small picture-points">
            {marks.points.map((at, i) => (
              <li key={at.join()}>
                {t("sitting:hotspot.point", { number: i + 1, ...percentOf(at, question.picture) })}
              </li>
            ))}
          </ul>
          <button type="button" className="btn line sm" onClick={onTakeBack}>
            {t("sitting:hotspot.takeBack", { number: marks.points.length })}
          </button>
        </>
      )}
    </div>
  );
}

interface RegionListProps {
  readonly question: Hotspot;
  readonly marks: Marks;
  readonly onTick: (id: string, on: boolean) => void;
}

/** The names of the areas, for people who don't point. Folded at first: names can give an answer away. */
function RegionList({ question, marks, onTick }: RegionListProps) {
  const t = useTranslate();
  const [opensAtFirst] = useState(marks.regions.length > 0);
  if (question.regions.length === 0) return null;
  return (
    <details className="picture-list" open={opensAtFirst}>
      <summary>{t("sitting:hotspot.list")}</summary>
      <p className="small">{t("sitting:hotspot.list.note", { count: question.targets })}</p>
      <div className="opts" role="group" aria-label={t("sitting:hotspot.list")}>
        {question.regions.map((region, i) => (
          <label key={region.id} className="opt-row">
            <input
              type="checkbox"
              checked={marks.regions.includes(region.id)}
              onChange={(event) => {
                onTick(region.id, event.currentTarget.checked);
              }}
            />
            <span className="lm" aria-hidden="true">
              {String.fromCharCode(65 + i)}
            </span>
            <span dangerouslySetInnerHTML={{ __html: region.text }} />
          </label>
        ))}
      </div>
    </details>
  );
}
