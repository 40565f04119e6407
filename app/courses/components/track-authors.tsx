import { useTranslate } from "../../i18n/use-translate";
import type { TrackView } from "../view-track.server";
import { useDay } from "./use-day";

/** Who wrote and reviewed it, and what they declared: read before anybody enrols. */
export function TrackAuthors({ track }: { track: TrackView }) {
  const t = useTranslate();
  const day = useDay();
  return (
    <section className="sheet" aria-labelledby="authors">
      <p className="ident">{t("catalogue:track.authors.ident")}</p>
      <h2 id="authors">{t("catalogue:track.authors")}</h2>
      {track.authors.length === 0 ? <p className="note care">{t("preview:missing.authors")}</p> : null}
      <dl className="track-authors">
        {track.authors.map((author) => (
          <div key={author.id}>
            <dt>
              {author.name}
              <span>{t(`catalogue:track.authors.${author.role}`)}</span>
            </dt>
            <dd>
              <p className="small quiet" lang={track.language}>
                {author.qualifications}
              </p>
              <p lang={track.language}>{author.interests}</p>
              <p className="ident">{t("catalogue:track.authors.declared", { date: day(author.declaredOn) })}</p>
            </dd>
          </div>
        ))}
      </dl>
      {track.society.isDemonstration ? (
        <p className="small quiet">{t("catalogue:demonstration.society", { society: track.society.name })}</p>
      ) : null}
    </section>
  );
}

type Reference = TrackView["references"][number];
const shownAtOnce = 5;

/** The first sources, and the rest in a fold that opens without a script. */
export function TrackSources({ track }: { track: TrackView }) {
  const t = useTranslate();
  const rest = track.references.slice(shownAtOnce);
  return (
    <section className="track-sources" aria-labelledby="sources">
      <h2 id="sources">{t("catalogue:track.sources")}</h2>
      {track.references.length === 0 ? <p className="note care">{t("preview:missing.sources")}</p> : null}
      <ol>
        {track.references.slice(0, shownAtOnce).map((reference) => (
          <Source key={reference.id} reference={reference} />
        ))}
      </ol>
      {rest.length > 0 ? (
        <details>
          <summary>{t("catalogue:track.sources.all", { count: rest.length })}</summary>
          <ol start={shownAtOnce + 1}>
            {rest.map((reference) => (
              <Source key={reference.id} reference={reference} />
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  );
}

function Source({ reference }: { reference: Reference }) {
  const cite = reference.cite.includes(String(reference.year))
    ? reference.cite
    : `${reference.cite} ${String(reference.year)}.`;
  return (
    <li>
      {cite}
      {reference.url === undefined ? null : (
        <>
          {" "}
          <a href={reference.url} rel="external">
            {new URL(reference.url).hostname.replace(/^www\./, "")}
          </a>
        </>
      )}
    </li>
  );
}
