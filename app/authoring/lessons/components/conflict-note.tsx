import { useTranslate } from "../../../i18n/use-translate";
import { lineDifference } from "../line-difference";
import { Difference } from "./difference";
import type { NewerText } from "./text-saver";

interface Conflict {
  readonly latest: NewerText;
  readonly mine: string;
  readonly language: string;
  /** Undefined once the writer merges by hand: the difference stays to copy from. */
  readonly choose?: { readonly mine: () => void; readonly theirs: () => void; readonly byHand: () => void } | undefined;
}

/** Somebody saved in between: both texts, and what to do about it. */
export function ConflictNote({ latest, mine, language, choose }: Conflict) {
  const t = useTranslate();
  return (
    <section className="note mark stack" aria-labelledby="newer">
      <p className="title" id="newer" role="alert">
        {latest.by === null
          ? t("lessonEditor:newer.title")
          : t("lessonEditor:newer.by", { name: latest.by, number: latest.version })}
      </p>
      <p>{t("lessonEditor:newer.text")}</p>
      {choose === undefined ? null : (
        <p className="row">
          <button type="button" className="btn main sm" onClick={choose.mine}>
            {t("lessonEditor:newer.mine")}
          </button>
          <button type="button" className="btn line sm" onClick={choose.theirs}>
            {t("lessonEditor:newer.theirs")}
          </button>
          <button type="button" className="btn line sm" onClick={choose.byHand}>
            {t("lessonEditor:newer.byHand")}
          </button>
        </p>
      )}
      <Difference
        lines={lineDifference(latest.content, mine)}
        language={language}
        title={t("lessonEditor:newer.difference")}
      />
    </section>
  );
}
