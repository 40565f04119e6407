import type { Kind } from "../../../../quizzes/engine/model";
import { useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { FormRefusal, FormSummary } from "../../../ui/form-summary";
import type { EditAnswer } from "../edit-question.server";
import { BankCrumbs } from "./bank-crumbs";
import { useKindName } from "./bank-words";
import { Changes } from "./changes";
import { EditorBase } from "./editor-base";
import { EditorKind } from "./editor-kind";
import { EditorTags } from "./editor-tags";
import { type LearnerView, QuestionSides } from "./question-sides";
import { useFaultText } from "./use-editor";

export interface EditorPageData {
  readonly bank: { readonly slug: string; readonly title: string };
  readonly societySlug: string;
  /** Null for a new question. */
  readonly questionKey: string | null;
  readonly kind: Kind;
  readonly answer: EditAnswer;
}

/** The editor of one question: a plain form, whose buttons keep everything that was typed. */
export function EditorPage({ page, learner }: { page: EditorPageData; learner: LearnerView }) {
  const t = useTranslate();
  const kindName = useKindName();
  const { answer, kind } = page;
  return (
    <main id="main" className="page banks">
      <BankCrumbs
        societySlug={page.societySlug}
        bank={page.bank}
        {...(page.questionKey === null ? {} : { questionKey: page.questionKey })}
      />
      <h1 className="subject">{page.questionKey ?? t("banks:edit.new")}</h1>
      <p className="ident">{kindName(kind)}</p>
      {answer.preview === null ? null : (
        <section aria-labelledby="preview" className="stack">
          <h2 id="preview">{t("banks:edit.preview")}</h2>
          <QuestionSides preview={answer.preview} learner={learner(answer.preview.shown)} />
        </section>
      )}
      {answer.conflict === null ? null : (
        <div className="note mark">
          <p className="title">{t("banks:edit.newer", { number: answer.conflict.number })}</p>
          <p>{t("banks:edit.newer.do")}</p>
          <Changes
            changes={answer.conflict.changes}
            title={t("banks:edit.newer.changes", { number: answer.conflict.number })}
          />
        </div>
      )}
      <EditorForm page={page} />
    </main>
  );
}

function EditorForm({ page }: { page: EditorPageData }) {
  const t = useTranslate();
  const textOf = useFaultText();
  const { kind, answer } = page;
  const fields = { typed: answer.typed, faults: answer.faults };
  const whole = answer.faults.find(({ field }) => field === "form");
  return (
    <form method="post" encType="multipart/form-data" className="form">
      {/* The first submit button of a form is what Enter presses: it must not remove a row. */}
      <button type="submit" name="intent" value="preview" className="vh" tabIndex={-1} aria-hidden="true">
        {t("banks:edit.show")}
      </button>
      <input type="hidden" name="base" value={answer.typed["base"] ?? ""} />
      <FormSummary
        title={t("banks:edit.faults")}
        faults={answer.faults.map((fault) => ({ field: fault.field, text: textOf(fault) }))}
      />
      <FormRefusal text={answer.isUnchanged ? t("banks:edit.unchanged") : whole && textOf(whole)} />
      <EditorBase fields={fields} kind={kind} />
      <EditorKind fields={fields} kind={kind} />
      <EditorTags fields={fields} />
      <p className="row">
        <Button name="intent" value="save">
          {t("banks:edit.save")}
        </Button>
        <Button look="line" name="intent" value="preview">
          {t("banks:edit.show")}
        </Button>
      </p>
    </form>
  );
}
