import type { SlideState } from "./plan-timeline";
import type { ScriptSlide } from "./script-file";

/** Colours of the film-dark room, as in the tokens of the interface. */
const STYLE = `
* { margin: 0; padding: 0; box-sizing: border-box; }
html, body { width: 1280px; height: 720px; overflow: hidden; background: #05080b; color: #e6edf0; }
body { font: 400 28px/38px "Source Sans 3 Variable", sans-serif; font-variant-numeric: tabular-nums lining-nums; }
.frame { position: absolute; inset: 0 0 130px 0; padding: 30px 56px 0; }
.ident { display: flex; align-items: center; gap: 14px; height: 36px; font-size: 20px; line-height: 36px; font-weight: 500; letter-spacing: 0.02em; color: #a9b6be; }
.ident b { color: #e6edf0; font-weight: 600; }
.ident .steps { margin-left: auto; }
h1 { font: 500 46px/52px "STIX Two Text Variable", serif; letter-spacing: -0.012em; margin-top: 20px; }
.body { position: absolute; left: 56px; right: 56px; top: 158px; bottom: 46px; }
.both { display: grid; grid-template-columns: 520px 1fr; gap: 44px; align-items: center; }
.stack { display: flex; flex-direction: column; justify-content: center; gap: 22px; }
ul { list-style: none; }
ul:only-child { font-size: 33px; line-height: 46px; }
li { padding: 8px 0 8px 22px; border-left: 4px solid #2d3943; color: #a9b6be; }
li.lit { border-color: #8fd0f5; color: #ffffff; }
table { border-collapse: collapse; width: 100%; border-top: 2px solid #e6edf0; }
th { font-weight: 600; font-size: 22px; line-height: 28px; color: #a9b6be; text-align: left; border-bottom: 2px solid #71818c; vertical-align: bottom; }
th, td { padding: 7px 18px 7px 0; }
td { border-bottom: 1px solid #33404b; font-size: 25px; line-height: 32px; color: #c9d3d8; vertical-align: top; }
td:first-child, th:first-child { padding-left: 18px; border-left: 4px solid transparent; }
.n { text-align: right; white-space: nowrap; }
tr.lit td { background: #15303f; color: #ffffff; }
tr.lit td:first-child { border-left-color: #8fd0f5; }
.drawing { display: flex; align-items: center; justify-content: center; height: 100%; min-height: 0; }
.drawing svg { width: 100%; height: 100%; }
.source { position: absolute; left: 56px; right: 56px; bottom: 4px; border-top: 1px solid #33404b; padding-top: 6px; font-size: 19px; line-height: 26px; color: #a9b6be; }
`;

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** Tone of step i of n, from the dark to the light end of the wedge. */
function toneOf(index: number, count: number): string {
  const share = count < 2 ? 1 : index / (count - 1);
  const mix = (low: number, high: number) => Math.round(low + (high - low) * share);
  return `rgb(${mix(0x64, 0xf4)} ${mix(0x73, 0xf8)} ${mix(0x7e, 0xf9)})`;
}

/** The step wedge as the outline of the talk: one step per slide, lit up to the one before, ringed at this one. */
function wedge(index: number, count: number): string {
  const width = 16;
  const steps = Array.from({ length: count }, (_, step) => {
    const height = 8 + (24 * step) / Math.max(1, count - 1);
    const paint =
      step < index
        ? `fill="${toneOf(step, count)}"`
        : `fill="none" stroke="${step === index ? "#8fd0f5" : "#5d6b76"}" stroke-width="${step === index ? 2.5 : 1}"`;
    return `<rect x="${step * (width + 3) + 2}" y="${(34 - height).toFixed(1)}" width="${width - 1}" height="${height.toFixed(1)}" ${paint}/>`;
  });
  const total = count * (width + 3) + 4;
  return `<svg class="steps" width="${total}" height="36" viewBox="0 0 ${total} 36">${steps.join("")}</svg>`;
}

const MARK =
  '<svg width="42" height="28" viewBox="0 0 36 24"><path d="M0 0h36v24H0z" fill="#0d141a"/><path d="M4 16h5v4H4z" fill="#64737e"/><path d="M10 13h5v7h-5z" fill="#8a979f"/><path d="M16 10h5v10h-5z" fill="#adb7bd"/><path d="M22 7h5v13h-5z" fill="#d1d8dc"/><path d="M28 4h5v16h-5z" fill="#f4f8f9"/></svg>';

function listOf(slide: ScriptSlide, state: SlideState): string {
  const items = slide.lines.map(
    (text, index) => `<li${index === state.line ? ' class="lit"' : ""}>${escaped(text)}</li>`,
  );
  return items.length === 0 ? "" : `<ul>${items.join("")}</ul>`;
}

function tableOf(slide: ScriptSlide, state: SlideState): string {
  const table = slide.table;
  if (table === undefined) return "";
  const isNumber = table.head.map((_, column) => table.rows.every((row) => /^[\d.,–−\s]*$/.test(row[column] ?? "")));
  const cell = (tag: string) => (text: string, column: number) =>
    `<${tag}${isNumber[column] ? ' class="n"' : ""}>${escaped(text)}</${tag}>`;
  const rows = table.rows.map(
    (row, index) => `<tr${index === state.row ? ' class="lit"' : ""}>${row.map(cell("td")).join("")}</tr>`,
  );
  return `<table><thead><tr>${table.head.map(cell("th")).join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

type SlidePage = {
  title: string;
  slide: ScriptSlide;
  count: number;
  drawing: string | null;
  state: SlideState;
  fonts: string;
};

/**
 * One state of one slide as a page of 1280 × 720 px. Parts of the drawing with `data-line` light up with that line.
 * The lowest 18 % stay empty, because captions stand there.
 */
export function slidePage({ title, slide, count, drawing, state, fonts }: SlidePage): string {
  const lit = `svg [data-line="${state.line}"]`;
  const glow = `${lit}:is(path, rect, circle, line, ellipse), ${lit} :is(path, rect, circle, line, ellipse) { stroke: #8fd0f5; } ${lit}:is(text), ${lit} text { fill: #8fd0f5; }`;
  const figure = drawing === null ? "" : `<div class="drawing">${drawing}</div>`;
  const list = listOf(slide, state);
  const beside = figure !== "" && list !== "";
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${fonts}${STYLE}${state.line === null ? "" : glow}</style>
<body><div class="frame">
<p class="ident">${MARK}<b>Stepwedge</b><span>${escaped(title)}</span>${wedge(state.slide, count)}</p>
<h1>${escaped(slide.heading)}</h1>
<div class="body ${beside ? "both" : "stack"}">${tableOf(slide, state)}${list}${figure}</div>
${slide.source === null ? "" : `<p class="source">${escaped(slide.source)}</p>`}
</div></body></html>`;
}
