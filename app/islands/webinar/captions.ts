import { onPress, type PageParts, part } from "./page-parts";

/** Captions are on from the start, in the language of the content. Gives what the key "c" does. */
export function startCaptions({ stage, video }: PageParts): () => void {
  const select = part(stage, "[data-captions]", HTMLSelectElement);
  const button = onPress(stage, "captions", () => {
    toggle();
  });
  const tracks = () => Array.from(video.textTracks).filter((track) => track.kind === "captions");
  let language = select?.value ?? video.querySelector<HTMLTrackElement>("track[kind=captions]")?.srclang ?? "en";
  let isOn = true;
  const show = () => {
    for (const track of tracks()) track.mode = isOn && track.language === language ? "showing" : "disabled";
    button?.setAttribute("aria-pressed", String(isOn));
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
  // The browser's own menu, in full screen on a telephone, can change them too.
  video.textTracks.addEventListener("change", () => {
    const showing = tracks().find((track) => track.mode === "showing");
    isOn = showing !== undefined;
    if (showing !== undefined) language = showing.language;
    if (select !== null) select.value = language;
    button?.setAttribute("aria-pressed", String(isOn));
  });
  if (button !== null && tracks().length === 0) button.hidden = true;
  show();
  return toggle;
}
