import { onPress, type PageParts, part } from "./page-parts";

/**
 * Captions are on from the start, in the language of the content. Gives what the key "c" does.
 *
 * They stand in a box of our own on the picture: the browser's own appear at the top first, jump, and move again when
 * its controls give way to ours. Only where the device shows nothing but the video on the whole screen are they the
 * browser's.
 */
export function startCaptions({ stage, video }: PageParts): () => void {
  const select = part(stage, "[data-captions]", HTMLSelectElement);
  const box = part(stage, "[data-caption]", HTMLElement);
  const button = onPress(stage, "captions", () => {
    toggle();
  });
  const tracks = () => Array.from(video.textTracks).filter((track) => track.kind === "captions");
  let language = select?.value ?? video.querySelector<HTMLTrackElement>("track[kind=captions]")?.srclang ?? "en";
  let isOn = true;
  let isOnDevice = false;
  const modeOf = (track: TextTrack): TextTrackMode =>
    !isOn || track.language !== language ? "disabled" : isOnDevice || box === null ? "showing" : "hidden";
  const show = () => {
    // Writing a mode that stands already would tell of a change again and again.
    for (const track of tracks()) if (track.mode !== modeOf(track)) track.mode = modeOf(track);
    button?.setAttribute("aria-pressed", String(isOn));
    if (select !== null) select.value = language;
    drawCues(box, tracks());
  };
  const toggle = () => {
    isOn = !isOn;
    show();
  };
  select?.addEventListener("change", () => {
    language = select.value;
    isOn = true;
    show();
  });
  for (const track of tracks())
    track.addEventListener("cuechange", () => {
      drawCues(box, tracks());
    });
  // The browser turns the default captions on by itself, and its own menu on the whole screen can change them.
  video.textTracks.addEventListener("change", () => {
    const showing = tracks().find((track) => track.mode === "showing");
    if (isOnDevice) isOn = showing !== undefined;
    if (isOnDevice && showing !== undefined) language = showing.language;
    show();
  });
  for (const [event, isThere] of [
    ["webkitbeginfullscreen", true],
    ["webkitendfullscreen", false],
  ] as const)
    video.addEventListener(event, () => {
      isOnDevice = isThere;
      show();
    });
  if (button !== null && tracks().length === 0) button.hidden = true;
  show();
  return toggle;
}

/** The cues' own markup, which the browser has made safe, each on its lines. */
function drawCues(box: HTMLElement | null, tracks: readonly TextTrack[]): void {
  const drawn = tracks.find(({ mode }) => mode === "hidden");
  if (box === null) return;
  if (drawn !== undefined) box.lang = drawn.language;
  const cues = Array.from(drawn?.activeCues ?? []).filter((cue) => cue instanceof VTTCue);
  box.replaceChildren(
    ...cues.map((cue) => {
      const line = document.createElement("span");
      line.append(cue.getCueAsHTML());
      return line;
    }),
  );
}
