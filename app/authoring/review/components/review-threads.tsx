import { formatMoment } from "../../../i18n/format";
import { useLocale, useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { SelectField, TextArea } from "../../../ui/field";
import type { ReviewThread } from "../review-page.server";
import type { ReviewProps } from "./review-props";

/** What was said about each part, with answers, one by one resolved. */
export function Threads({ page, answer }: ReviewProps) {
  return (
    <ol className="register review-threads">
      {page.threads.map((thread) => (
        <li key={thread.id} id={`comment-${thread.id}`}>
          <Thread thread={thread} page={page} answer={answer} />
        </li>
      ))}
    </ol>
  );
}

function usePlaces(page: ReviewProps["page"]): readonly { value: string; text: string }[] {
  const t = useTranslate();
  return [
    { value: "settings", text: t("review:checks.place.settings") },
    ...page.lessons.map(({ id, title }) => ({
      value: `lesson:${id}`,
      text: t("review:checks.place.lesson", { name: title }),
    })),
    ...page.questions.map((key) => ({
      value: `question:${key}`,
      text: t("review:checks.place.question", { name: key }),
    })),
  ];
}

function Thread({ thread, page, answer }: { thread: ReviewThread } & ReviewProps) {
  const t = useTranslate();
  const locale = useLocale();
  const place = usePlaces(page).find(({ value }) => value === thread.place)?.text ?? thread.place;
  const when = (iso: string) => formatMoment(locale, iso, page.timeZone);
  return (
    <article className="stack" aria-label={place}>
      <h3>{place}</h3>
      {thread.quote === "" ? null : <blockquote>{thread.quote}</blockquote>}
      {[thread, ...thread.answers].map((said) => (
        <div key={said.id}>
          <p className="small quiet">{t("review:review.comment.by", { who: said.who, date: when(said.at) })}</p>
          <p className="review-text">{said.text}</p>
        </div>
      ))}
      {thread.resolved === null ? (
        <AnswerForm thread={thread} answer={answer} />
      ) : (
        <p className="note pass">
          {t("review:review.comment.resolved", { who: thread.resolved.who, date: when(thread.resolved.at) })}
        </p>
      )}
      {thread.maySettle ? <SettleForm thread={thread} place={place} /> : null}
    </article>
  );
}

function AnswerForm({ thread, answer }: { thread: ReviewThread; answer: ReviewProps["answer"] }) {
  const t = useTranslate();
  const isThis = answer.typed["parent"] === thread.id;
  const name = `answer-${thread.id}`;
  const error = isThis && answer.errors["answer"] !== undefined ? t("review:review.fault.text") : undefined;
  return (
    <form method="post">
      <input type="hidden" name="id" value={thread.answerId} />
      <input type="hidden" name="parent" value={thread.id} />
      <div className={error === undefined ? "field" : "field bad"}>
        <label htmlFor={name}>{t("review:review.comment.answer")}</label>
        {error === undefined ? null : (
          <p className="err" id={`${name}-error`}>
            {error}
          </p>
        )}
        <textarea
          className="input area"
          id={name}
          name="answer"
          rows={2}
          defaultValue={isThis ? answer.typed["answer"] : ""}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : `${name}-error`}
        />
      </div>
      <Button look="line" small name="intent" value="answer">
        {t("review:review.comment.answer.button")}
      </Button>
    </form>
  );
}

function SettleForm({ thread, place }: { thread: ReviewThread; place: string }) {
  const t = useTranslate();
  const label = t(thread.resolved === null ? "review:review.comment.resolve" : "review:review.comment.reopen");
  return (
    <form method="post">
      <input type="hidden" name="comment" value={thread.id} />
      <input type="hidden" name="resolved" value={thread.resolved === null ? "yes" : "no"} />
      <Button look="line" small name="intent" value="settle" label={`${label}: ${place}`}>
        {label}
      </Button>
    </form>
  );
}

export function NewComment({ page, answer }: ReviewProps) {
  const t = useTranslate();
  const { typed, errors } = answer;
  const fault = (name: string, key: "text" | "long") =>
    errors[name] === undefined ? undefined : t(`review:review.fault.${key}`);
  return (
    <form method="post" className="form" aria-labelledby="new-comment">
      <h2 id="new-comment">{t("review:review.comment.new")}</h2>
      <input type="hidden" name="id" value={page.commentId} />
      <SelectField
        name="place"
        label={t("review:review.comment.place")}
        choices={usePlaces(page)}
        chosen={typed["place"] ?? "settings"}
      />
      <TextArea
        name="quote"
        rows={2}
        lang="en"
        label={t("review:review.comment.quote")}
        hint={t("review:review.comment.quote.hint")}
        typed={typed["quote"]}
        error={fault("quote", "long")}
      />
      <TextArea
        name="text"
        rows={4}
        label={t("review:review.comment.text")}
        typed={typed["text"]}
        error={fault("text", "text")}
      />
      <p>
        <Button look="line" name="intent" value="comment">
          {t("review:review.comment.button")}
        </Button>
      </p>
    </form>
  );
}
