import { formatDate } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import type { Practised, RefresherPage } from "../find-practice.server";
import { type Answering, PracticeQuestion, PracticeTold } from "./practice-parts";

interface RefresherProps {
  readonly page: RefresherPage;
  readonly done: Practised | null;
  readonly timeZone: string;
  readonly answering: Answering;
}

/** Today's questions one after the other, each explained as soon as it is answered. */
export function RefresherScreen({ page, done, timeZone, answering }: RefresherProps) {
  const t = useTranslate();
  return (
    <main id="main" className="page page-top practice">
      <h1>{t("practice:title")}</h1>
      {done !== null ? (
        <PracticeTold
          done={done}
          timeZone={timeZone}
          href="/my/refresher"
          onward={page.left > 0 ? t("practice:next", { count: page.left }) : t("practice:finish")}
        />
      ) : page.next === null ? (
        <NothingDue page={page} timeZone={timeZone} />
      ) : (
        <>
          <p className="lead">{t("practice:left", { count: page.left })}</p>
          <PracticeQuestion
            key={`${page.next.question.id} ${String(page.next.turn)}`}
            next={page.next}
            answering={answering}
          />
        </>
      )}
    </main>
  );
}

/** What has been done, when something is due again, and where questions come from. */
function NothingDue({ page, timeZone }: { page: RefresherPage; timeZone: string }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <section className="sheet">
      {page.doneToday > 0 ? <p>{t("practice:done", { count: page.doneToday })}</p> : null}
      <p className="lead">
        {page.nextAt === null
          ? t("practice:none")
          : t("practice:none.until", { date: formatDate(locale, page.nextAt, timeZone) })}
      </p>
      {page.nextAt === null ? null : <p>{t("practice:how")}</p>}
      <p className="row practice-acts">
        <a className="btn main" href="/my">
          {t("practice:back")}
        </a>
      </p>
    </section>
  );
}
