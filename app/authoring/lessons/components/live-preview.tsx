import { useState } from "react";
import { z } from "zod";
import { useTranslate } from "../../../i18n/use-translate";
import type { LessonFault } from "../../../markup/lesson-fault";
import type { LessonPreview } from "../preview-lesson.server";
import { PreviewSection } from "./lesson-preview";
import { askLive } from "./live-client";

const Preview = z.object({
  html: z.string(),
  // Our own server answers, with the renderer's faults as they are.
  faults: z.array(z.custom<LessonFault>()),
  words: z.number(),
});

interface LivePreviewProps {
  readonly path: string;
  readonly text: string;
  /** The preview that came with the page, of `firstText`. */
  readonly first: LessonPreview;
  readonly firstText: string;
  readonly language: string;
}

/** The preview, on demand: the server renders what is written now as the publication would. */
export function LivePreview({ path, text, first, firstText, language }: LivePreviewProps) {
  const t = useTranslate();
  const [shown, setShown] = useState({ preview: first, of: firstText });
  const [isFailed, setFailed] = useState(false);
  const isOld = shown.of.trim() !== text.trim();
  const renew = async () => {
    const answer = await askLive(path, { intent: "preview", content: text }).catch(() => null);
    const preview = Preview.safeParse(answer?.body).data;
    setFailed(preview === undefined);
    if (preview !== undefined) setShown({ preview, of: text });
  };
  return (
    <>
      <div className="row" role="group" aria-label={t("lessonEditor:preview.title")}>
        <button type="button" className="btn line sm" onClick={() => void renew()}>
          {t("lessonEditor:preview.renew")}
        </button>
        <span className="small quiet" role="status">
          {isFailed ? t("lessonEditor:preview.failed") : isOld ? t("lessonEditor:preview.old") : null}
        </span>
      </div>
      <PreviewSection preview={shown.preview} language={language} />
    </>
  );
}
