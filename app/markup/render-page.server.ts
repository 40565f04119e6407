import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { lessonSchema } from "./safe-html";

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeSanitize, { ...lessonSchema, attributes: { a: ["href"], ol: ["start"], th: ["scope"] } })
  .use(rehypeStringify)
  .freeze();

/** Safe HTML of a plain text of the site: headings from the second level on, paragraphs, lists, links, tables. */
export function renderPage(markdown: string): string {
  return processor.processSync(markdown).toString();
}
