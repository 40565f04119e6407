import { formatClock } from "../../i18n/format";
import type { Locale } from "../../i18n/locales";
import { fillText } from "../../webinars/watch-words";
import { onPress, type PageParts, part } from "./page-parts";
import type { Player } from "./player";

/** Puts our controls under the picture in the place of the browser's own. */
export function startControls(page: PageParts, player: Player): void {
  const { stage, video } = page;
  const bar = part(stage, "[data-controls]", HTMLElement);
  if (bar === null) return;
  startButtons(page, player);
  startSeekBar(page, player);
  startSpeed(stage, video);
  startVolume(page);
  bar.hidden = false;
  video.controls = false;
  video.addEventListener("click", player.toggle);
}

function startButtons({ stage, video, texts }: PageParts, player: Player): void {
  const play = onPress(stage, "play", player.toggle);
  onPress(stage, "back", () => {
    player.seekBy(-10_000);
  });
  onPress(stage, "forward", () => {
    player.seekBy(10_000);
  });
  const show = () => {
    stage.classList.toggle("is-playing", !video.paused);
    name(play, video.paused ? texts.play : texts.pause);
  };
  for (const event of ["play", "pause", "ended"]) video.addEventListener(event, show);
  const full = onPress(stage, "full", () => {
    toggleFullScreen(stage, video);
  });
  if (full !== null) full.hidden = !document.fullscreenEnabled && !hasOwnFullScreen(video);
  const pip = onPress(stage, "pip", () => {
    if (document.pictureInPictureElement) void document.exitPictureInPicture();
    else video.requestPictureInPicture().catch(() => undefined);
  });
  // Firefox has its own button in the picture and no such function.
  if (pip !== null) pip.hidden = !("pictureInPictureEnabled" in document) || !document.pictureInPictureEnabled;
}

/** The label that is heard and the one that is seen on hovering. */
function name(button: HTMLButtonElement | null, label: string): void {
  button?.setAttribute("aria-label", label);
  button?.setAttribute("title", label);
}

export function toggleFullScreen(stage: HTMLElement, video: HTMLVideoElement): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else if (document.fullscreenEnabled) stage.requestFullscreen().catch(() => undefined);
  else if (hasOwnFullScreen(video)) video.webkitEnterFullscreen();
}

/** Telephones of one maker show only the video itself on the whole screen. */
function hasOwnFullScreen(video: HTMLVideoElement): video is HTMLVideoElement & { webkitEnterFullscreen: () => void } {
  return "webkitEnterFullscreen" in video;
}

function startSeekBar({ stage, video, texts, locale, durationMs }: PageParts, player: Player): void {
  const bar = part(stage, "[data-range=seek-bar]", HTMLInputElement);
  const clock = part(stage, "[data-clock]", HTMLElement);
  if (bar === null || clock === null) return;
  bar.max = String(Math.floor(durationMs / 1000));
  const whole = document.createElement("span");
  whole.textContent = `/ ${formatClock(durationMs)}`;
  const now = document.createTextNode("");
  clock.replaceChildren(now, " ", whole);
  const length = spokenTime(locale, durationMs);
  let shown = -1;
  const show = () => {
    const second = Math.floor(video.currentTime);
    if (second === shown) return;
    shown = second;
    bar.value = String(second);
    now.data = formatClock(second * 1000);
    bar.setAttribute("aria-valuetext", fillText(texts.at, { at: spokenTime(locale, second * 1000), length }));
  };
  for (const event of ["timeupdate", "seeking", "loadedmetadata"]) video.addEventListener(event, show);
  bar.addEventListener("input", () => {
    player.seek(Number(bar.value) * 1000);
  });
  show();
}

/** "3 minutes 26 seconds", in the words of the language. */
function spokenTime(locale: Locale, ms: number): string {
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "long" }).format(value);
  const seconds = Math.floor(ms / 1000);
  const parts = [
    { value: Math.floor(seconds / 3600), name: "hour" },
    { value: Math.floor((seconds % 3600) / 60), name: "minute" },
    { value: seconds % 60, name: "second" },
  ];
  const said = parts.filter(({ value }) => value > 0).map(({ value, name }) => unit(value, name));
  return said.length === 0 ? unit(0, "second") : said.join(" ");
}

function startSpeed(stage: HTMLElement, video: HTMLVideoElement): void {
  const select = part(stage, "[data-speed]", HTMLSelectElement);
  if (select === null) return;
  select.addEventListener("change", () => {
    video.playbackRate = Number(select.value);
  });
  video.addEventListener("ratechange", () => {
    select.value = String(video.playbackRate);
  });
}

function startVolume({ stage, video, texts }: PageParts): void {
  const bar = part(stage, "[data-range=volume]", HTMLInputElement);
  const mute = onPress(stage, "mute", () => {
    video.muted = !video.muted;
    if (!video.muted && video.volume === 0) video.volume = 0.5;
  });
  bar?.addEventListener("input", () => {
    video.volume = Number(bar.value) / 100;
    video.muted = video.volume === 0;
  });
  const show = () => {
    if (bar !== null) bar.value = String(video.muted ? 0 : Math.round(video.volume * 100));
    stage.classList.toggle("is-silent", video.muted);
    name(mute, video.muted ? texts.unmute : texts.mute);
  };
  video.addEventListener("volumechange", show);
  show();
}
