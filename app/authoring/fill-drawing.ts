const placeholder = /\{\{\s*([\w-]+)\s*\}\}/g;
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Puts the labels of one language into a drawing. `missing` names the keys of the drawing that have no label. */
export function fillDrawing(
  svg: string,
  labels: Readonly<Record<string, string>>,
): { readonly svg: string; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const filled = svg.replace(placeholder, (_, key: string) => {
    const label = Object.hasOwn(labels, key) ? labels[key] : undefined;
    if (label === undefined) missing.add(key);
    return (label ?? "").replace(/[&<>]/g, (character) => entities[character] ?? character);
  });
  return { svg: filled, missing: [...missing] };
}

/** Keys of the labels that a drawing shows. */
export function labelKeys(svg: string): ReadonlySet<string> {
  return new Set([...svg.matchAll(placeholder)].map(([, key = ""]) => key));
}
