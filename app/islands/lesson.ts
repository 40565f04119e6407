/**
 * Lesson pages: the right and the left arrow go to the next and the previous lesson, unless something that has the
 * focus needs them. Arrows, because a shortcut of one letter gets in the way of people who dictate.
 */
const ways: Readonly<Record<string, string>> = { ArrowRight: "next", ArrowLeft: "previous" };
const needsArrows = "input, textarea, select, button, summary, [tabindex], [contenteditable]";

function turnPage(event: KeyboardEvent): void {
  const way = ways[event.key];
  if (way === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.target instanceof Element && event.target.closest(needsArrows)) return;
  document.querySelector<HTMLAnchorElement>(`a[data-key="${way}"]`)?.click();
}

// A recording uses the arrows itself, and its script goes only to pages that show one.
if (document.querySelector("[data-webinar]") === null) document.addEventListener("keydown", turnPage);
else void import("./webinar");
