/** A spreadsheet runs a cell that begins like this. Tab and line break count, because programs skip them. */
const beginsLikeFormula = /^[=+\-@\t\r\n]/;

/**
 * One line of a CSV file after RFC 4180, with its line end. A text that a spreadsheet would run as a formula gets an
 * apostrophe in front, so that it stays a text.
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => quote(String(cell))).join(",")}\r\n`;
}

function quote(cell: string): string {
  const text = beginsLikeFormula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
