import type { Cloze, Hotspot, Labelling, Shape } from "../../engine/model";
import { type ClozeAnswer, writeClozeGap } from "../cloze-syntax";
import { exactHtml } from "../markdown-to-html";
import { inKeyUnit } from "../gift/export-gift";
import { ownDistance } from "../number-answers";
import { wildcardOf } from "../wildcards";
import type { MoodleWriter } from "./moodle-writer";
import { pictureAddress } from "./moodle-item";
import { gapMark } from "./read-gaps";
import type { Written } from "./write-choices";
import { element, escapeXml, plain } from "./xml-writer";

type Gap = Cloze["gaps"][number];

function html(markdown: string): string {
  return markdown === "" ? "" : exactHtml(markdown, pictureAddress);
}

function answersOf(gap: Gap, writer: MoodleWriter): { type: string; answers: ClozeAnswer[] } {
  switch (gap.kind) {
    case "choice":
      return {
        type: "MULTICHOICE",
        answers: gap.options.map(({ id, text, why, share }) => ({
          fraction: id === gap.key ? 100 : (share ?? 0),
          isKey: id === gap.key,
          text: html(text),
          feedback: html(why),
        })),
      };
    case "text":
      return { type: gap.caseSensitive ? "SHORTANSWER_C" : "SHORTANSWER", answers: texts(gap, writer) };
    case "number":
      return { type: "NUMERICAL", answers: numbers(gap, writer) };
  }
}

function texts(gap: Extract<Gap, { kind: "text" }>, writer: MoodleWriter): ClozeAnswer[] {
  if (gap.ignoreAccents) writer.lost(`that accents don't count in the gap "${gap.id}"`, "Moodle compares them");
  return gap.answers.flatMap((answer) => {
    const text = wildcardOf(answer);
    if (text !== null) return [{ fraction: answer.share, text: escapeXml(text), feedback: html(answer.feedback) }];
    writer.lost(`the pattern "${answer.text}"`, "Moodle has the sign * for anything and no other pattern");
    return [];
  });
}

function numbers({ key, mistakes }: Extract<Gap, { kind: "number" }>, writer: MoodleWriter): ClozeAnswer[] {
  const right = {
    fraction: 100,
    text: `${String(key.value)}:${String(ownDistance(key.tolerance, key.value))}`,
    feedback: "",
  };
  const wrong = mistakes.flatMap((mistake) => {
    const value = inKeyUnit(mistake, key.unit);
    if (value === null || mistake.unit !== key.unit) {
      writer.lost(
        `the unit of the known mistake ${String(mistake.value)} ${mistake.unit}`,
        "a gap has no units in Moodle",
      );
    }
    if (value === null) return [];
    const reach = ownDistance(mistake.tolerance ?? key.tolerance, value);
    return [
      { fraction: mistake.share ?? 0, text: `${String(value)}:${String(reach)}`, feedback: html(mistake.feedback) },
    ];
  });
  return [right, ...wrong];
}

/** Texts with gaps: our names of the gaps give way to marks, and the marks to what Moodle reads. */
export function writeCloze(question: Cloze, writer: MoodleWriter): Written | null {
  const gaps = question.gaps.map((gap) => ({ ...answersOf(gap, writer), weight: gap.weight ?? 1 }));
  if (gaps.some(({ answers }) => !answers.some(({ fraction }) => fraction === 100))) {
    writer.lost("the whole question", "a gap's right answer can't be written");
    return null;
  }
  const position = (id: string) => question.gaps.findIndex((gap) => gap.id === id);
  const stem = question.stem.replace(/\[\[([a-z0-9-]+)\]\]/g, (whole, id: string) =>
    position(id) === -1 ? whole : gapMark(position(id)),
  );
  // Moodle numbers the gaps as they stand in the text; the order of ours is kept in the ids.
  const finishStem = (text: string) =>
    text.replace(/\ue030(\d+)\ue031/g, (_, index: string) => {
      const gap = gaps[Number(index)];
      return gap === undefined ? "" : writeClozeGap(gap);
    });
  const hints = question.gaps.flatMap((gap) =>
    gap.kind === "number"
      ? [`${gap.key.unit}${"relative" in gap.key.tolerance ? `:${String(gap.key.tolerance.relative)}` : ""}`]
      : [],
  );
  const isUsual = hints.every((hint) => hint === "1");
  return { type: "cloze", parts: [], stem, finishStem, attributes: { numbers: isUsual ? "" : hints.join(" ") } };
}

function coords(area: Shape, writer: MoodleWriter): { shape: string; coords: string } {
  if (area.shape === "polygon")
    return { shape: "polygon", coords: area.points.map(([x, y]) => `${String(x)},${String(y)}`).join(";") };
  const { cx, cy, rx, ry } = area;
  if (rx === ry) return { shape: "circle", coords: `${String(cx)},${String(cy)};${String(rx)}` };
  writer.lost("an ellipse", "Moodle has circles and polygons; it is a polygon with 24 corners now");
  const points = Array.from({ length: 24 }, (_, index) => {
    const angle = (index * Math.PI) / 12;
    return `${String(Math.round(cx + rx * Math.cos(angle)))},${String(Math.round(cy + ry * Math.sin(angle)))}`;
  });
  return { shape: "polygon", coords: points.join(";") };
}

/** A hotspot becomes one marker to be put onto every target. */
export function writeHotspot(question: Hotspot, writer: MoodleWriter): Written | null {
  const { picture, regions, keys } = question;
  if (!hasPicture(picture.name, writer)) return null;
  if (picture.window !== undefined) writer.lost("the window of the picture", "Moodle shows pictures as they are");
  const targets = regions.filter(({ id }) => keys.includes(id));
  const others = regions.length - targets.length;
  if (others > 0) writer.lost(`${String(others)} regions that aren't targets`, "Moodle has targets only");
  if (targets.length > 1 || targets.some(({ why }) => why !== ""))
    writer.lost("names and reasons of the regions", "Moodle's markers have one name and targets have none");
  const drops = targets.map(({ area }, index) => {
    const { shape, coords: points } = coords(area, writer);
    return element(
      "drop",
      {},
      [plain("no", index + 1), plain("shape", shape), plain("coords", points), plain("choice", 1)].join(""),
    );
  });
  const drag = element(
    "drag",
    {},
    [plain("no", 1), plain("text", html(targets[0]?.text ?? "")), "<infinite/>"].join(""),
  );
  const file = writer.file(picture.name, { alt: picture.alt });
  return { type: "ddmarker", parts: [plain("shuffleanswers", "1"), "<showmisplaced/>", file, drag, ...drops] };
}

function hasPicture(name: string, writer: MoodleWriter): boolean {
  if (writer.hasPicture(name)) return true;
  writer.lost("the whole question", `the file of its picture "${name}" wasn't given`);
  return false;
}

export function writeLabelling(question: Labelling, writer: MoodleWriter): Written | null {
  const { picture, places, labels, key } = question;
  if (!hasPicture(picture.name, writer)) return null;
  if (picture.window !== undefined) writer.lost("the window of the picture", "Moodle shows pictures as they are");
  const used = Object.values(key);
  const drags = labels.map((label, index) => {
    const again = used.filter((id) => id === label.id).length > 1 ? "<infinite/>" : "";
    return element(
      "drag",
      {},
      [plain("no", index + 1), writer.inner(label.text), plain("draggroup", 1), again].join(""),
    );
  });
  const drops = places.map((place, index) => {
    const choice = labels.findIndex(({ id }) => id === key[place.id]) + 1;
    return element(
      "drop",
      {},
      [
        plain("text", ""),
        plain("no", index + 1),
        plain("choice", choice),
        plain("xleft", place.x),
        plain("ytop", place.y),
      ].join(""),
    );
  });
  const file = writer.file(picture.name, { alt: picture.alt });
  return { type: "ddimageortext", parts: [plain("shuffleanswers", "1"), file, ...drags, ...drops] };
}
