import { useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import type { OutlineDeed, OutlinePage } from "../outline-page.server";
import { trackPath } from "./track-words";

/** What was done just now. A deletion can be undone here. */
export function OutlineDeedNote({ page }: { page: OutlinePage }) {
  const { deed, head } = page;
  const words = useDeedWords();
  const t = useTranslate();
  if (deed === null) return null;
  return (
    <div className="note pass deed" role="status" data-deed={deed.key ?? ""}>
      <p className="title">{words(deed)}</p>
      {deed.did === "deleted" && deed.key !== null && deed.was !== null && head.mayWrite ? (
        <form method="post" action={trackPath(head.societySlug, head.trackSlug)} data-step>
          <input type="hidden" name="base" value={page.base} />
          <Button look="line" small name="intent" value={`undo:${deed.key}:${deed.was}`}>
            {t("tracks:act.undo")}
          </Button>
        </form>
      ) : null}
    </div>
  );
}

function useDeedWords(): (deed: OutlineDeed) => string {
  const t = useTranslate();
  return ({ did, key, title, place, module }) => {
    if (did !== "moved") return t(`tracks:did.${did}`, { title });
    const isModule = key?.startsWith("module:") ?? false;
    return t(isModule ? "tracks:did.moved.module" : "tracks:did.moved", { title, place, module });
  };
}
