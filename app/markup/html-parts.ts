/** Safe HTML cut at the gaps of a cloze, so that a page can put a field into each. */
export type HtmlPart =
  | { readonly text: string }
  | { readonly gap: string }
  /** An element with its inner HTML. */
  | { readonly tag: string; readonly attributes: HtmlAttributes; readonly html: string }
  /** An element that holds gaps. */
  | { readonly tag: string; readonly attributes: HtmlAttributes; readonly parts: readonly HtmlPart[] };

/** Attributes by the names that React uses. */
export type HtmlAttributes = Readonly<Record<string, string | number>>;
