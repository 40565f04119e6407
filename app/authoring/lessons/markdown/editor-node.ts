/** A lesson as the editor holds it: ProseMirror's JSON, with the nodes of the dialect. Node names are those of the schema. */
export interface EditorNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly EditorNode[];
  readonly marks?: readonly EditorMark[];
  readonly text?: string;
}

export interface EditorMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** Kinds of call-outs, as the Markdown names them. */
export const calloutKinds = ["note", "care", "rad"] as const;
export type CalloutKind = (typeof calloutKinds)[number];

/** What stands in the braces of a figure. One of `drawing` and `picture` names what it shows. */
export const figureAttributes = ["drawing", "picture", "alt", "source", "permission", "patient"] as const;
export type FigureAttributes = Readonly<Record<(typeof figureAttributes)[number], string>>;

export function attributeOf(node: EditorNode | EditorMark, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === "string" ? value : "";
}

/** Levels of headings that a lesson may have. */
export const headingLevels = [2, 3, 4] as const;
