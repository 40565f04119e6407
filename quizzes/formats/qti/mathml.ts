import { attribute, childrenOf, descendants, type Element, plainText } from "./xml";

/** TeX of a MathML formula: the TeX that it carries, or its simple parts. Null when it uses more than that. */
export function texOf(math: Element): string | null {
  const [carried] = descendants(math, (e) => e.name === "annotation" && /tex/i.test(attribute(e, "encoding")));
  if (carried !== undefined) return plainText(carried);
  const tex = tex1({ ...math, name: "mrow" });
  return tex?.trim() === "" ? null : (tex?.trim() ?? null);
}

const letters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "×": "\\times ",
    "·": "\\cdot ",
    "⋅": "\\cdot ",
    "÷": "\\div ",
    "−": "-",
    "±": "\\pm ",
    "≤": "\\le ",
    "≥": "\\ge ",
    "≠": "\\ne ",
    "≈": "\\approx ",
    "→": "\\to ",
    "∞": "\\infty ",
    "∑": "\\sum ",
    "∫": "\\int ",
    µ: "\\mu ",
    μ: "\\mu ",
    α: "\\alpha ",
    β: "\\beta ",
    γ: "\\gamma ",
    Δ: "\\Delta ",
    λ: "\\lambda ",
    π: "\\pi ",
    σ: "\\sigma ",
    θ: "\\theta ",
    "%": "\\%",
    "{": "\\{",
    "}": "\\}",
    "\u2061": "",
    "\u2062": "",
    "&": "\\&",
    "#": "\\#",
    $: "\\$",
    _: "\\_",
  }),
);

function spelled(text: string): string {
  return Array.from(text)
    .map((letter) => letters.get(letter) ?? letter)
    .join("");
}

type Writer = (parts: readonly string[]) => string;

const joined: Writer = (parts) => parts.join("");
const writers: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ["mrow", joined],
  ["mstyle", joined],
  ["semantics", joined],
  ["mpadded", joined],
  ["mspace", () => "\\ "],
  ["annotation", () => ""],
  ["annotation-xml", () => ""],
  ["mfenced", (parts) => `(${parts.join(", ")})`],
  ["mfrac", ([above = "", below = ""]) => `\\frac{${above}}{${below}}`],
  ["msqrt", (parts) => `\\sqrt{${parts.join("")}}`],
  ["mroot", ([radicand = "", index = ""]) => `\\sqrt[${index}]{${radicand}}`],
  ["msup", ([base = "", up = ""]) => `${base}^{${up}}`],
  ["msub", ([base = "", down = ""]) => `${base}_{${down}}`],
  ["msubsup", ([base = "", down = "", up = ""]) => `${base}_{${down}}^{${up}}`],
]);

function tex1(element: Element): string | null {
  if (["mi", "mn", "mo"].includes(element.name)) return spelled(plainText(element));
  if (element.name === "mtext") return `\\text{${plainText(element).replace(/[\\{}$]/g, "")}}`;
  const writer = writers.get(element.name);
  if (writer === undefined) return null;
  const skipped = element.name.startsWith("annotation");
  const parts: string[] = [];
  for (const child of skipped ? [] : childrenOf(element)) {
    const tex = tex1(child);
    if (tex === null) return null;
    parts.push(tex);
  }
  return writer(parts);
}
