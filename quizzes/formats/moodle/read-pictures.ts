import type { Labelling, Picture, Region, Shape } from "../../engine/model";
import { type Body, ItemLost } from "../collector";
import { escapeMarkdown } from "../escape-markdown";
import { pictureSize } from "../picture-name";
import { partId } from "../question-id";
import { attribute, childrenOf, type Element } from "../qti/xml";
import { content, type MoodleItem, numberIn } from "./moodle-item";

function pictureOf(item: MoodleItem): Picture {
  const file = item.child("file");
  if (file === undefined) throw new ItemLost("the whole question", "its picture isn't in the file");
  const name = item.keepFile(content(file), "the question's picture");
  const size = name === null ? null : pictureSize(item.collector.pictureBytes(name) ?? new Uint8Array());
  if (name === null || size === null) throw new ItemLost("the whole question", "its picture can't be read");
  const alt = attribute(file, "alt");
  if (alt === "")
    item.lost("the description of the picture", "the source gives none; write one for people who don't see it");
  return { name, alt, ...size };
}

function value(element: Element, name: string): string {
  const [child] = childrenOf(element, name);
  return child === undefined ? "" : content(child).trim();
}

interface Drag {
  readonly no: string;
  readonly label: { readonly id: string; readonly text: string };
}

function dragsOf(item: MoodleItem): Drag[] {
  const drags = item.children("drag");
  if (new Set(drags.map((drag) => value(drag, "draggroup"))).size > 1) {
    item.lost("groups of labels", "every label can be put onto every place");
  }
  return drags.map((drag, index) => ({
    no: value(drag, "no"),
    label: { id: partId(index), text: dragText(item, drag) },
  }));
}

function dragText(item: MoodleItem, drag: Element): string {
  const text = item.markdown({ ...drag, attributes: new Map([["format", "html"]]) });
  const [file] = childrenOf(drag, "file");
  const name = file === undefined ? null : item.keepFile(content(file), "the picture of a label");
  return name === null ? text.replace(/\\\n/g, " ") : `![${escapeMarkdown(text)}](picture:${name})`;
}

function keyOf(drops: readonly Element[], drags: readonly Drag[]): Record<string, string> {
  return Object.fromEntries(
    drops.map((drop, index) => {
      const drag = drags.find(({ no }) => no === value(drop, "choice"));
      if (drag === undefined) throw new ItemLost("the whole question", "a place of the picture has no label");
      return [partId(index), drag.label.id];
    }),
  );
}

/** "Drag and drop onto image". A place is the top left corner of Moodle's box. */
export function readDragsOntoImage(item: MoodleItem): Body {
  const drags = dragsOf(item);
  const drops = item.children("drop");
  for (const drop of drops) {
    if (value(drop, "text") !== "")
      item.lost(`the description of the place "${value(drop, "text")}"`, "places have no names");
  }
  const places = drops.map((drop, index) => ({
    id: partId(index),
    x: numberIn(value(drop, "xleft")) ?? 0,
    y: numberIn(value(drop, "ytop")) ?? 0,
  }));
  return {
    kind: "labelling",
    picture: pictureOf(item),
    places,
    labels: drags.map(({ label }) => label),
    key: keyOf(drops, drags),
  };
}

/** "Drag markers": one marker to be put onto every target is a hotspot, several markers label the middles of their areas. */
export function readMarkers(item: MoodleItem): Body {
  const drags = dragsOf(item);
  const drops = item.children("drop");
  const areas = drops.map((drop) => areaOf(value(drop, "shape"), value(drop, "coords")));
  const [only] = drags;
  if (drags.length === 1 && only !== undefined) {
    const regions = areas.map(
      (area, index): Region => ({
        id: partId(index),
        area,
        text: drops.length === 1 ? only.label.text : `${only.label.text} ${String(index + 1)}`,
        why: "",
      }),
    );
    return { kind: "hotspot", picture: pictureOf(item), regions, keys: regions.map(({ id }) => id) };
  }
  item.lost("the areas of the targets", "a label belongs to a point; the middle of each area is kept");
  const places: Labelling["places"] = areas.map((area, index) => ({ id: partId(index), ...middle(area) }));
  return {
    kind: "labelling",
    picture: pictureOf(item),
    places,
    labels: drags.map(({ label }) => label),
    key: keyOf(drops, drags),
  };
}

/** Moodle's shapes: circle "x,y;r", rectangle "x,y;w,h", polygon "x,y;x,y;…". */
function areaOf(shape: string, coords: string): Shape {
  const parts = coords.split(";").map((part) => part.split(",").map((number) => numberIn(number) ?? Number.NaN));
  const [x = Number.NaN, y = Number.NaN, a = Number.NaN, b = a] = parts.flat();
  if (parts.flat().some(Number.isNaN)) throw new ItemLost("the whole question", `the area "${coords}" can't be read`);
  if (shape === "circle") return { shape: "ellipse", cx: x, cy: y, rx: a, ry: a };
  if (shape === "polygon") return { shape: "polygon", points: parts.map(([px = 0, py = 0]) => [px, py] as const) };
  if (shape !== "rectangle") throw new ItemLost("the whole question", `the shape "${shape}" isn't known`);
  const [right, bottom] = [x + a, y + b];
  const corners = [
    [x, y],
    [right, y],
    [right, bottom],
    [x, bottom],
  ] as const;
  return { shape: "polygon", points: corners };
}

function middle(area: Shape): { x: number; y: number } {
  if (area.shape === "ellipse") return { x: area.cx, y: area.cy };
  const mean = (axis: 0 | 1) => area.points.reduce((sum, point) => sum + point[axis], 0) / area.points.length;
  return { x: Math.round(mean(0)), y: Math.round(mean(1)) };
}
