import { useTranslate } from "../../../i18n/use-translate";
import type { TranslationPage } from "../translation-views";
import { useGroupName } from "./translation-words";

/** Every group of texts with what it still wants. */
export function GroupList({ page }: { page: TranslationPage }) {
  const t = useTranslate();
  const name = useGroupName();
  return (
    <details className="group-list" open={page.groups.length <= 30}>
      <summary>{t("translations:groups", { count: page.groups.length })}</summary>
      <nav aria-label={t("translations:groups", { count: page.groups.length })}>
        <ul className="groups">
          {page.groups.map((group) => {
            const open = group.counts.missing + group.counts.behind;
            return (
              <li key={group.group}>
                <a
                  href={`?group=${group.group}`}
                  aria-current={group.group === page.chosen.group ? "page" : undefined}
                  lang={group.kind === "lesson" ? page.sourceLanguage : undefined}
                >
                  {name(group)}
                </a>{" "}
                <span className="small quiet">
                  {open > 0
                    ? t("translations:open", { count: open })
                    : t(group.counts.draft > 0 ? "translations:status.draft" : "translations:status.reviewed")}
                </span>
              </li>
            );
          })}
        </ul>
      </nav>
    </details>
  );
}
