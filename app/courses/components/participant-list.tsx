import { formatDate } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { SelectField, TextField } from "../../ui/field";
import type { ParticipantPage } from "../list-participants.server";
import { type ParticipantQuery, participantStates, writeParticipantQuery } from "../participant-query";
import type { Participant } from "../read-participants.server";
import { useProfession, useScore } from "./participant-words";

interface ParticipantListPage extends ParticipantPage {
  readonly title: string;
  readonly query: ParticipantQuery;
  readonly societySlug: string;
  readonly timeZone: string;
}

/** Who takes the society's tracks, and how far they are. */
export function ParticipantList({ list }: { list: ParticipantListPage }) {
  const t = useTranslate();
  const everything = writeParticipantQuery({ ...list.query, page: 1 });
  return (
    <main id="main" className="page page-top participants">
      <h1>{list.title}</h1>
      <p className="lead">{t("learning:participants.lead")}</p>
      <Filters list={list} />
      <section aria-labelledby="participants-count">
        <h2 id="participants-count">{t("learning:participants.count", { count: list.count })}</h2>
        {list.count === 0 ? (
          <p>{t("learning:participants.none")}</p>
        ) : (
          <p className="row">
            <a className="btn line sm" href={`/society/${list.societySlug}/participants.csv${everything}`} download>
              {t("learning:participants.csv")}
            </a>
            <span className="small quiet">{t("learning:participants.csv.hint")}</span>
          </p>
        )}
        <ul className="participant-register">
          {list.participants.map((participant) => (
            <ParticipantRow key={participant.enrolmentId} participant={participant} list={list} />
          ))}
        </ul>
        <Pages list={list} />
      </section>
    </main>
  );
}

function Filters({ list }: { list: ParticipantListPage }) {
  const t = useTranslate();
  const { query } = list;
  return (
    <form className="participant-filters" role="search" aria-label={list.title}>
      <TextField
        name="q"
        label={t("learning:participants.search")}
        hint={t("learning:participants.search.hint")}
        typed={query.q}
        input={{ type: "search", maxLength: 254, spellCheck: false }}
      />
      <SelectField
        name="track"
        label={t("learning:participants.track")}
        empty={t("learning:participants.track.all")}
        chosen={query.track}
        choices={list.tracks.map(({ slug, title, language }) => ({ value: slug, text: title, lang: language }))}
      />
      <SelectField
        name="state"
        label={t("learning:participants.state")}
        chosen={query.state}
        choices={participantStates.map((state) => ({ value: state, text: t(`learning:participants.state.${state}`) }))}
      />
      <button type="submit" className="btn main">
        {t("learning:participants.show")}
      </button>
    </form>
  );
}

function ParticipantRow({ participant, list }: { participant: Participant; list: ParticipantListPage }) {
  const t = useTranslate();
  const locale = useLocale();
  const profession = useProfession();
  const score = useScore();
  const { lastStepAt, best } = participant;
  return (
    <li>
      <div>
        <h3>
          <a href={`/society/${list.societySlug}/participants/${participant.enrolmentId}`}>{participant.name}</a>
        </h3>
        <p className="small">{profession(participant.profession)}</p>
        {list.query.track === "" ? (
          <p className="small quiet" lang={participant.track.language}>
            {participant.track.title}
          </p>
        ) : null}
      </div>
      <dl className="participant-figures">
        <Figure term={t("learning:participants.progress")}>
          {t("learning:participants.progress.value", { done: participant.doneCount, count: participant.lessonCount })}
        </Figure>
        <Figure term={t("learning:participants.lastStep")}>
          {lastStepAt === null ? t("learning:participants.never") : formatDate(locale, lastStepAt, list.timeZone)}
        </Figure>
        <Figure term={t("learning:participants.best")}>
          {best === null ? t("learning:participants.best.none") : score(best)}
        </Figure>
        <Figure term={t("learning:participants.certificate")}>
          {t(participant.hasCertificate ? "learning:participants.yes" : "learning:participants.no")}
        </Figure>
      </dl>
    </li>
  );
}

function Figure({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Pages({ list }: { list: ParticipantListPage }) {
  const t = useTranslate();
  const { page, pageCount } = list;
  if (pageCount === 1) return null;
  const at = (number: number) =>
    `/society/${list.societySlug}/participants${writeParticipantQuery({ ...list.query, page: number })}`;
  return (
    <nav className="row" aria-label={t("learning:participants.pages")}>
      {page > 1 ? <a href={at(page - 1)}>{t("learning:participants.previous")}</a> : null}
      <span>{t("learning:participants.page", { page, count: pageCount })}</span>
      {page < pageCount ? <a href={at(page + 1)}>{t("learning:participants.next")}</a> : null}
    </nav>
  );
}
