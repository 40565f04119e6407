import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** Reads the Markdown of lessons. Rendering and the editor share it, so that both see the same text. */
export const lessonReader = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkDirective).freeze();
