import { useId, useRef, useState } from "react";
import type { PresentedQuestion } from "../../../quizzes/engine/present";
import { useTranslate } from "../../i18n/use-translate";
import { LabelChips } from "./label-chips";
import { labelText } from "../label-text";
import type { Point } from "../picture-marks";
import { LabelPlace } from "./label-place";
import { PictureStage, useStageScale } from "./picture-stage";
import { placeTexts } from "../place-texts";
import { answerOf, type Placed, placedOf, placeNear, putLabel, takeLabel } from "./placed-labels";
import type { QuestionProps } from "./question-props";
import { useDraggedLabel } from "./use-dragged-label";

type Labelling = Extract<PresentedQuestion, { kind: "labelling" }>;

/** How near to a place a label may be dropped, in pixels of the screen. */
const reach = 40;

/**
 * Labels for the numbered places of a picture: dragged there, or chosen and then the place, or picked from a list box
 * for each place.
 */
export function LabellingView({ question, response, onAnswer, isOff = false }: QuestionProps<"labelling">) {
  const t = useTranslate();
  const help = useId();
  const stage = useRef<SVGSVGElement>(null);
  const scale = useStageScale(stage, question.picture.width);
  const placed = placedOf(response);
  const { chosen, setChosen, said, put, take, miss } = usePlacing(question, placed, (next) => {
    onAnswer(answerOf(next));
  });
  const drag = useDraggedLabel(stage, question.picture.width, (label, at) => {
    const place = placeNear(question.places, at, reach * scale);
    if (place === null) miss();
    else put(place.id, label);
  });
  const press = (place: string) => (chosen === null ? take(place) : put(place, chosen));
  const texts = new Map(question.labels.map(({ id, text }) => [id, labelText(text)]));
  const textAt = (place: string) => texts.get(placed[place] ?? "") ?? null;
  const labelled = question.places.map(({ id, x, y }) => ({ x, y, text: textAt(id) }));
  const spots = placeTexts(labelled, question.picture, scale);
  return (
    <div className="labelling">
      <p className="small" id={help}>
        {t("sitting:labelling.help")}
      </p>
      <LabelChips
        labels={question.labels}
        describedBy={help}
        chosen={chosen}
        placeOf={(label) => question.places.findIndex(({ id }) => placed[id] === label) + 1}
        dragOf={drag.handlers}
        onChoose={(label) => {
          if (!drag.wasDragged()) setChosen(label === chosen ? null : label);
        }}
      />
      <PictureStage picture={question.picture} stage={stage}>
        {question.places.map((place, i) => (
          <LabelPlace
            key={place.id}
            place={place}
            number={i + 1}
            text={textAt(place.id)}
            spot={spots[i] ?? null}
            scale={scale}
            onPress={isOff ? null : () => press(place.id)}
          />
        ))}
        {drag.dragged === null ? null : (
          <DraggedText at={drag.dragged.at} text={texts.get(drag.dragged.label) ?? ""} scale={scale} />
        )}
      </PictureStage>
      <p className="vh" role="status">
        {said}
      </p>
      <PlaceLists question={question} placed={placed} onPut={put} onTake={take} />
    </div>
  );
}

/** The label under way, above the pointer. It is seen outside the picture too. */
function DraggedText({ at: [x, y], text, scale }: { at: Point; text: string; scale: number }) {
  return (
    <text
      className="picture-text"
      x={x}
      y={y - 12 * scale}
      fontSize={16 * scale}
      strokeWidth={5 * scale}
      textAnchor="middle"
    >
      {text}
    </text>
  );
}

/** Which label is chosen, what each change does, and what is said about it. */
function usePlacing(question: Labelling, placed: Placed, onPlaced: (placed: Placed) => void) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const numberOf = (place: string) => question.places.findIndex(({ id }) => id === place) + 1;
  const textOf = (label: string) => labelText(question.labels.find(({ id }) => id === label)?.text ?? "");
  return {
    chosen,
    setChosen,
    said,
    put: (place: string, label: string, before = placed) => {
      onPlaced(putLabel(before, place, label));
      setChosen(null);
      setSaid(t("sitting:labelling.put", { text: textOf(label), number: numberOf(place) }));
    },
    take: (place: string, before = placed) => {
      const label = placed[place];
      setSaid(
        label === undefined
          ? t("sitting:labelling.chooseFirst")
          : t("sitting:labelling.taken", { text: textOf(label), number: numberOf(place) }),
      );
      if (label !== undefined) onPlaced(takeLabel(before, place));
    },
    miss: () => {
      setSaid(t("sitting:labelling.miss"));
    },
  };
}

interface PlaceListsProps {
  readonly question: Labelling;
  readonly placed: Placed;
  /** `before`: what was placed when the list box got the focus. */
  readonly onPut: (place: string, label: string, before: Placed) => void;
  readonly onTake: (place: string, before: Placed) => void;
}

/** A list box for each place: all that the picture offers, without the picture. */
function PlaceLists({ question, placed, onPut, onTake }: PlaceListsProps) {
  const t = useTranslate();
  // Arrow keys pass labels that are on other places: what the list box only passed goes back to where it was.
  const before = useRef<Placed | null>(null);
  const numberOf = (label: string) => question.places.findIndex(({ id }) => placed[id] === label) + 1;
  return (
    <ul className="label-lists">
      {question.places.map((place, i) => (
        <li key={place.id}>
          <label htmlFor={`${question.id}-${place.id}`}>{t("sitting:labelling.place", { number: i + 1 })}</label>
          <select
            id={`${question.id}-${place.id}`}
            className="input"
            value={placed[place.id] ?? ""}
            onFocus={() => {
              before.current = placed;
            }}
            onBlur={() => {
              before.current = null;
            }}
            onChange={(event) => {
              const label = event.currentTarget.value;
              if (label === "") onTake(place.id, before.current ?? placed);
              else onPut(place.id, label, before.current ?? placed);
            }}
          >
            <option value="">{t("sitting:labelling.choose")}</option>
            {question.labels.map((label) => {
              const elsewhere = numberOf(label.id);
              const text = labelText(label.text);
              return (
                <option key={label.id} value={label.id}>
                  {elsewhere === 0 || elsewhere === i + 1
                    ? text
                    : t("sitting:labelling.elsewhere", { text, number: elsewhere })}
                </option>
              );
            })}
          </select>
        </li>
      ))}
    </ul>
  );
}
