import { toggleFullScreen } from "./controls";
import { onPress, type PageParts, part } from "./page-parts";
import type { Player } from "./player";

const storageKey = "player-keys";

/** Keys of the player, from anywhere on the page but fields; the list on "?" has a switch that turns the letters off. */
export function startKeys({ stage, root, video }: PageParts, player: Player, toggleCaptions: () => void): void {
  const dialog = part(root, "[data-keys]", HTMLDialogElement);
  const use = part(root, "[data-use-keys]", HTMLInputElement);
  if (dialog === null || use === null) return;
  use.checked = readChoice() !== "off";
  use.addEventListener("change", () => {
    keepChoice(use.checked ? "on" : "off");
  });
  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    dialog.querySelector("button")?.focus();
  };
  onPress(stage, "keys", open);

  const acts: Readonly<Record<string, () => void>> = {
    " ": player.toggle,
    k: player.toggle,
    ArrowLeft: () => player.seekBy(-5000),
    ArrowRight: () => player.seekBy(5000),
    j: () => player.seekBy(-10_000),
    l: () => player.seekBy(10_000),
    ArrowUp: () => player.changeVolume(0.05),
    ArrowDown: () => player.changeVolume(-0.05),
    m: () => {
      video.muted = !video.muted;
    },
    c: toggleCaptions,
    f: () => {
      toggleFullScreen(stage, video);
    },
    "<": () => player.changeSpeed(-1),
    ">": () => player.changeSpeed(1),
    "?": open,
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || dialog.open || !use.checked) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const act = acts[key];
    if (act === undefined || isTaken(event.target, key, stage)) return;
    event.preventDefault();
    act();
  });
}

/** True where the key already means something: typing, choosing, pressing, or scrolling outside the picture. */
function isTaken(target: EventTarget | null, key: string, stage: HTMLElement): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest("input:not([type=range]), textarea, select, [contenteditable]")) return true;
  if (key === " ") return target.closest("button, a, summary, input") !== null;
  if (!key.startsWith("Arrow")) return false;
  if (target.closest("[role=tab], [data-range=volume]")) return true;
  const isVertical = key === "ArrowUp" || key === "ArrowDown";
  return isVertical && (!stage.contains(target) || target.matches("input"));
}

function readChoice(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function keepChoice(choice: string): void {
  try {
    localStorage.setItem(storageKey, choice);
  } catch {
    // Without storage the choice holds for this page.
  }
}
