import type { Markup } from "./parse-html";

interface TableContext {
  readonly lost: (what: string, why: string) => void;
  readonly cell: (nodes: readonly (Markup | string)[]) => string;
  readonly paragraphs: (nodes: readonly (Markup | string)[]) => string[];
}

function elements(node: Markup): Markup[] {
  return node.children.filter((child): child is Markup => typeof child !== "string");
}

function rowsOf(node: Markup): Markup[] {
  return elements(node).flatMap((child) => {
    if (child.name === "tr") return [child];
    return ["thead", "tbody", "tfoot"].includes(child.name) ? rowsOf(child) : [];
  });
}

/** A table as Markdown, with its caption before it. A table without head cells gets an empty head, which Markdown needs. */
export function convertTable(table: Markup, context: TableContext): string[] {
  const rows = rowsOf(table).map((row) => elements(row).filter(({ name }) => name === "td" || name === "th"));
  const captions = elements(table).filter(({ name }) => name === "caption");
  const before = captions.flatMap(({ children }) => context.paragraphs(children));
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  if (width === 0) return before;
  for (const cell of rows.flat()) {
    if (isSpread(cell)) context.lost("a table cell over several rows or columns", "tables here have plain cells");
  }
  const [first = []] = rows;
  const hasHead = first.length > 0 && first.every(({ name }) => name === "th");
  const lines = rows.map((cells) =>
    line(
      cells.map(({ children }) => context.cell(children)),
      width,
    ),
  );
  const [head, ...body] = hasHead ? lines : [line([], width), ...lines];
  return [...before, [head, line(Array<string>(width).fill("---"), width), ...body].join("\n")];
}

function isSpread({ attributes }: Markup): boolean {
  return ["rowspan", "colspan"].some((name) => !["", "1"].includes(attributes.get(name) ?? ""));
}

function line(cells: readonly string[], width: number): string {
  return `| ${Array.from({ length: width }, (_, index) => cells[index] ?? "").join(" | ")} |`;
}
