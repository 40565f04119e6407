import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from "react";
import type { Picture } from "../../../quizzes/engine/model";
import { pictureAddress } from "../picture-address";
import type { Point } from "../picture-marks";
import { WindowedPicture } from "./windowed-picture";

interface StageProps {
  readonly picture: Picture;
  readonly stage: RefObject<SVGSVGElement>;
  /** What can be done here, as the overlay's name and its description's id. */
  readonly overlay?: {
    readonly label: string;
    readonly describedBy: string;
    readonly onPoint: (point: Point) => void;
    readonly onKey: (event: KeyboardEvent) => void;
    readonly onFocus: (hasFocus: boolean) => void;
  };
  readonly children: ReactNode;
}

/**
 * A picture of a question with a layer of drawings on it. The layer's coordinates are pixels of the picture, so that it
 * fits whatever size the picture is shown in.
 */
export function PictureStage({ picture, stage, overlay, children }: StageProps) {
  const acts = overlay
    ? {
        role: "application",
        tabIndex: 0,
        "aria-label": overlay.label,
        "aria-describedby": overlay.describedBy,
        onClick: (event: MouseEvent<SVGSVGElement>) => {
          overlay.onPoint(pointOf(event.currentTarget, picture, event));
        },
        onKeyDown: overlay.onKey,
        onFocus: () => {
          overlay.onFocus(true);
        },
        onBlur: () => {
          overlay.onFocus(false);
        },
      }
    : {};
  const image = (
    <img
      className="picture"
      src={pictureAddress(picture.name)}
      alt={picture.alt}
      width={picture.width}
      height={picture.height}
      draggable={false}
    />
  );
  const layer = (
    <svg ref={stage} className="picture-layer" viewBox={`0 0 ${picture.width} ${picture.height}`} {...acts}>
      {children}
    </svg>
  );
  return (
    <div className="room picture-room">
      {picture.window ? (
        <WindowedPicture picture={picture} window={picture.window} image={image} layer={layer} />
      ) : (
        <div className="picture-stage">
          {image}
          {layer}
        </div>
      )}
    </div>
  );
}

/** Where on the picture a pointer is, in whole pixels inside it. */
function pointOf(
  layer: Element,
  picture: Pick<Picture, "width" | "height">,
  at: { readonly clientX: number; readonly clientY: number },
): Point {
  const box = layer.getBoundingClientRect();
  return [
    inside(((at.clientX - box.left) / box.width) * picture.width, picture.width),
    inside(((at.clientY - box.top) / box.height) * picture.height, picture.height),
  ];
}

/** A whole pixel of a side that is `size` pixels long. */
export function inside(at: number, size: number): number {
  return Math.min(size - 1, Math.max(0, Math.floor(at)));
}

/** Where a point is, in words' numbers: whole percent from the left and from the top. */
export function percentOf([x, y]: Point, picture: Pick<Picture, "width" | "height">): { x: number; y: number } {
  return { x: Math.round((100 * x) / picture.width), y: Math.round((100 * y) / picture.height) };
}

/** A picture's width on the screen before the page knows it. */
const usualWidth = 640;

/** Pixels of the picture for one pixel of the screen: marks keep their size on the screen, whatever the picture's is. */
export function useStageScale(stage: RefObject<SVGSVGElement>, width: number): number {
  const [shown, setShown] = useState(usualWidth);
  const latest = useRef(shown);
  useEffect(() => {
    const layer = stage.current;
    if (layer === null) return;
    const measure = () => {
      const now = layer.getBoundingClientRect().width;
      if (now > 0 && Math.abs(now - latest.current) >= 1) {
        latest.current = now;
        setShown(now);
      }
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(layer);
    return () => {
      observer.disconnect();
    };
  }, [stage]);
  return width / shown;
}
