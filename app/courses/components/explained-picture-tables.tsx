import type { ReactNode } from "react";
import type { ExplainedPicture } from "../../assessments/explain-picture.server";
import { useTranslate } from "../../i18n/use-translate";

type Hotspot = Extract<ExplainedPicture, { kind: "hotspot" }>;
type Labelling = Extract<ExplainedPicture, { kind: "labelling" }>;

function Html({ html }: { html: string }) {
  return <span dangerouslySetInnerHTML={{ __html: html }} />;
}

/** One line of the table: what was marked, where that is, and what it is worth. */
interface Line {
  readonly id: string;
  readonly what: string;
  readonly where: ReactNode;
  readonly why: string;
  readonly verdict: "right" | "wrong" | "missed";
}

/** The picture in words: every marker and every tick, then the right places that have none. */
function useLines({ areas, points, picture }: Hotspot): Line[] {
  const t = useTranslate();
  const pointed = new Set(points.map(({ area }) => area));
  const markers = points.map((point, i): Line => {
    const area = areas.find(({ id }) => id === point.area);
    const at = { x: Math.round((100 * point.x) / picture.width), y: Math.round((100 * point.y) / picture.height) };
    return {
      id: `marker ${i}`,
      what: t("sitting:hotspot.result.marker", { number: i + 1 }),
      where: area ? <Html html={area.text} /> : t("sitting:hotspot.result.nowhere", at),
      why: area?.why ?? "",
      verdict: point.isRight ? "right" : "wrong",
    };
  });
  const others = areas
    .filter(({ id }) => !pointed.has(id))
    .map((area): Line => {
      const what = area.isPicked ? t("sitting:hotspot.result.fromList") : t("sitting:hotspot.result.notMarked");
      const verdict = area.isPicked ? (area.isKey ? "right" : "wrong") : "missed";
      return { id: area.id, what, where: <Html html={area.text} />, why: area.why, verdict };
    });
  return [...markers, ...others];
}

export function HotspotTable({ explained }: { explained: Hotspot }) {
  const t = useTranslate();
  return (
    <table className="answer-table picture-table">
      <caption className="vh">{t("sitting:hotspot.result.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("sitting:hotspot.result.what")}</th>
          <th scope="col">{t("sitting:hotspot.result.where")}</th>
          <th scope="col">{t("sitting:hotspot.result.verdict")}</th>
        </tr>
      </thead>
      <tbody>
        {useLines(explained).map((line) => (
          <tr key={line.id} className={line.verdict}>
            <th scope="row">{line.what}</th>
            <td>
              {line.where}
              {line.why === "" ? null : <p className="small" dangerouslySetInnerHTML={{ __html: line.why }} />}
            </td>
            <td>{t(`sitting:hotspot.result.${line.verdict}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function LabellingTable({ explained: { places } }: { explained: Labelling }) {
  const t = useTranslate();
  return (
    <table className="answer-table picture-table">
      <caption className="vh">{t("sitting:hotspot.result.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("sitting:hotspot.result.where")}</th>
          <th scope="col">{t("sitting:result.yours")}</th>
          <th scope="col">{t("sitting:labelling.result.label")}</th>
          <th scope="col">{t("sitting:hotspot.result.verdict")}</th>
        </tr>
      </thead>
      <tbody>
        {places.map((place, i) => (
          <tr key={place.id} className={place.isRight ? "right" : "wrong"}>
            <th scope="row">{t("sitting:labelling.place", { number: i + 1 })}</th>
            <td>{place.picked === null ? t("sitting:result.none") : <Html html={place.picked} />}</td>
            <td>
              <Html html={place.key} />
            </td>
            <td>{t(place.isRight ? "sitting:labelling.result.right" : "sitting:labelling.result.wrong")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
