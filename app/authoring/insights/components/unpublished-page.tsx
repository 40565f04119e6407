import { useTranslate } from "../../../i18n/use-translate";
import { TrackTop } from "../../workspace/components/track-top";

/** In the place of figures, while nobody can take the track. */
export function UnpublishedInsights({ title, language }: { title: string; language: string }) {
  const t = useTranslate();
  return (
    <main id="main" className="page page-top insights">
      <TrackTop title={title} language={language} />
      <h1>{t("insights:title")}</h1>
      <p className="lead">{t("insights:unpublished")}</p>
    </main>
  );
}
