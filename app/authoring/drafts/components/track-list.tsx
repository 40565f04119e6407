import { localeNames, locales } from "../../../i18n/locales";
import { useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { SelectField, TextField } from "../../../ui/field";
import type { ListedTrack, TrackPage } from "../list-tracks.server";
import { modalities } from "../new-track";
import { type TrackQuery, writeTrackQuery } from "../track-query";
import { trackPath, useEditionWords } from "./track-words";

interface TrackListPage extends TrackPage {
  readonly query: TrackQuery;
  readonly societySlug: string;
  readonly mayWrite: boolean;
}

interface Refused {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** The tracks of a society as those see them who write them, and a form for a new one. */
export function TrackList({ list, refused }: { list: TrackListPage; refused: Refused | null }) {
  const t = useTranslate();
  const isAsked = list.query.q !== "";
  return (
    <main id="main" className="page page-top tracks">
      <h1>{t("tracks:list.title")}</h1>
      <p className="lead">{t("tracks:list.lead")}</p>
      {list.pageCount > 1 || isAsked ? (
        <form className="search-line" role="search" aria-label={t("tracks:list.title")}>
          <TextField
            name="q"
            label={t("tracks:list.search")}
            typed={list.query.q}
            input={{ type: "search", maxLength: 200 }}
          />
          <Button look="line">{t("tracks:list.show")}</Button>
        </form>
      ) : null}
      <section aria-labelledby="track-count">
        <h2 id="track-count">{t("tracks:list.count", { count: list.count })}</h2>
        {list.count === 0 ? <p>{t(isAsked ? "tracks:list.nothing" : "tracks:list.none")}</p> : null}
        <ul className="register">
          {list.tracks.map((track) => (
            <TrackRow key={track.slug} track={track} societySlug={list.societySlug} />
          ))}
        </ul>
        <Pages list={list} />
      </section>
      {list.mayWrite ? (
        <>
          <NewTrack refused={refused} />
          <p>
            <a href={`${trackPath(list.societySlug)}/import`}>{t("portable:import.title")}</a>
          </p>
        </>
      ) : null}
    </main>
  );
}

function TrackRow({ track, societySlug }: { track: ListedTrack; societySlug: string }) {
  const t = useTranslate();
  const edition = useEditionWords();
  return (
    <li>
      <div className="track-line">
        {track.modality === null ? null : <span className="lm">{track.modality}</span>}
        <div>
          <h3 className="track-name">
            {track.savedAt === null ? track.title : <a href={trackPath(societySlug, track.slug)}>{track.title}</a>}
          </h3>
          <p className="small quiet">
            {edition(track.edition)}
            {track.savedAt === null ? ` · ${t("tracks:state.no-draft")}` : ""}
          </p>
        </div>
      </div>
      <p className="row">
        {track.isWithdrawn ? <span className="badge mark">{t("tracks:state.withdrawn")}</span> : null}
        {track.edition === null ? <span className="badge tint">{t("tracks:state.draft")}</span> : null}
        {track.hasChanges ? <span className="badge tint">{t("tracks:state.changes")}</span> : null}
      </p>
    </li>
  );
}

function Pages({ list }: { list: TrackListPage }) {
  const t = useTranslate();
  const { page, pageCount } = list;
  if (pageCount === 1) return null;
  const at = (number: number) => `${trackPath(list.societySlug)}${writeTrackQuery({ ...list.query, page: number })}`;
  return (
    <nav className="row" aria-label={t("banks:pages")}>
      {page > 1 ? <a href={at(page - 1)}>{t("banks:pages.previous")}</a> : null}
      <span>{t("banks:pages.page", { page, count: pageCount })}</span>
      {page < pageCount ? <a href={at(page + 1)}>{t("banks:pages.next")}</a> : null}
    </nav>
  );
}

function NewTrack({ refused }: { refused: Refused | null }) {
  const t = useTranslate();
  const { typed = {}, errors = {} } = refused ?? {};
  return (
    <form method="post" className="form sheet tight" aria-labelledby="new-track">
      <h2 id="new-track">{t("tracks:new.title")}</h2>
      <TextField
        name="title"
        label={t("tracks:field.title")}
        hint={t("tracks:new.title.hint")}
        typed={typed["title"]}
        error={errors["title"] === undefined ? undefined : t("tracks:fault.title")}
        input={{ maxLength: 200 }}
      />
      <SelectField
        name="language"
        label={t("tracks:new.language")}
        hint={t("tracks:new.language.hint")}
        chosen={typed["language"] ?? "en"}
        choices={locales.map((locale) => ({ value: locale, text: localeNames[locale], lang: locale }))}
      />
      <SelectField
        name="modality"
        label={t("tracks:field.modality")}
        chosen={typed["modality"] ?? "CT"}
        choices={modalities.map((modality) => ({
          value: modality,
          text: `${modality}: ${t(`common:modality.${modality}`)}`,
        }))}
      />
      <p>
        <Button>{t("tracks:new.make")}</Button>
      </p>
    </form>
  );
}
