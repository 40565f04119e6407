import type { SocietyRole } from "../../auth/roles";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { slot } from "../../platform/slot";
import { publicPath } from "../../ui/public-path";
import { StepWedge } from "../../ui/step-wedge";
import { formatDate } from "../../i18n/format";
import type { MyTrackShell } from "../list-my-learning.server";
import { EditionOffer } from "./edition-offer";

const searchFrom = 8;

interface MySociety {
  readonly slug: string;
  readonly acronym: string;
  readonly name: string;
  readonly role: SocietyRole;
}

/** What to do next as one sheet, then every track as a register. */
export function MyLearning({
  tracks,
  search,
  societies,
  isSiteAdmin,
  hasRefresher,
}: {
  tracks: readonly MyTrackShell[];
  search: string;
  hasRefresher: boolean;
  societies: readonly MySociety[];
  isSiteAdmin: boolean;
}) {
  const t = useTranslate();
  const current = search === "" ? tracks.find((track) => !track.isComplete && track.endedAt === null) : undefined;
  const others = tracks.filter((track) => track !== current);
  return (
    <main id="main" className="page page-top my">
      <h1>{t("learning:my.title")}</h1>
      {tracks.length === 0 && search === "" ? <NothingYet /> : null}
      {current ? <GoOn track={current} /> : null}
      {hasRefresher ? <RefresherLink /> : null}
      <TrackSearch count={tracks.length} search={search} />
      {others.length > 0 ? (
        <section aria-labelledby="my-tracks">
          <h2 id="my-tracks">{t("learning:my.tracks")}</h2>
          <ul className="my-register">
            {others.map((track) => (
              <MyTrackRow key={track.trackSlug} track={track} />
            ))}
          </ul>
        </section>
      ) : null}
      {tracks.some((track) => track.isComplete) ? (
        <p>
          <a href="/my/certificates">{t("learning:my.certificates")}</a>
        </p>
      ) : null}
      <Work societies={societies} isSiteAdmin={isSiteAdmin} />
    </main>
  );
}

function TrackSearch({ count, search }: { count: number; search: string }) {
  const t = useTranslate();
  if (count < searchFrom && search === "") return null;
  return (
    <form className="row" role="search">
      <label className="field">
        <span>{t("learning:my.search")}</span>
        <input className="input" type="search" name="q" defaultValue={search} />
      </label>
    </form>
  );
}

/** How many questions are due is the reader's own fact: a mark. */
function RefresherLink() {
  const t = useTranslate();
  return (
    <section className="my-refresher" aria-labelledby="my-refresher">
      <h2 id="my-refresher">{t("practice:title")}</h2>
      <p>
        {slot("refresher")} <a href="/my/refresher">{t("practice:my.link")}</a>
      </p>
    </section>
  );
}

/** For people with a role in a society, or in the site itself: the way to where they work. */
function Work({ societies, isSiteAdmin }: { societies: readonly MySociety[]; isSiteAdmin: boolean }) {
  const t = useTranslate();
  if (societies.length === 0 && !isSiteAdmin) return null;
  return (
    <section aria-labelledby="my-societies">
      <h2 id="my-societies">{t("learning:my.societies")}</h2>
      <ul className="my-societies">
        {societies.map(({ slug, name, acronym, role }) => (
          <li key={slug}>
            <a href={`/society/${slug}`}>{t("learning:my.societies.workspace", { society: acronym })}</a>
            <span className="quiet">
              {name} ({t(`societies:role.${role}`)})
            </span>
          </li>
        ))}
        {isSiteAdmin ? (
          <li>
            <a href="/admin/societies">{t("societies:admin.title")}</a>
            <a href="/admin/pages">{t("pages:admin.title")}</a>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

function useSentence(track: MyTrackShell): string {
  const t = useTranslate();
  const done = t("learning:progress.sentence", { done: slot(`done.${String(track.place)}`), count: track.lessonCount });
  return track.next === null
    ? done
    : `${done} ${t("learning:progress.next", { number: track.next.number, title: track.next.title })}`;
}

function GoOn({ track }: { track: MyTrackShell }) {
  const t = useTranslate();
  const sentence = useSentence(track);
  if (track.next === null) return null;
  const values = { number: track.next.number, title: track.next.title };
  return (
    <section className="sheet go-on" aria-labelledby="go-on">
      <ul className="ident">
        <li>
          <b>{track.modality}</b>
        </li>
        <li lang={track.language}>{track.title}</li>
        <li>{t("learning:my.left", { time: slot(`left.${String(track.place)}`) })}</li>
      </ul>
      <div className={slot(`lit.${String(track.place)}`)}>
        <StepWedge steps={track.steps} label={sentence} size="l" />
      </div>
      <p className="wedge-text">{sentence}</p>
      <h2 id="go-on">{track.isStarted ? t("learning:my.goOn", values) : t("learning:my.start", values)}</h2>
      <p>
        <a className="btn main" href={`/learn/${track.trackSlug}/${track.next.id}`}>
          {t("learning:my.goOn.button")}
        </a>
      </p>
      <TrackNotes track={track} />
    </section>
  );
}

function MyTrackRow({ track }: { track: MyTrackShell }) {
  const t = useTranslate();
  const sentence = useSentence(track);
  return (
    <li>
      <span className="lm l">{track.modality}</span>
      <div>
        <h3>
          <a href={`/learn/${track.trackSlug}`} lang={track.language}>
            {track.title}
          </a>
        </h3>
        <p className="small quiet">
          {track.societyName}
          {track.isDemonstration ? ` (${t("learning:demonstration")})` : ""}
        </p>
        <p className="small">
          {track.endedAt !== null
            ? null
            : track.isComplete
              ? t("learning:my.complete.text", { count: track.lessonCount })
              : track.next
                ? t("learning:my.next", { title: track.next.title })
                : null}
          {track.isWithdrawn && track.endedAt === null ? ` ${t("learning:withdrawn.text")}` : ""}
        </p>
        <TrackNotes track={track} />
      </div>
      <div className={`my-wedge ${slot(`lit.${String(track.place)}`)}`}>
        <StepWedge steps={track.steps} label={sentence} size="s" />
        <p className="small num">
          {track.isComplete
            ? t("learning:my.complete")
            : track.endedAt !== null
              ? null
              : t("learning:my.left", { time: slot(`left.${String(track.place)}`) })}
        </p>
      </div>
    </li>
  );
}

/** What a learner should know of a track before they need it: attempts, ends, a newer edition. */
function TrackNotes({ track }: { track: MyTrackShell }) {
  const t = useTranslate();
  const locale = useLocale();
  const { attempts, expires, reviewBy, endedAt, offer } = track;
  const date = (at: string) => ({ date: formatDate(locale, at) });
  return (
    <>
      {endedAt === null ? null : (
        <p className="small">{t("learning:my.ended", { society: track.societyName, ...date(endedAt) })}</p>
      )}
      {attempts === null ? null : (
        <p className="small">{t("learning:my.attempts", { title: attempts.title, count: attempts.left })}</p>
      )}
      {expires === null ? null : (
        <p className="small">{t(expires.isOver ? "learning:my.expired" : "learning:my.expires", date(expires.at))}</p>
      )}
      {reviewBy === null ? null : <p className="small quiet">{t("learning:my.review", date(reviewBy))}</p>}
      {offer === null ? null : <EditionOffer offer={offer} trackSlug={track.trackSlug} isComplete={track.isComplete} />}
    </>
  );
}

function NothingYet() {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <section className="sheet">
      <h2>{t("learning:my.empty.title")}</h2>
      <p className="lead">{t("learning:my.empty.text")}</p>
      <p>
        <a className="btn main" href={publicPath(locale, "/catalogue")}>
          {t("learning:my.empty.button")}
        </a>
      </p>
    </section>
  );
}
