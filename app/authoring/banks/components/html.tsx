/** A text of a question: safe HTML that the server rendered. Questions are written in English. */
export function Html({ html, className }: { html: string; className?: string }) {
  return <span lang="en" className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
