import type { ReactNode } from "react";
import { formatMinutes } from "../../../i18n/format";
import { useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { TextField } from "../../../ui/field";
import type { OutlineRefusal } from "../edit-outline.server";
import type { OutlineLesson, OutlinePage } from "../outline-page.server";
import { rowId, trackPath } from "./track-words";

interface RowBase {
  readonly id: string;
  readonly title: string;
  /** Its place, from 1, and among how many. */
  readonly number: number;
  readonly count: number;
}
export type Row = RowBase & ({ readonly subject: "module" } | ({ readonly subject: "lesson" } & OutlineLesson));

/** One module or lesson: its title, and a fold with everything that can be done to it. */
export function OutlineRow({
  row,
  page,
  refused,
  children,
}: {
  row: Row;
  page: OutlinePage;
  refused: OutlineRefusal | null;
  children?: ReactNode;
}) {
  const key = `${row.subject}:${row.id}`;
  const { head, deed } = page;
  const error = refused?.faults.some(({ field }) => field === `title:${key}`) ?? false;
  return (
    <li id={rowId(key)} className={`outline-${row.subject}`} data-key={key}>
      <div className="outline-line">
        {head.mayWrite ? <Grip /> : null}
        <RowTitle row={row} page={page} />
        {head.mayWrite ? (
          <details className="row-fold" open={error || (deed?.key === key && deed.did === "moved")}>
            <Summary title={row.title} />
            <RowActs row={row} head={head} typed={refused?.typed[`title:${key}`]} isBad={error} />
          </details>
        ) : null}
      </div>
      {children}
    </li>
  );
}

function Grip() {
  return (
    <span className="grip" aria-hidden="true">
      <svg className="icon" viewBox="0 0 20 20">
        <path d="M7.5 4v.2M12.5 4v.2M7.5 10v.2M12.5 10v.2M7.5 16v.2M12.5 16v.2" />
      </svg>
    </span>
  );
}

function Summary({ title }: { title: string }) {
  const t = useTranslate();
  return (
    <summary>
      {t("tracks:act.change")}
      <span className="vh">: {title}</span>
    </summary>
  );
}

function RowTitle({ row, page: { head } }: { row: Row; page: OutlinePage }) {
  const t = useTranslate();
  if (row.subject === "module")
    return (
      <h3 className="outline-name" tabIndex={-1}>
        {row.number}. <span lang={head.language}>{row.title}</span>
      </h3>
    );
  return (
    <p className="outline-name">
      <a href={trackPath(head.societySlug, head.trackSlug, `/lessons/${row.id}`)}>
        {row.number}. <span lang={head.language}>{row.title}</span>
      </a>
      <span className="ident">
        {t(`tracks:kind.${row.kind}`)} · {formatMinutes(row.minutes)}
      </span>
      {row.lacks === null ? null : <span className="badge care">{t(`tracks:lacks.${row.lacks}`)}</span>}
    </p>
  );
}

function RowActs({
  row,
  head,
  typed,
  isBad,
}: {
  row: Row;
  head: OutlinePage["head"];
  typed: string | undefined;
  isBad: boolean;
}) {
  const t = useTranslate();
  const key = `${row.subject}:${row.id}`;
  const moves = [
    { act: "up", isPossible: row.number > 1 || row.subject === "lesson" },
    { act: "down", isPossible: row.number < row.count || row.subject === "lesson" },
    { act: "before", isPossible: row.subject === "lesson" },
    { act: "after", isPossible: row.subject === "lesson" },
    { act: "copy", isPossible: row.subject === "lesson" },
  ] as const;
  return (
    <div className="row-acts">
      <TextField
        name={`title:${key}`}
        label={t("tracks:field.title")}
        typed={typed ?? row.title}
        error={isBad ? t("tracks:fault.title") : undefined}
        input={{ maxLength: 200, lang: head.language }}
      />
      <p className="row">
        <Button look="line" small name="intent" value="titles" label={`${t("tracks:act.rename")}: ${row.title}`}>
          {t("tracks:act.rename")}
        </Button>
        {moves
          .filter(({ isPossible }) => isPossible)
          .map(({ act }) => (
            <Button
              key={act}
              look="line"
              small
              name="intent"
              value={`${act}:${key}`}
              label={`${t(`tracks:act.${act}`)}: ${row.title}`}
            >
              {t(`tracks:act.${act}`)}
            </Button>
          ))}
        <Button
          look="danger"
          small
          name="intent"
          value={`delete:${key}`}
          label={`${t("tracks:act.delete")}: ${row.title}`}
        >
          {t("tracks:act.delete")}
        </Button>
      </p>
    </div>
  );
}
