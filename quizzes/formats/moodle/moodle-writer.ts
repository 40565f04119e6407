import type { Question } from "../../engine/model";
import type { Loss } from "../imported";
import { exactHtml } from "../markdown-to-html";
import { type Attributes, element, plain } from "./xml-writer";
import { pictureAddress } from "./moodle-item";

/** Writes the texts of one question and collects what Moodle can't say. */
export class MoodleWriter {
  readonly losses: Loss[] = [];
  readonly #question: Question;
  readonly #pictures: ReadonlyMap<string, Uint8Array>;

  constructor(question: Question, pictures: ReadonlyMap<string, Uint8Array>) {
    this.#question = question;
    this.#pictures = pictures;
  }

  lost(what: string, why: string): void {
    this.losses.push({ file: "Moodle XML", item: this.#question.id, what, why });
  }

  /** Markdown as HTML in a `<text>`, with the pictures that it shows. */
  inner(markdown: string, finish: (html: string) => string = (html) => html): string {
    const names = new Set([...markdown.matchAll(/\]\(picture:([^)\s]+)\)/g)].map(([, name = ""]) => name));
    const html = finish(markdown === "" ? "" : exactHtml(markdown, pictureAddress));
    return `${plain("text", html)}${[...names].map((name) => this.file(name)).join("")}`;
  }

  html(name: string, markdown: string, attributes: Attributes = {}): string {
    return element(name, { ...attributes, format: "html" }, this.inner(markdown));
  }

  /** The file of a picture, or nothing when its bytes aren't there. */
  file(name: string, attributes: Attributes = {}): string {
    const bytes = this.#pictures.get(name);
    if (bytes === undefined) {
      this.lost(`the picture "${name}"`, "its file wasn't given");
      return "";
    }
    return element(
      "file",
      { name, path: "/", encoding: "base64", ...attributes },
      Buffer.from(bytes).toString("base64"),
    );
  }

  hasPicture(name: string): boolean {
    return this.#pictures.has(name);
  }

  answer(fraction: number, text: string, feedback: string, more = "", attributes: Attributes = {}): string {
    const written = { fraction: String(Number(fraction.toFixed(5))), ...attributes };
    return element("answer", written, `${plain("text", text)}${this.html("feedback", feedback)}${more}`);
  }

  htmlAnswer(fraction: number, markdown: string, feedback: string): string {
    const written = { fraction: String(Number(fraction.toFixed(5))), format: "html" };
    return element("answer", written, `${this.inner(markdown)}${this.html("feedback", feedback)}`);
  }
}
