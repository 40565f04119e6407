import { useEffect, useRef, useState } from "react";
import { useTranslate } from "../../i18n/use-translate";
import type { QuestionProps } from "./question-props";

/** A list to be put in order: buttons move an item up and down; dragging is a convenience beside them. */
export function OrderingView({ question, response, onAnswer }: QuestionProps<"ordering">) {
  const t = useTranslate();
  const [said, setSaid] = useState("");
  const shown = question.items.map((item) => item.id);
  const known = response?.kind === "ordering" ? response.order.filter((id) => shown.includes(id)) : [];
  const order = [...known, ...shown.filter((id) => !known.includes(id))];
  const html = new Map(question.items.map((item) => [item.id, item.text]));

  const place = (id: string, at: number) => {
    if (at < 0 || at >= order.length) return;
    const rest = order.filter((other) => other !== id);
    onAnswer({ kind: "ordering", order: [...rest.slice(0, at), id, ...rest.slice(at)] });
    const text = (html.get(id) ?? "").replace(/<[^>]+>/g, "");
    setSaid(t("sitting:ordering.moved", { text, place: at + 1, count: order.length }));
  };
  const list = useDraggedOrder(place);
  return (
    <div>
      <ol className="order" ref={list}>
        {order.map((id, i) => (
          <li key={id} draggable data-id={id}>
            <span className="lm" aria-hidden="true">
              {i + 1}
            </span>
            <span id={`${question.id}-${id}`} dangerouslySetInnerHTML={{ __html: html.get(id) ?? "" }} />
            <MoveButton
              label={t("sitting:ordering.up")}
              by={`${question.id}-${id}`}
              sign="↑"
              isOff={i === 0}
              onMove={() => {
                place(id, i - 1);
              }}
            />
            <MoveButton
              label={t("sitting:ordering.down")}
              by={`${question.id}-${id}`}
              sign="↓"
              isOff={i === order.length - 1}
              onMove={() => {
                place(id, i + 1);
              }}
            />
          </li>
        ))}
      </ol>
      {response === null ? (
        <UseAsItStands
          onUse={() => {
            onAnswer({ kind: "ordering", order });
          }}
        />
      ) : null}
      <p className="vh" role="status">
        {said}
      </p>
    </div>
  );
}

/** Dragging by mouse, listened to on the list as a whole: an item is content, not a control. */
function useDraggedOrder(place: (id: string, at: number) => void) {
  const list = useRef<HTMLOListElement>(null);
  const latest = useRef(place);
  latest.current = place;
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    let dragged: string | null = null;
    const itemOf = (event: Event) => (event.target instanceof Element ? event.target.closest("li") : null);
    const start = (event: Event) => {
      dragged = itemOf(event)?.dataset["id"] ?? null;
    };
    const allow = (event: Event) => {
      event.preventDefault();
    };
    const drop = (event: Event) => {
      event.preventDefault();
      const item = itemOf(event);
      if (dragged !== null && item !== null) latest.current(dragged, [...element.children].indexOf(item));
      dragged = null;
    };
    element.addEventListener("dragstart", start);
    element.addEventListener("dragover", allow);
    element.addEventListener("drop", drop);
    return () => {
      element.removeEventListener("dragstart", start);
      element.removeEventListener("dragover", allow);
      element.removeEventListener("drop", drop);
    };
  }, []);
  return list;
}

function UseAsItStands({ onUse }: { onUse: () => void }) {
  const t = useTranslate();
  return (
    <p className="row small">
      <button type="button" className="btn line sm" onClick={onUse}>
        {t("sitting:ordering.start")}
      </button>
      <span className="quiet">{t("sitting:ordering.note")}</span>
    </p>
  );
}

function MoveButton({
  label,
  by,
  sign,
  isOff,
  onMove,
}: {
  label: string;
  by: string;
  sign: string;
  isOff: boolean;
  onMove: () => void;
}) {
  return (
    <button
      type="button"
      className="btn line sm move"
      aria-label={label}
      aria-describedby={by}
      aria-disabled={isOff}
      onClick={onMove}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
