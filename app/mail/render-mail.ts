import type { Mail } from "./mail";

/** A mail as its author thinks of it: paragraphs, and links that stand alone. */
export type MailBlock = string | { readonly label: string; readonly href: string };

export interface MailDraft {
  readonly to: string;
  readonly locale: string;
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
  /** Small print under a line: who writes, and why. */
  readonly foot: string;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (text: string) => text.replace(/[&<>"']/g, (c) => entities[c] ?? c);

const textBlock = (block: MailBlock) => (typeof block === "string" ? block : `${block.label}:\n${block.href}`);

function htmlBlock(block: MailBlock): string {
  if (typeof block === "string") return `<p style="margin:0 0 16px">${escape(block)}</p>`;
  // The address stands in the open too: readers can see where a link leads, and copy it.
  return (
    `<p style="margin:0 0 8px"><a href="${escape(block.href)}" style="color:#14567a;font-weight:600">${escape(block.label)}</a></p>` +
    `<p style="margin:0 0 16px;font-size:14px;color:#55636d;word-break:break-all">${escape(block.href)}</p>`
  );
}

/** One line: a line break in a subject would start a header of its own. */
const oneLine = (text: string) => text.replace(/[\r\n]+/g, " ").trim();

/** Plain text and a simple HTML form of the same words. Everything is escaped; there are no images and no tracking. */
export function renderMail({ to, locale, subject, blocks, foot }: MailDraft): Mail {
  const html =
    `<!DOCTYPE html><html lang="${escape(locale)}"><head><meta charset="utf-8"><title>${escape(oneLine(subject))}</title></head>` +
    `<body style="margin:0;padding:24px;background:#fdfefc;color:#13202a;font:17px/26px 'Segoe UI',Helvetica,Arial,sans-serif">` +
    `<div style="max-width:560px">${blocks.map(htmlBlock).join("")}` +
    `<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #bac4c9;font-size:14px;line-height:20px;color:#55636d">${escape(foot)}</p>` +
    `</div></body></html>`;
  return { to, subject: oneLine(subject), text: `${blocks.map(textBlock).join("\n\n")}\n\n-- \n${foot}\n`, html };
}
