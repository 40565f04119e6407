import { formatTimeOfDay } from "../../../i18n/format";
import { useLocale, useTranslate } from "../../../i18n/use-translate";
import { AlertIcon } from "../../../ui/alert-icon";
import { Button } from "../../../ui/button";
import type { OutlineConflict } from "../edit-outline.server";
import type { TrackHead } from "../outline-page.server";
import { trackPath } from "./track-words";

/** Somebody else came first: what they did, and the choice between their state and the step all the same. */
export function OutlineConflictNote({ conflict, head }: { conflict: OutlineConflict; head: TrackHead }) {
  const t = useTranslate();
  const action = trackPath(head.societySlug, head.trackSlug);
  return (
    <div className="note mark" role="alert">
      <p className="title">
        <AlertIcon />
        <ConflictSentence by={conflict.by} at={conflict.at} timeZone={head.timeZone} />
      </p>
      <p>{t("tracks:conflict.step")}</p>
      <ul className="conflict-changes">
        {conflict.changes.map((change) => (
          <li key={`${change.what} ${change.title}`}>
            {t(`tracks:change.${change.what}`, { title: change.title, to: change.to ?? "" })}
          </li>
        ))}
      </ul>
      <form method="post" action={action} className="row" data-step>
        {Object.entries(conflict.again).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button look="line" small>
          {t("tracks:conflict.again")}
        </Button>
        <a href={action}>{t("tracks:conflict.leave")}</a>
      </form>
    </div>
  );
}

/** "Ada Example saved at 12:03:04, while you had this page open." */
export function ConflictSentence({ by, at, timeZone }: { by: string | null; at: string; timeZone: string }) {
  const t = useTranslate();
  const locale = useLocale();
  const time = formatTimeOfDay(locale, at, timeZone);
  return by === null ? t("tracks:conflict.somebody", { time }) : t("tracks:conflict.person", { name: by, time });
}
