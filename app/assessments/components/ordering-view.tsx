import { type DragEvent, useRef, useState } from "react";
import { useTranslate } from "../../i18n/use-translate";
import type { QuestionProps } from "./question-view";

/** A list to be put in order: buttons move an item up and down; dragging is a convenience beside them. */
export function OrderingView({ question, response, onAnswer }: QuestionProps<"ordering">) {
  const t = useTranslate();
  const [said, setSaid] = useState("");
  const dragged = useRef<string | null>(null);
  const shown = question.items.map((item) => item.id);
  const known = response?.kind === "ordering" ? response.order.filter((id) => shown.includes(id)) : [];
  const order = [...known, ...shown.filter((id) => !known.includes(id))];
  const html = new Map(question.items.map((item) => [item.id, item.text]));

  const place = (id: string, at: number) => {
    if (at < 0 || at >= order.length) return;
    const rest = order.filter((other) => other !== id);
    const next = [...rest.slice(0, at), id, ...rest.slice(at)];
    onAnswer({ kind: "ordering", order: next });
    const text = (html.get(id) ?? "").replace(/<[^>]+>/g, "");
    setSaid(t("sitting:ordering.moved", { text, place: at + 1, count: order.length }));
  };
  const drop = (event: DragEvent, at: number) => {
    event.preventDefault();
    if (dragged.current !== null) place(dragged.current, at);
    dragged.current = null;
  };
  return (
    <div>
      <ol className="order">
        {order.map((id, i) => (
          <li
            key={id}
            draggable
            onDragStart={() => {
              dragged.current = id;
            }}
            onDragOver={(event) => {
              event.preventDefault();
            }}
            onDrop={(event) => {
              drop(event, i);
            }}
          >
            <span className="lm" aria-hidden="true">
              {i + 1}
            </span>
            <span id={`${question.id}-${id}`} dangerouslySetInnerHTML={{ __html: html.get(id) ?? "" }} />
            <MoveButton label={t("sitting:ordering.up")} by={`${question.id}-${id}`} sign="↑" isOff={i === 0} onMove={() => { place(id, i - 1); }} />
            <MoveButton label={t("sitting:ordering.down")} by={`${question.id}-${id}`} sign="↓" isOff={i === order.length - 1} onMove={() => { place(id, i + 1); }} />
          </li>
        ))}
      </ol>
      {response === null ? (
        <p className="row small">
          <button type="button" className="btn line sm" onClick={() => { onAnswer({ kind: "ordering", order }); }}>
            {t("sitting:ordering.start")}
          </button>
          <span className="quiet">{t("sitting:ordering.note")}</span>
        </p>
      ) : null}
      <p className="vh" role="status">
        {said}
      </p>
    </div>
  );
}

function MoveButton({ label, by, sign, isOff, onMove }: { label: string; by: string; sign: string; isOff: boolean; onMove: () => void }) {
  return (
    <button type="button" className="btn line sm move" aria-label={label} aria-describedby={by} aria-disabled={isOff} onClick={onMove}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
