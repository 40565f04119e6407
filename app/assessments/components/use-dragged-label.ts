import { type PointerEvent, type RefObject, useRef, useState } from "react";
import type { Point } from "../picture-marks";

/** A label under way: where the pointer is, in pixels of the picture. It may be outside. */
export interface Dragged {
  readonly label: string;
  readonly at: Point;
}

/** Pixels of the screen that a pointer may move and still mean a click. */
const stillness = 5;

/**
 * Dragging a label by mouse, pen or finger onto the picture. A pointer that hardly moved is a click, which the label's
 * own button answers; the click that a browser reports after a drag is `wasDragged`.
 */
export function useDraggedLabel(
  stage: RefObject<SVGSVGElement>,
  width: number,
  onDrop: (label: string, at: Point) => void,
) {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const start = useRef<{ label: string; x: number; y: number } | null>(null);
  const dropped = useRef(false);

  const place = (event: PointerEvent): Point | null => {
    const box = stage.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return null;
    const scale = width / box.width;
    return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
  };
  const end = () => {
    start.current = null;
    setDragged(null);
  };
  const handlers = (label: string) => ({
    onPointerDown: (event: PointerEvent) => {
      dropped.current = false;
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { label, x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent) => {
      const from = start.current;
      if (from === null) return;
      const far = Math.hypot(event.clientX - from.x, event.clientY - from.y) > stillness;
      const at = place(event);
      if (at !== null && (far || dragged !== null)) setDragged({ label, at });
    },
    onPointerUp: (event: PointerEvent) => {
      const at = place(event);
      if (dragged !== null && at !== null) {
        dropped.current = true;
        onDrop(label, at);
      }
      end();
    },
    onPointerCancel: end,
  });
  /** Whether the click that is being answered ends a drag. */
  const wasDragged = () => {
    const was = dropped.current;
    dropped.current = false;
    return was;
  };
  return { dragged, handlers, wasDragged };
}
