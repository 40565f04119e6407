/** Lesson pages: n and p go to the next and the previous lesson, unless the reader is typing. */
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target instanceof Element && event.target.closest("input, textarea, select, button, [contenteditable], video, [data-webinar]")) return;
  const where = event.key === "n" ? "next" : event.key === "p" ? "previous" : null;
  if (where !== null) document.querySelector<HTMLAnchorElement>(`a[data-key="${where}"]`)?.click();
});

// The player's script goes only to pages that show a recording.
if (document.querySelector("[data-webinar]") !== null) void import("./webinar");
