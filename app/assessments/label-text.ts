const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** A label's safe HTML as plain text, for list boxes and for texts on a picture, which can't show markup. */
export function labelText(html: string): string {
  return html
    .replace(/<img(?:\s[a-z]+="[^"]*")*>/gi, (image) => /\salt="([^"]*)"/i.exec(image)?.[1] ?? "")
    .replace(/<\/?[a-z][^>]*>/gi, "")
    .replace(/&#(?:x([0-9a-f]{1,5})|(\d{1,6}));/gi, (_, hex: string | undefined, decimal: string | undefined) =>
      String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(/&(amp|lt|gt|quot);/g, (entity, name: string) => named[name] ?? entity);
}
