import { startCaptions } from "./webinar/captions";
import { startControls } from "./webinar/controls";
import { startKeys } from "./webinar/keys";
import { onPress, type PageParts, part, readPageParts } from "./webinar/page-parts";
import { createPlayer, type Player } from "./webinar/player";
import { startReports } from "./webinar/reports";
import { startTabs } from "./webinar/tabs";
import { startTranscript } from "./webinar/transcript";
import { createWatchedView } from "./webinar/watched-view";

/** The page of a recording: our controls, transcript, tabs, keys, and the measuring of what is watched. */
const page = readPageParts();
const root = document.querySelector<HTMLElement>("[data-webinar]");
if (root !== null) startTabs(root);
if (page !== null) start(page);

function start(parts: PageParts): void {
  const player = createPlayer(parts);
  startControls(parts, player);
  startKeys(parts, player, startCaptions(parts));
  startTranscript(parts, player);
  startReports(parts, player, createWatchedView(parts, player));
  offerResume(parts, player);
  sayWhenBroken(parts);
}

/** The address of the file already opens at the resume point; this says so and offers the start. */
function offerResume({ root, video, resumeMs, done }: PageParts, player: Player): void {
  const bar = part(root, "[data-resume-bar]", HTMLElement);
  const asked = Number(new URLSearchParams(location.search).get("t"));
  if (asked > 0) {
    player.seek(asked * 1000);
    return;
  }
  if (bar === null || resumeMs === 0 || done) return;
  const close = () => {
    // Whoever pressed a button of this bar goes on from the player's own.
    if (bar.contains(document.activeElement)) part(root, '[data-act="play"]', HTMLButtonElement)?.focus();
    bar.hidden = true;
    // Its place is kept from the first paint until nobody needs it any more.
    bar.classList.add("is-over");
  };
  bar.hidden = false;
  video.addEventListener("play", close, { once: true });
  onPress(bar, "resume", () => {
    player.playFrom(resumeMs);
  });
  onPress(bar, "from-start", () => {
    player.playFrom(0);
  });
}

function sayWhenBroken({ root, video, texts }: PageParts): void {
  const note = part(root, "[data-broken]", HTMLElement);
  const say = () => {
    if (note === null) return;
    note.textContent = texts.broken;
    note.hidden = false;
  };
  video.addEventListener("error", say);
  video.querySelector("source")?.addEventListener("error", say);
  video.addEventListener("playing", () => {
    if (note !== null) note.hidden = true;
  });
}
