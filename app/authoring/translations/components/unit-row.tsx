import { useTranslate } from "../../../i18n/use-translate";
import type { Stretch } from "../difference";
import type { ShownUnit } from "../translation-views";
import { useUnitName } from "./translation-words";

/** One text: what the source says, what changed in it, and the translation. */
export function UnitRow(props: {
  unit: ShownUnit;
  sourceLanguage: string;
  language: string;
  isLong: boolean;
  mayWrite: boolean;
  /** What was typed and not saved. */
  typed: string | undefined;
  /** What somebody else saved in between. */
  theirs: string | undefined;
}) {
  const t = useTranslate();
  const { unit, theirs, language } = props;
  const [name, place] = useUnitName()(unit.id);
  const shown = props.typed ?? unit.target.trimEnd();
  const isClash = theirs !== undefined && theirs.trim() !== shown.trim();
  return (
    <div className="text-unit">
      <div>
        <p className="ident">
          <b>{name}</b> {place}
        </p>
        <Source unit={unit} language={props.sourceLanguage} />
      </div>
      <div className={isClash ? "field bad" : "field"}>
        <label htmlFor={unit.id}>
          {t("translations:target", { name, place })}{" "}
          <span className={`badge ${badges[unit.status]}`}>{t(`translations:status.${unit.status}`)}</span>
        </label>
        {isClash ? <Theirs id={unit.id} text={theirs} language={language} /> : null}
        <textarea
          className="input area"
          id={unit.id}
          name={unit.id}
          lang={language}
          dir="auto"
          rows={rowsFor(props.isLong, unit.source)}
          defaultValue={shown}
          readOnly={!props.mayWrite}
          aria-invalid={isClash ? true : undefined}
          aria-describedby={isClash ? `${unit.id}-theirs` : undefined}
        />
        {unit.status === "behind" && props.mayWrite ? (
          <label className="check">
            <input type="checkbox" name="fits" value={unit.id} />
            <span>{t("translations:fits")}</span>
          </label>
        ) : null}
      </div>
    </div>
  );
}

function Source({ unit, language }: { unit: ShownUnit; language: string }) {
  if (unit.changes !== null) return <Changed changes={unit.changes} language={language} />;
  return (
    <p className="said" lang={language} dir="auto">
      {unit.source}
    </p>
  );
}

function Theirs({ id, text, language }: { id: string; text: string; language: string }) {
  const t = useTranslate();
  return (
    <div className="note mark" id={`${id}-theirs`}>
      <p className="title">{t("translations:theirs")}</p>
      <p className="said" lang={language} dir="auto">
        {text}
      </p>
    </div>
  );
}

const badges = { missing: "", behind: "care", draft: "tint", reviewed: "pass" } as const;

function rowsFor(isLong: boolean, source: string): number {
  return isLong ? 24 : Math.min(10, Math.max(2, Math.ceil(source.length / 60)));
}

function Changed({ changes, language }: { changes: readonly Stretch[]; language: string }) {
  const t = useTranslate();
  return (
    <>
      <p className="small quiet">{t("translations:changed")}</p>
      <p className="said change" lang={language} dir="auto">
        {changes.map(({ kind, text }, i) => {
          const key = `${String(i)} ${kind}`;
          if (kind === "gone") return <del key={key}>{text}</del>;
          return kind === "new" ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
        })}
      </p>
    </>
  );
}
