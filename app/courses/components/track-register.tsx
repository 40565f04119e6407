import { formatMinutes, formatMonth } from "../../i18n/format";
import { beginLine } from "../../i18n/format-list";
import type { Locale } from "../../i18n/locales";
import type { Translate } from "../../i18n/translate";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { isProfession } from "../../accounts/professions";
import { publicPath } from "../../ui/public-path";
import { Logo } from "../../ui/society-mark";
import type { TrackRow } from "../track-row";

const namedPeople = 3;

/** "Radiographers, medical physicists, nurses and 2 more professions" */
function people(professions: readonly string[], t: Translate, locale: Locale): string {
  const names = professions.filter(isProfession).map((profession) => t(`catalogue:people.${profession}`));
  const named = names.slice(0, namedPeople).join(", ");
  const rest = names.length - namedPeople;
  return beginLine(locale, rest > 0 ? t("catalogue:row.people", { people: named, count: rest }) : named);
}

/** Tracks as a register: marker, what and whose, figures. `level` keeps the headings in order. */
export function TrackRegister({ rows, level = 3 }: { rows: readonly TrackRow[]; level?: 2 | 3 }) {
  return (
    <ul className="track-register">
      {rows.map((row) => (
        <Row key={row.slug} row={row} level={level} />
      ))}
    </ul>
  );
}

function Row({ row, level }: { row: TrackRow; level: 2 | 3 }) {
  const t = useTranslate();
  const locale = useLocale();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <li>
      <abbr className="lm l" title={t(`common:modality.${row.modality}`)}>
        {row.modality}
      </abbr>
      <div className="what">
        <Heading className="name">
          <a href={publicPath(locale, `/tracks/${row.slug}`)} lang={row.language}>
            {row.title}
          </a>
        </Heading>
        <p className="quiet">{people(row.professions, t, locale)}</p>
        <p className="ident with-logo">
          <Logo logo={row.society.logo} />
          <b>{row.society.name}</b>
          {row.society.isDemonstration ? ` (${t("catalogue:demonstration")})` : ""}
        </p>
      </div>
      <dl className="figures">
        <div>
          <dt>{t("catalogue:row.time")}</dt>
          <dd>{formatMinutes(row.minutes)}</dd>
        </div>
        <div>
          <dt>{t("catalogue:row.lessons")}</dt>
          <dd>{row.lessonCount}</dd>
        </div>
        <div>
          <dt>{t("catalogue:row.languages")}</dt>
          <dd>{row.languages.map((code) => code.toUpperCase()).join(" ")}</dd>
        </div>
        <div>
          <dt>{t("catalogue:row.prepared")}</dt>
          <dd>{formatMonth(locale, row.preparedOn)}</dd>
        </div>
      </dl>
    </li>
  );
}
