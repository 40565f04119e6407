import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from "react";
import type { Picture } from "../../../quizzes/engine/model";
import { useTranslate } from "../../i18n/use-translate";
import { pictureAddress } from "../picture-address";
import { type GreyPixels, greyPixels, type GreyWindow, narrowest, windowed, windowReach } from "./picture-window";

interface Props {
  readonly picture: Picture;
  /** The window that the picture opens with. */
  readonly window: GreyWindow;
  /** Seen until the values are decoded, and where they can't be. */
  readonly image: ReactNode;
  readonly layer: ReactNode;
}

/**
 * A greyscale picture of 16 bits, seen through a window that the reader moves. The browser's own decoder keeps only
 * 8 bits, so the values are decoded here.
 */
export function WindowedPicture({ picture, window: opening, image, layer }: Props) {
  const [window, setWindow] = useState(opening);
  const pixels = useGreyPixels(picture.name);
  const canvas = useRef<HTMLCanvasElement>(null);
  useDrawing(canvas, pixels, window);
  return (
    <>
      <div className="picture-stage">
        {image}
        {pixels === null ? null : (
          // The image below keeps the size and the name.
          <canvas
            ref={canvas}
            className="picture-canvas"
            width={pixels.width}
            height={pixels.height}
            aria-hidden="true"
          />
        )}
        {layer}
      </div>
      {pixels === null ? null : (
        <WindowSliders pixels={pixels} opening={opening} window={window} onWindow={setWindow} />
      )}
    </>
  );
}

function useGreyPixels(name: string): GreyPixels | null {
  const [pixels, setPixels] = useState<GreyPixels | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const load = async () => {
      const [answer, { decode }] = await Promise.all([
        fetch(pictureAddress(name), { signal: stop.signal }),
        import("fast-png"),
      ]);
      if (!answer.ok) return;
      const decoded = greyPixels(decode(await answer.arrayBuffer()));
      if (!stop.signal.aborted) setPixels(decoded);
    };
    // Without its values the picture stays as the browser shows it.
    load().catch(() => undefined);
    return () => {
      stop.abort();
    };
  }, [name]);
  return pixels;
}

function useDrawing(canvas: RefObject<HTMLCanvasElement>, pixels: GreyPixels | null, window: GreyWindow): void {
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (context === null || context === undefined || pixels === null) return;
    context.putImageData(new ImageData(windowed(pixels, window), pixels.width, pixels.height), 0, 0);
  }, [canvas, pixels, window]);
}

interface SlidersProps {
  readonly pixels: GreyPixels;
  readonly opening: GreyWindow;
  readonly window: GreyWindow;
  readonly onWindow: (window: GreyWindow) => void;
}

function WindowSliders({ pixels, opening, window, onWindow }: SlidersProps) {
  const t = useTranslate();
  const [{ min, max, widest }] = useState(() => windowReach(pixels, opening));
  const isOpening = window.center === opening.center && window.width === opening.width;
  return (
    <div className="picture-window" role="group" aria-label={t("sitting:window.label")}>
      <Slider
        label={t("sitting:window.center")}
        value={window.center}
        min={min}
        max={max}
        onValue={(center) => {
          onWindow({ ...window, center });
        }}
      />
      <Slider
        label={t("sitting:window.width")}
        value={window.width}
        min={narrowest}
        max={widest}
        onValue={(width) => {
          onWindow({ ...window, width });
        }}
      />
      <button
        type="button"
        className="btn line sm"
        aria-disabled={isOpening}
        onClick={() => {
          onWindow(opening);
        }}
      >
        {t("sitting:window.reset")}
      </button>
      <p className="small">{t("sitting:window.note")}</p>
    </div>
  );
}

function Slider(props: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onValue: (value: number) => void;
}) {
  const id = useId();
  return (
    <div className="picture-slider">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        type="range"
        min={props.min}
        max={props.max}
        // About 250 steps from end to end, so that an arrow key does something that can be seen.
        step={Math.max(1, Math.round((props.max - props.min) / 250))}
        value={props.value}
        onChange={(event) => {
          props.onValue(event.currentTarget.valueAsNumber);
        }}
      />
      <output htmlFor={id} className="num">
        {Math.round(props.value)}
      </output>
    </div>
  );
}
