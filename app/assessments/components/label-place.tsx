import type { KeyboardEvent } from "react";
import { useTranslate } from "../../i18n/use-translate";
import { Plate, PlacedText } from "../picture-marks";
import type { TextSpot } from "../place-texts";

interface Props {
  readonly place: { readonly x: number; readonly y: number };
  readonly number: number;
  /** The label that is here. */
  readonly text: string | null;
  /** Where its text stands on the picture. */
  readonly spot: TextSpot | null;
  readonly scale: number;
  /** Null where the place is only to be looked at. */
  readonly onPress: (() => void) | null;
}

/** A numbered place on the picture. Pressed, it takes the chosen label, or gives its own back. */
export function LabelPlace({ place: { x, y }, number, text, spot, scale, onPress }: Props) {
  const t = useTranslate();
  const size = 24 * scale;
  const name =
    text === null ? t("sitting:labelling.empty", { number }) : t("sitting:labelling.holds", { number, text });
  const acts =
    onPress === null
      ? { role: "img" }
      : {
          role: "button",
          tabIndex: 0,
          onClick: onPress,
          onKeyDown: (event: KeyboardEvent) => {
            if (event.key !== "Enter" && event.key !== " ") return;
            event.preventDefault();
            onPress();
          },
        };
  return (
    <g className={text === null ? "label-place" : "label-place filled"} aria-label={name} {...acts}>
      <circle className="reach" cx={x} cy={y} r={22 * scale} />
      <Plate x={x - size / 2} y={y - size / 2} size={size} text={String(number)} />
      {spot === null ? null : <PlacedText spot={spot} scale={scale} />}
    </g>
  );
}
