import type { Region, Shape } from "../../engine/model";
import { markdownOf } from "./body";
import { type AreaMapping, numbersOf } from "./declarations";
import { explained } from "./feedback";
import { type Body, choiceText, idsOf, isNearly, type ItemContext, ItemLost, ItemUnscored } from "./item";
import { declarationOf } from "./read-choice";
import { pairWeights, wrongPairs } from "./read-cloze";
import { middleOf, scaled, shapeOf } from "./shape";
import { attribute, childrenOf, type Element, plainText } from "./xml";

function rounded(shape: Shape): Shape {
  const tidy = (n: number) => Math.round(n * 100) / 100;
  if (shape.shape === "ellipse") {
    return { shape: "ellipse", cx: tidy(shape.cx), cy: tidy(shape.cy), rx: tidy(shape.rx), ry: tidy(shape.ry) };
  }
  return { shape: "polygon", points: shape.points.map(([x, y]) => [tidy(x), tidy(y)] as const) };
}

function areaOf(shape: string, coords: string, found: ReturnType<ItemContext["picture"]>): Shape {
  const [x, y] = found.scale;
  const { width, height } = found.picture;
  const area = shapeOf(shape || "default", numbersOf(coords), { width: width / x, height: height / y });
  if (area === null) throw new ItemLost(`its area "${shape} ${coords}" has no shape that the model knows`);
  return rounded(scaled(area, x, y));
}

/** Areas that can be picked on a picture: a hotspot. */
export function readHotspot(interaction: Element, context: ItemContext): Body {
  const { id, correct } = declarationOf(interaction, context);
  const found = context.picture(interaction);
  const choices = childrenOf(interaction, "hotspotChoice");
  const identifiers = choices.map((choice) => attribute(choice, "identifier"));
  const ids = idsOf(identifiers, "area");
  if (choices.length === 0 || ids.size < choices.length)
    throw new ItemLost("its areas have no identifiers of their own");
  const points = (picked: readonly string[]) => context.points({ [id]: picked });
  const earning = identifiers.filter((identifier) => points([identifier]) > 0);
  const key = correct === null ? earning : identifiers.filter((identifier) => correct.includes(identifier));
  const whole = points(key);
  if (key.length === 0 || whole <= 0) throw new ItemUnscored("no area earns a mark");
  const others = identifiers.filter((identifier) => !key.includes(identifier));
  if (others.some((identifier) => points([identifier]) > 0)) {
    context.scoringLost("an area outside the key earns marks", "here only the targets count");
  }
  if (key.length > 1 && key.some((identifier) => !isNearly(points([identifier]), whole / key.length, whole))) {
    context.scoringLost("all areas or nothing", "here each target counts by itself");
  }
  const tries = new Map(identifiers.map((identifier) => [identifier, { [id]: [identifier] }]));
  const { whys, explanation } = explained(context, choices, tries);
  const regions = choices.map((choice, index): Region => {
    const identifier = attribute(choice, "identifier");
    return {
      id: ids.get(identifier) ?? "",
      area: areaOf(attribute(choice, "shape"), attribute(choice, "coords"), found),
      text: attribute(choice, "hotspotLabel") || plainText(choice) || `Area ${String(index + 1)}`,
      why: whys.get(identifier) ?? "",
    };
  });
  const stem = markdownOf(context.body.children, context.text);
  return {
    kind: "hotspot",
    stem,
    explanation,
    picture: found.picture,
    regions,
    keys: key.map((k) => ids.get(k) ?? ""),
  };
}

/** A point on a picture, scored by areas: a hotspot whose areas are the targets. */
export function readSelectPoint(interaction: Element, context: ItemContext): Body {
  const { id, areas } = declarationOf(interaction, context);
  if (areas === null) throw new ItemLost("no area says how near to the point an answer must be");
  const found = context.picture(interaction);
  const limit = Number(attribute(interaction, "maxChoices") || "1");
  const earning = areas.entries.filter(({ value }) => value > 0).toSorted((a, b) => b.value - a.value);
  const best = earning[0]?.value ?? 0;
  if (best <= 0) throw new ItemUnscored("no area earns a mark");
  // One point can only be at one target: of several areas the best is the key, and so are those that count for less.
  const key = limit === 1 ? earning.slice(0, 1) : earning;
  reportAreas(areas, earning, key.length, context);
  const entries = areas.entries.filter((entry) => key.includes(entry));
  const regions = entries.map((entry, index): Region => {
    const area = areaOf(entry.shape, entry.coords.join(","), found);
    return { id: `target-${String(index + 1)}`, area, text: `Target ${String(index + 1)}`, why: "" };
  });
  const middle = entries.map((entry) => {
    const shape = shapeOf(entry.shape, entry.coords, found.picture);
    return shape === null ? "" : middleOf(shape).join(" ");
  });
  const { explanation } = explained(
    context,
    [],
    new Map([
      ["key", { [id]: middle }],
      ["none", {}],
    ]),
  );
  const stem = markdownOf(context.body.children, context.text);
  return {
    kind: "hotspot",
    stem,
    explanation,
    picture: found.picture,
    regions,
    keys: regions.map((region) => region.id),
  };
}

/** Reports what of the areas' marks the model doesn't give. */
function reportAreas(areas: AreaMapping, earning: AreaMapping["entries"], taken: number, context: ItemContext): void {
  if (earning.some(({ value }) => value !== earning[0]?.value) || taken < earning.length) {
    context.scoringLost("areas are worth different marks", "here every target counts alike");
  }
  if (areas.entries.some(({ value }) => value < 0) || areas.otherwise !== 0) {
    context.scoringLost("points outside the targets count", "here they earn nothing and cost nothing");
  }
}

/** Labels that belong onto places of a picture: labelling. */
export function readGraphicGapMatch(interaction: Element, context: ItemContext): Body {
  const { id, correct, mapping } = declarationOf(interaction, context);
  const found = context.picture(interaction);
  const [spots, gaps] = [childrenOf(interaction, "associableHotspot"), childrenOf(interaction, "gapImg", "gapText")];
  const name = (element: Element) => attribute(element, "identifier");
  const names = spots.map(name);
  const mapped = mapping?.entries.filter(({ value }) => value > 0).map(({ key }) => key);
  const pairs = (correct ?? mapped ?? [])
    .map((value) => value.split(/\s+/))
    .map(([a = "", b = ""]) => (names.includes(b) ? [a, b] : [b, a]));
  const used = spots.filter((spot) => pairs.some(([, place]) => place === name(spot)));
  if (used.length === 0) throw new ItemLost("no label belongs to a place");
  if (used.length < spots.length) context.lost("the places that stay empty", "every place has a label");
  if (pairs.length > used.length)
    context.scoringLost("a place takes several labels", "here one label is right for each place");
  const key = used.map((spot) => pairs.find(([, place]) => place === name(spot))?.[0] ?? "");
  const texts = used.map((spot, index) => `${key[index] ?? ""} ${name(spot)}`);
  const whole = context.points({ [id]: texts });
  if (whole <= 0) throw new ItemUnscored("its correct response earns no mark");
  const weights = pairWeights(texts, id, context);
  wrongPairs(texts, gaps.map(name), id, whole, weights, context);
  const [placeIds, labelIds] = [idsOf(used.map(name), "place"), idsOf(gaps.map(name), "label")];
  const { explanation } = explained(
    context,
    [],
    new Map([
      ["key", { [id]: texts }],
      ["none", {}],
    ]),
  );
  return {
    kind: "labelling",
    stem: markdownOf(context.body.children, context.text),
    explanation,
    picture: found.picture,
    places: used.map((spot) => {
      const [x, y] = middleOf(areaOf(attribute(spot, "shape"), attribute(spot, "coords"), found));
      return { id: placeIds.get(name(spot)) ?? "", x: Math.round(x), y: Math.round(y) };
    }),
    labels: gaps.map((gap) => ({ id: labelIds.get(name(gap)) ?? "", text: labelText(gap, context) })),
    key: Object.fromEntries(
      used.map((spot, index) => [placeIds.get(name(spot)) ?? "", labelIds.get(key[index] ?? "") ?? ""]),
    ),
  };
}

/** A label that is only a picture is called by its text alternative, or by its identifier. */
function labelText(gap: Element, context: ItemContext): string {
  const label = attribute(gap, "objectLabel") || (gap.name === "gapImg" ? plainText(gap) : "");
  return label || choiceText(gap, attribute(gap, "identifier"), context);
}
