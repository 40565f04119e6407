import { useLocale, useTranslate } from "../../../i18n/use-translate";
import type { SaveState } from "./text-saver";

const looks: Readonly<Record<SaveState["state"], string>> = {
  idle: "saved idle",
  saved: "saved",
  unsaved: "saved busy",
  busy: "saved busy",
  offline: "saved off",
  retry: "saved err",
  "signed-out": "saved err",
  "too-long": "saved err",
  refused: "saved err",
  newer: "saved err",
};

/** Whether the text is saved, in words. `isLost`: what was typed can't be written as Markdown. */
export function SaveLine({ save, isLost }: { save: SaveState; isLost: boolean }) {
  const t = useTranslate();
  const locale = useLocale();
  const time =
    save.state === "saved"
      ? new Date(save.at).toLocaleTimeString(locale, {
          hour: "2-digit",
          minute: "2-digit",
          second: "2-digit",
          hour12: false,
        })
      : "";
  const seconds = save.state === "retry" ? save.seconds : 0;
  return (
    <p className={isLost ? "saved err" : looks[save.state]} role="status">
      {isLost ? t("lessonEditor:state.lost") : t(`lessonEditor:state.${save.state}`, { time, seconds })}
    </p>
  );
}
