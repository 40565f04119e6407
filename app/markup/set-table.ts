import type { Element, ElementContent } from "hast";
import { textOf } from "./safe-html";

export function element(tagName: string, properties: Element["properties"], children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}

function elementsIn(parent: Element | undefined, ...names: string[]): Element[] {
  return (parent?.children ?? []).flatMap((child) =>
    child.type === "element" && names.includes(child.tagName) ? [child] : [],
  );
}

const figure = /^[<>≤≥≈~±+−–-]?\s?\d[\d\s.,:/×±–−-]*(%|‰)?$/u;
const nothing = /^[–—-]?$/u;

/** Columns whose cells are all figures are set to the right, so that digits stand under digits. The first column names the row. */
function numericColumns(rows: readonly Element[]): number[] {
  const cells = rows.map((row) => elementsIn(row, "td", "th").map((cell) => textOf(cell).trim()));
  const width = Math.max(0, ...cells.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => column).filter((column) => {
    const texts = cells.map((row) => row[column] ?? "");
    return (
      column > 0 &&
      texts.some((text) => figure.test(text)) &&
      texts.every((text) => figure.test(text) || nothing.test(text))
    );
  });
}

/**
 * Gives cells their scope and class; mends a table that GFM's handler made, in place.
 * @param namesRows whether the first column holds the rows' names
 */
export function setCells(table: Element, namesRows: boolean): void {
  const headRows = elementsIn(elementsIn(table, "thead")[0], "tr");
  const bodyRows = elementsIn(elementsIn(table, "tbody")[0], "tr");
  const numeric = numericColumns(bodyRows);
  for (const row of [...headRows, ...bodyRows]) {
    for (const [column, cell] of elementsIn(row, "td", "th").entries()) {
      cell.properties = numeric.includes(column) ? { className: ["n"] } : {};
      if (headRows.includes(row)) cell.properties["scope"] = "col";
      else if (column === 0 && namesRows) {
        cell.tagName = "th";
        cell.properties["scope"] = "row";
      }
    }
  }
}

/** The conditions of a table ("head in the 16 cm phantom, …") stand after the first colon of its caption, on a line of their own. */
function setCaption(caption: ElementContent[]): Element {
  const at = caption.findIndex((part) => part.type === "text" && /:\s/.test(part.value));
  const parting = caption[at];
  if (parting?.type !== "text") return element("caption", {}, caption);
  const cut = parting.value.search(/:\s/) + 1;
  const conditions: ElementContent[] = [
    { type: "text", value: parting.value.slice(cut).trimStart() },
    ...caption.slice(at + 1),
  ];
  return element("caption", {}, [
    ...caption.slice(0, at),
    { type: "text", value: `${parting.value.slice(0, cut)} ` },
    element("span", {}, conditions),
  ]);
}

/** A table with its caption and foot, in a region that a keyboard can scroll. */
export function setTable(table: Element, caption: ElementContent[], foot: readonly ElementContent[]): Element {
  setCells(table, true);
  const name = textOf({ type: "root", children: caption }).trim();
  const columns = Math.max(
    1,
    ...elementsIn(table, "thead", "tbody").flatMap((part) =>
      elementsIn(part, "tr").map((row) => elementsIn(row, "td", "th").length),
    ),
  );
  const footCell = foot.flatMap((part, index) => {
    const content = part.type === "element" && part.tagName === "p" ? part.children : [part];
    return index === 0 ? content : [element("br", {}, []), ...content];
  });
  const footRow = element("tr", {}, [element("td", { colSpan: columns }, footCell)]);
  table.children = [
    setCaption(caption),
    ...elementsIn(table, "thead", "tbody"),
    ...(footCell.length === 0 ? [] : [element("tfoot", {}, [footRow])]),
  ];
  return element("div", { className: ["scroll"], tabIndex: 0, role: "region", ariaLabel: name }, [table]);
}

/** A table of words without caption or figures, such as "instead of, say". Its head names the region. */
export function setPlainTable(table: Element): Element {
  setCells(table, false);
  const head = elementsIn(elementsIn(table, "thead")[0], "tr").flatMap((row) => elementsIn(row, "th"));
  const name = head.map((cell) => textOf(cell).trim()).join(", ");
  return element("div", { className: ["scroll"], tabIndex: 0, role: "region", ariaLabel: name }, [table]);
}
