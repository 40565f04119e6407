import type { Picture, Shape } from "../../../quizzes/engine/model";
import { numberOf, type Typed, valueOf } from "./form-fields";
import { joinLine, linesIn } from "./form-lines";
import { type BadLine, type KindForm } from "./form-parts";
import { readLabelLines } from "./form-pairs";
import { withIds } from "./form-fields";

function writePicture({ name, alt, width, height, window }: Picture): Typed {
  return {
    picture: name,
    alt,
    width: String(width),
    height: String(height),
    windowCenter: window === undefined ? "" : String(window.center),
    windowWidth: window === undefined ? "" : String(window.width),
  };
}

function readPicture(typed: Typed) {
  const center = numberOf(valueOf(typed, "windowCenter"));
  const width = numberOf(valueOf(typed, "windowWidth"));
  return {
    name: valueOf(typed, "picture"),
    alt: valueOf(typed, "alt"),
    width: numberOf(valueOf(typed, "width")),
    height: numberOf(valueOf(typed, "height")),
    ...(center === undefined && width === undefined ? {} : { window: { center, width } }),
  };
}

/** `polygon 10,10 40,10 25,40` or `ellipse 100,80 30,20` (middle, then the two half-axes). */
function shapeOf(text: string): Shape | null {
  const [word, ...places] = text.trim().split(/\s+/);
  const points = places.map((place) => place.split(",").map(Number));
  if (!points.every((point) => point.length === 2 && point.every(Number.isFinite))) return null;
  const pairs = points.map(([x = 0, y = 0]) => [x, y] as const);
  if (word === "polygon" && pairs.length >= 3) return { shape: "polygon", points: pairs };
  const [middle, axes] = pairs;
  if (word !== "ellipse" || pairs.length !== 2 || middle === undefined || axes === undefined) return null;
  return { shape: "ellipse", cx: middle[0], cy: middle[1], rx: axes[0], ry: axes[1] };
}

function shapeTyped(area: Shape): string {
  if (area.shape === "polygon") return `polygon ${area.points.map(([x, y]) => `${String(x)},${String(y)}`).join(" ")}`;
  return `ellipse ${String(area.cx)},${String(area.cy)} ${String(area.rx)},${String(area.ry)}`;
}

/** Areas are lines: `target or other | id | shape | name | explanation`. */
export const hotspotForm: KindForm<"hotspot"> = {
  lists: {},
  blank: {},
  write: ({ picture, regions, keys }) => ({
    ...writePicture(picture),
    regions: regions
      .map(({ id, area, text, why }) =>
        joinLine([keys.includes(id) ? "target" : "other", id, shapeTyped(area), text, why]),
      )
      .join("\n"),
  }),
  read: (typed) => {
    const badLines: BadLine[] = [];
    const rows = linesIn(valueOf(typed, "regions")).flatMap(
      ({ number, parts: [use, id = "", shape = "", text = "", why = ""] }) => {
        const area = shapeOf(shape);
        if (area !== null && (use === "target" || use === "other")) return [{ use, region: { id, area, text, why } }];
        badLines.push({ field: "regions", line: number });
        return [];
      },
    );
    const regions = withIds(rows.map(({ region }) => region));
    const keys = regions.filter((_, i) => rows[i]?.use === "target").map(({ id }) => id);
    return { fields: { picture: readPicture(typed), regions, keys }, badLines };
  },
};

/** Places are lines: `id | x,y | label id`; labels are lines: `id | text`. */
export const labellingForm: KindForm<"labelling"> = {
  lists: {},
  blank: {},
  write: ({ picture, places, labels, key }) => ({
    ...writePicture(picture),
    labels: labels.map(({ id, text }) => joinLine([id, text])).join("\n"),
    places: places.map(({ id, x, y }) => joinLine([id, `${String(x)},${String(y)}`, key[id] ?? ""])).join("\n"),
  }),
  read: (typed) => {
    const badLines: BadLine[] = [];
    const rows = linesIn(valueOf(typed, "places")).flatMap(({ number, parts: [id = "", place = "", label = ""] }) => {
      const [x, y, ...rest] = place.split(",").map(Number);
      if (x !== undefined && y !== undefined && rest.length === 0 && Number.isFinite(x + y))
        return [{ id, x, y, label }];
      badLines.push({ field: "places", line: number });
      return [];
    });
    const named = withIds(rows);
    return {
      fields: {
        picture: readPicture(typed),
        labels: withIds(readLabelLines(valueOf(typed, "labels"))),
        places: named.map(({ id, x, y }) => ({ id, x, y })),
        key: Object.fromEntries(named.map(({ id, label }) => [id, label])),
      },
      badLines,
    };
  },
};
