/** The first page: opening the introduction starts it. Without this script the recording's own controls do. */
for (const fold of document.querySelectorAll<HTMLDetailsElement>(".home-film details")) {
  fold.addEventListener("toggle", () => {
    const video = fold.querySelector("video");
    if (video === null) return;
    // A browser may refuse to start by itself; its controls stand there.
    if (fold.open) video.play().catch(() => undefined);
    else video.pause();
  });
}
