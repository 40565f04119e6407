import type { Hotspot, Labelling, Picture, Shape } from "../../engine/model";
import type { WriteContext, Written } from "./write-kinds";
import { declaration, mapping, mapResponse } from "./write-scoring";
import { plain, xmlId, xmlText } from "./write-xml";

const response = "RESPONSE";
const kinds: ReadonlyMap<string, string> = new Map([
  ["jpg", "image/jpeg"],
  ["png", "image/png"],
  ["gif", "image/gif"],
  ["webp", "image/webp"],
]);

function object({ name, alt, width, height }: Picture, { address }: WriteContext): string {
  const type = kinds.get(name.split(".").at(-1) ?? "") ?? "image/png";
  return plain("object", { data: address(name), type, width, height }, xmlText(alt));
}

/** Whole pixels, as QTI counts them. */
function coordinates(area: Shape): { readonly shape: string; readonly coords: string } {
  const list = (...numbers: number[]) => numbers.map((n) => String(Math.round(n))).join(",");
  if (area.shape === "polygon") return { shape: "poly", coords: list(...area.points.flat()) };
  const { cx, cy } = area;
  const [rx, ry] = [Math.max(1, area.rx), Math.max(1, area.ry)];
  return rx === ry ? { shape: "circle", coords: list(cx, cy, rx) } : { shape: "ellipse", coords: list(cx, cy, rx, ry) };
}

export function writeHotspot({ picture, regions, keys }: Hotspot, context: WriteContext): Written {
  const { q, lost } = context;
  const of = { id: response, cardinality: "multiple", baseType: "identifier", correct: keys.map(xmlId) };
  if (regions.some(({ why }) => why !== ""))
    lost("why an area is right or wrong", "other programs don't see it; ours reads it beside the item");
  if (picture.window !== undefined)
    lost("the window of the picture", "other programs show it as it is; ours reads the window beside the item");
  const areas = regions.map(({ id, area, text }) =>
    q("hotspotChoice", { identifier: xmlId(id), ...coordinates(area), hotspotLabel: text }),
  );
  return {
    declarations: declaration(
      q,
      of,
      mapping(
        q,
        keys.map((key) => [xmlId(key), 1 / keys.length] as const),
      ),
    ),
    body: q(
      "hotspotInteraction",
      { responseIdentifier: response, maxChoices: keys.length },
      object(picture, context),
      ...areas,
    ),
    scoring: mapResponse(q, response),
    whys: false,
  };
}

/** QTI marks places by areas: a circle that a finger hits. */
const radius = 16;

export function writeLabelling({ picture, places, labels, key }: Labelling, context: WriteContext): Written {
  const { q } = context;
  const pairs = places.map(({ id }) => `l-${key[id] ?? ""} p-${id}`);
  const of = { id: response, cardinality: "multiple", baseType: "directedPair", correct: pairs };
  const spots = places.map(({ id, x, y }) =>
    q("associableHotspot", {
      identifier: `p-${id}`,
      matchMax: 1,
      shape: "circle",
      coords: [x, y, radius].map((n) => String(Math.round(n))).join(","),
    }),
  );
  return {
    declarations: declaration(
      q,
      of,
      mapping(
        q,
        pairs.map((pair) => [pair, 1 / pairs.length] as const),
      ),
    ),
    body: q(
      "graphicGapMatchInteraction",
      { responseIdentifier: response },
      object(picture, context),
      ...labels.map((label) => gapOf(label.id, label.text, places.length, context)),
      ...spots,
    ),
    scoring: mapResponse(q, response),
    whys: false,
  };
}

/** QTI 2.1 knows only pictures as labels: the text is drawn into one. */
function gapOf(id: string, text: string, matchMax: number, context: WriteContext): string {
  const { q, html, version, file } = context;
  const identifier = `l-${id}`;
  if (version !== "2.1") return q("gapText", { identifier, matchMax }, html(text));
  const [width, height] = [Math.max(40, 9 * text.length), 24];
  const style = { x: 4, y: 17, "font-family": "sans-serif", "font-size": 15 };
  const drawing = plain(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height },
    plain("text", style, xmlText(text)),
  );
  const data = file(`${id}.svg`, drawing);
  const object = plain("object", { data, type: "image/svg+xml", width, height }, xmlText(text));
  return q("gapImg", { identifier, matchMax, objectLabel: text }, object);
}
