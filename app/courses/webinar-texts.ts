import type { Translate } from "../i18n/translate";
import type { WatchTexts } from "../webinars/watch-words";

/** The sentences about watching, with `{name}` where the browser puts its own facts. */
export function watchTexts(t: Translate): WatchTexts {
  return {
    watched: t("webinar:watch.watched", { percent: "{percent}" }),
    wanted: t("webinar:watch.wanted", { percent: "{percent}" }),
    done: t("webinar:watch.done"),
    doneRest: t("webinar:watch.doneRest"),
    range: t("webinar:watch.range", { from: "{from}", to: "{to}" }),
    parts: [
      t("webinar:watch.part1"),
      t("webinar:watch.part2"),
      t("webinar:watch.part3"),
      t("webinar:watch.part4"),
      t("webinar:watch.part5"),
    ],
    manyParts: t("webinar:watch.parts", { count: "{count}" }),
    strip: t("webinar:watch.strip", { parts: "{parts}", length: "{length}" }),
    stripEmpty: t("webinar:watch.stripEmpty", { length: "{length}" }),
  };
}

/** Every text that the player's script writes. */
export function playerTexts(t: Translate) {
  return {
    watch: watchTexts(t),
    playPart: t("webinar:watch.playPart", { range: "{range}" }),
    play: t("webinar:player.play"),
    pause: t("webinar:player.pause"),
    mute: t("webinar:player.mute"),
    unmute: t("webinar:player.unmute"),
    at: t("webinar:player.at", { at: "{at}", length: "{length}" }),
    broken: t("webinar:broken"),
    saved: t("webinar:save.saved", { time: "{time}" }),
    saving: t("webinar:save.saving"),
    offline: t("webinar:save.offline"),
    failed: t("webinar:save.failed"),
    signedOut: t("webinar:save.signedOut"),
    refused: t("webinar:save.refused"),
    playFrom: t("webinar:transcript.playFrom", { time: "{time}" }),
    found: t("webinar:transcript.found", { count: "{count}" }),
    foundNone: t("webinar:transcript.foundNone"),
  };
}

export type PlayerTexts = ReturnType<typeof playerTexts>;
