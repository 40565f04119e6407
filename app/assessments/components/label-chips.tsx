import type { HTMLAttributes } from "react";
import type { PublicLabel } from "../../../quizzes/engine/present";
import { useTranslate } from "../../i18n/use-translate";

interface Props {
  readonly labels: readonly PublicLabel[];
  readonly describedBy: string;
  readonly chosen: string | null;
  /** Number of the place that a label is on; 0 for none. */
  readonly placeOf: (label: string) => number;
  readonly dragOf: (label: string) => HTMLAttributes<HTMLButtonElement>;
  readonly onChoose: (label: string) => void;
}

/** The labels as buttons: pressed = chosen for the next place, and each can be dragged. */
export function LabelChips({ labels, describedBy, chosen, placeOf, dragOf, onChoose }: Props) {
  const t = useTranslate();
  return (
    <ul className="label-chips" aria-label={t("sitting:labelling.labels")} aria-describedby={describedBy}>
      {labels.map((label) => {
        const place = placeOf(label.id);
        return (
          <li key={label.id}>
            <button
              type="button"
              className={place === 0 ? "label-chip" : "label-chip used"}
              aria-pressed={chosen === label.id}
              onClick={() => {
                onChoose(label.id);
              }}
              {...dragOf(label.id)}
            >
              <span dangerouslySetInnerHTML={{ __html: label.text }} />
              {place === 0 ? null : <small>{t("sitting:labelling.on", { number: place })}</small>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
