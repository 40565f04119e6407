import type { Body, Collector } from "../collector";
import { escapeMarkdown } from "../escape-markdown";
import { htmlToMarkdown } from "../html-to-markdown";
import { type GiftBlock, showEscapes, writtenBreak } from "./gift-text";

const formats = ["html", "markdown", "plain", "moodle"] as const;
export type GiftFormat = (typeof formats)[number];

/** One question of a GIFT file while it is read. */
export class GiftItem {
  /** What texts without a format of their own are: that of the question. */
  format: GiftFormat = "moodle";
  readonly #collector: Collector;
  readonly #block: GiftBlock;
  readonly #name: string;

  constructor(collector: Collector, block: GiftBlock, name: string) {
    this.#collector = collector;
    this.#block = block;
    this.#name = name;
  }

  lost(what: string, why: string): void {
    this.#collector.lost(this.#name, what, why);
  }

  /** What our writer put beside the question under this name; empty if nothing. */
  note(name: string): string {
    return this.#block.notes.find((note) => note.name === name)?.value.trim() ?? "";
  }

  /** The format in brackets at the beginning, and the rest. */
  split(text: string): [GiftFormat, string] {
    const named = /^\s*\[(html|markdown|plain|moodle)\]/.exec(text);
    const format = formats.find((known) => known === named?.[1]) ?? this.format;
    return [format, text.slice(named?.[0].length ?? 0)];
  }

  /** A text with perhaps a format of its own, as Markdown. */
  text(written: string): string {
    const [format, text] = this.split(written);
    if (format === "markdown") return showEscapes(text).trim();
    const joined = text.replace(/\s*\n\s*/g, " ").trim();
    if (format === "plain") return escapeMarkdown(showEscapes(joined));
    return this.#fromHtml(showEscapes(format === "moodle" ? joined.replaceAll(writtenBreak, "<br />") : joined));
  }

  #fromHtml(html: string): string {
    return htmlToMarkdown(html, {
      picture: (address) => {
        this.lost(`the picture "${address.slice(0, 80)}"`, "a GIFT file holds no pictures");
        return null;
      },
      lost: (what, why) => {
        this.lost(what, why);
      },
    });
  }

  /** A text that is compared with what people type: no markup. */
  plain(written: string): string {
    return showEscapes(this.split(written)[1]).replace(/\s+/g, " ").trim();
  }

  add(name: string, stem: string, explanation: string, body: Body): void {
    const tags = this.#block.notes.filter((note) => note.name === "tag").map(({ value }) => value.trim());
    const described = { name, ownId: this.note("id"), tags, stem, explanation };
    this.#collector.add(this.#name, { ...described, ids: this.note("ids"), order: this.note("order") }, body);
  }
}
