import { useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { TextArea } from "../../../ui/field";
import { lineDifference } from "../line-difference";
import { Difference } from "./difference";
import type { LessonTextPageData, TextAnswer } from "./lesson-text-data";
import { PreviewSection } from "./lesson-preview";

/** What stands in the form, and what is said beside it. */
function formOf(page: LessonTextPageData, answer: TextAnswer | null) {
  if (answer === null) return { base: page.version, typed: page.text, preview: page.preview };
  const base = answer.state === "newer" ? answer.latest.version : answer.base;
  return { base, typed: answer.typed, preview: answer.preview };
}

/** The editor without scripts: the Markdown in a plain form, its preview below. */
export function SourceForm({ page, answer }: { page: LessonTextPageData; answer: TextAnswer | null }) {
  const t = useTranslate();
  const { base, typed, preview } = formOf(page, answer);
  return (
    <>
      <form method="post" className="stack">
        {answer?.state === "newer" ? <NewerNote answer={answer} language={page.language} /> : null}
        <input type="hidden" name="base" value={base} />
        <TextArea
          name="content"
          label={t("lessonEditor:source.label")}
          hint={t("lessonEditor:source.hint")}
          typed={typed}
          rows={24}
          lang={page.language}
          error={answer?.state === "too-long" ? t("lessonEditor:error.tooLong") : undefined}
        />
        <FormButtons isNewer={answer?.state === "newer"} />
      </form>
      {preview === null ? null : <PreviewSection preview={preview} language={page.language} />}
    </>
  );
}

function FormButtons({ isNewer }: { isNewer: boolean }) {
  const t = useTranslate();
  return (
    <p className="row">
      <Button name="intent" value="save">
        {isNewer ? t("lessonEditor:newer.mine") : t("lessonEditor:save")}
      </Button>
      {isNewer ? (
        <Button look="line" name="intent" value="theirs">
          {t("lessonEditor:newer.theirs")}
        </Button>
      ) : null}
      <Button look="line" name="intent" value="preview">
        {t("lessonEditor:preview.show")}
      </Button>
    </p>
  );
}

function NewerNote({ answer, language }: { answer: Extract<TextAnswer, { state: "newer" }>; language: string }) {
  const t = useTranslate();
  const { latest, typed } = answer;
  return (
    <div className="note mark">
      <p className="title">
        {latest.by === null
          ? t("lessonEditor:newer.title")
          : t("lessonEditor:newer.by", { name: latest.by, number: latest.version })}
      </p>
      <p>{t("lessonEditor:newer.text")}</p>
      <Difference
        lines={lineDifference(latest.content, typed.replace(/\r\n?/g, "\n"))}
        language={language}
        title={t("lessonEditor:newer.difference")}
      />
    </div>
  );
}
