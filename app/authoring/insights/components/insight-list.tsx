import { useTranslate } from "../../../i18n/use-translate";
import { TextField } from "../../../ui/field";
import { ScrollRegion } from "../../../ui/scroll-region";
import type { InsightTrack } from "../list-insight-tracks.server";

/** The published tracks of a society: where the figures begin. */
export function InsightList(props: { tracks: readonly InsightTrack[]; q: string; societySlug: string }) {
  const t = useTranslate();
  const { tracks, q } = props;
  return (
    <main id="main" className="page page-top insights">
      <h1>{t("insights:title")}</h1>
      <p className="lead">{t("insights:lead")}</p>
      <form role="search" className="insight-search" aria-label={t("insights:title")}>
        <TextField name="q" label={t("insights:search")} typed={q} input={{ type: "search", maxLength: 100 }} />
        <button type="submit" className="btn line">
          {t("insights:search.button")}
        </button>
      </form>
      {tracks.length === 0 ? (
        <p>{t(q === "" ? "insights:none" : "insights:search.none")}</p>
      ) : (
        <TrackTable {...props} />
      )}
    </main>
  );
}

function TrackTable({ tracks, societySlug }: { tracks: readonly InsightTrack[]; societySlug: string }) {
  const t = useTranslate();
  return (
    <ScrollRegion label={t("insights:title")} className="sheet">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("insights:track")}</th>
            <th scope="col" className="n">
              {t("insights:enrolled")}
            </th>
            <th scope="col" className="n">
              {t("insights:completed")}
            </th>
          </tr>
        </thead>
        <tbody>
          {tracks.map((track) => (
            <tr key={track.slug}>
              <th scope="row" lang={track.language}>
                <a href={`/society/${societySlug}/insights/${track.slug}`}>{track.title}</a>
              </th>
              <td className="n">{track.enrolled}</td>
              <td className="n">{track.completed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
