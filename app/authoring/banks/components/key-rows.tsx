import { useTranslate } from "../../../i18n/use-translate";
import { Html } from "./html";

export interface KeyRow {
  readonly id: string;
  /** Safe HTML. */
  readonly text: string;
  /** Safe HTML, empty where there is none. */
  readonly why: string;
  readonly isKey: boolean;
  /** Hundredths of the mark. */
  readonly share?: number;
}

/** Options with the right ones marked in words and colour, and the reason inside each. */
export function KeyRows({ rows }: { rows: readonly KeyRow[] }) {
  const t = useTranslate();
  return (
    <div className="opts">
      {rows.map((row, i) => (
        <div key={row.id} className={`opt-row ${row.isKey ? "right" : "plain"}`}>
          <span className="lm" aria-hidden="true">
            {String.fromCharCode(65 + (i % 26))}
          </span>
          <Html html={row.text} />
          <span className="small nowrap">
            {row.isKey ? t("banks:key.right") : ""}
            {row.share === undefined ? "" : ` ${String(row.share)} %`}
          </span>
          {row.why === "" ? null : <Html className="why" html={row.why} />}
        </div>
      ))}
    </div>
  );
}
