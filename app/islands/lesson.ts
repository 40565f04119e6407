/** Lesson pages: n and p go to the next and the previous lesson, unless the reader is typing. */
const ways: Readonly<Record<string, string>> = { n: "next", p: "previous" };
const typing = "input, textarea, select, button, [contenteditable], video, [data-webinar]";

document.addEventListener("keydown", (event) => {
  const way = ways[event.key];
  if (way === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof Element && event.target.closest(typing)) return;
  document.querySelector<HTMLAnchorElement>(`a[data-key="${way}"]`)?.click();
});

// The player's script goes only to pages that show a recording.
if (document.querySelector("[data-webinar]") !== null) void import("./webinar");
