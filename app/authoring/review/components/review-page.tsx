import { formatMoment } from "../../../i18n/format";
import { useLocale, useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { TextArea } from "../../../ui/field";
import { FormRefusal } from "../../../ui/form-summary";
import { trackPath } from "../../drafts/components/track-words";
import { TrackTop } from "../../workspace/components/track-top";
import { Obstacles } from "./obstacles";
import type { ReviewProps } from "./review-props";
import { NewComment, Threads } from "./review-threads";

/** A round of review: its state, who approved what, and what was said about which part. */
export function ReviewPage({ page, answer }: ReviewProps) {
  const t = useTranslate();
  const { refused } = answer;
  return (
    <main id="main" className="page page-top review">
      <TrackTop title={page.track.title} language={page.track.language} />
      <h1>{t("review:review.title")}</h1>
      <p>
        <a href={trackPath(page.track.societySlug, page.track.slug, "/preview")}>{t("preview:look")}</a>
      </p>
      <FormRefusal
        text={
          refused === null
            ? undefined
            : t(refused === "unready" ? "review:review.ask.unready" : `review:review.fault.${refused}`)
        }
      />
      {page.review === null ? <AskForm page={page} answer={answer} /> : <OpenRound page={page} answer={answer} />}
    </main>
  );
}

function AskForm({ page, answer }: ReviewProps) {
  const t = useTranslate();
  return (
    <>
      <p className="lead">{t("review:review.state.draft")}</p>
      {page.mayAsk && !page.isTrack ? <p className="note care">{t("review:review.ask.unready")}</p> : null}
      {page.mayAsk && page.isTrack ? (
        <form method="post" className="form" aria-labelledby="ask">
          <h2 id="ask">{t("review:review.ask.title")}</h2>
          <TextArea
            name="note"
            rows={4}
            label={t("review:review.ask.note")}
            typed={answer.typed["note"]}
            error={answer.errors["note"] === undefined ? undefined : t("review:review.fault.long")}
          />
          <p>
            <Button name="intent" value="ask">
              {t("review:review.ask.button")}
            </Button>
          </p>
        </form>
      ) : null}
    </>
  );
}

function OpenRound({ page, answer }: ReviewProps) {
  const t = useTranslate();
  const locale = useLocale();
  const { review } = page;
  if (review === null) return null;
  const date = formatMoment(locale, review.at, page.timeZone);
  return (
    <>
      <p className="lead">{t("review:review.state.open", { who: review.who, date })}</p>
      {review.note === "" ? null : <blockquote className="note">{review.note}</blockquote>}
      {review.isChangedSince ? <p className="note care">{t("review:review.changedSince")}</p> : null}
      <Approvals page={page} />
      <section aria-labelledby="comments" className="stack">
        <h2 id="comments">{t("review:review.comments")}</h2>
        <p>
          {page.threads.length === 0
            ? t("review:review.comments.none")
            : t("review:review.comments.open", { count: page.openComments })}
        </p>
        <Threads page={page} answer={answer} />
      </section>
      <NewComment page={page} answer={answer} />
      {page.mayAsk ? (
        <form method="post">
          <Button look="line" name="intent" value="take-back">
            {t("review:review.takeBack")}
          </Button>
        </form>
      ) : null}
    </>
  );
}

function Approvals({ page }: { page: ReviewProps["page"] }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <section aria-labelledby="approvals" className="stack">
      <h2 id="approvals">{t("review:review.approvals")}</h2>
      {page.approvals.length === 0 ? <p>{t("review:review.approvals.none")}</p> : null}
      {page.approvals.map(({ id, who, at, stands }) => (
        <p key={id} className={stands ? "note pass" : "note care"}>
          {t(stands ? "review:review.approval.stands" : "review:review.approval.void", {
            who,
            date: formatMoment(locale, at, page.timeZone),
          })}
        </p>
      ))}
      {page.mayApprove && page.approvalFault === null && !page.approvals.some(({ stands }) => stands) ? (
        <form method="post">
          <input type="hidden" name="stamp" value={page.stamp} />
          <Button name="intent" value="approve">
            {t("review:review.approve")}
          </Button>
        </form>
      ) : null}
      {page.mayApprove && page.approvalFault === "wrote" ? (
        <p className="note">{t("review:review.fault.wrote")}</p>
      ) : null}
      {page.obstacles.length === 0 ? (
        <p className="note pass">
          {t("review:review.toPublish")}{" "}
          <a href={trackPath(page.track.societySlug, page.track.slug, "/publish")}>{t("societies:track.publish")}</a>
        </p>
      ) : (
        <Obstacles track={page.track} obstacles={page.obstacles} />
      )}
    </section>
  );
}
