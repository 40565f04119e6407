import type { ReactNode } from "react";
import { useTranslate } from "../../../i18n/use-translate";
import { AlertIcon } from "../../../ui/alert-icon";
import { Button } from "../../../ui/button";
import { type EditorFields, useEditorField } from "./use-editor";

/** A list of rows with buttons that add, remove and move them; each button sends the form and loses nothing. */
export function EditorRows({
  fields,
  list,
  title,
  add,
  children,
}: {
  fields: EditorFields;
  list: string;
  title: string;
  add: string;
  /** The fields of the row at this place; `at` names them. */
  children: (at: (part: string) => string, place: number) => ReactNode;
}) {
  const t = useTranslate();
  const count = Math.min(64, Number(fields.typed[`${list}.count`] ?? "0") || 0);
  return (
    <fieldset id={list}>
      <legend className="label">{title}</legend>
      <ListFaults fields={fields} list={list} />
      <input type="hidden" name={`${list}.count`} value={count} />
      {Array.from({ length: count }, (_, i) => (
        <fieldset key={String(i)} className="editor-row">
          <legend className="vh">{t("banks:edit.row", { number: i + 1 })}</legend>
          <input type="hidden" name={`${list}.${String(i)}.id`} value={fields.typed[`${list}.${String(i)}.id`] ?? ""} />
          {children((part) => `${list}.${String(i)}.${part}`, i)}
          <RowButtons list={list} place={i} count={count} />
        </fieldset>
      ))}
      <p>
        <Button look="line" small name="intent" value={`${list}:add`}>
          {add}
        </Button>
      </p>
    </fieldset>
  );
}

function RowButtons({ list, place, count }: { list: string; place: number; count: number }) {
  const t = useTranslate();
  const acts = [
    { act: "up", isPossible: place > 0 },
    { act: "down", isPossible: place + 1 < count },
    { act: "remove", isPossible: true },
  ] as const;
  return (
    <p className="row">
      {acts
        .filter(({ isPossible }) => isPossible)
        .map(({ act }) => (
          <Button
            key={act}
            look="text"
            small
            name="intent"
            value={`${list}:${act}:${String(place)}`}
            label={t(`banks:row.${act}.label`, { number: place + 1 })}
          >
            {t(`banks:row.${act}`)}
          </Button>
        ))}
    </p>
  );
}

/** What is wrong with the list as a whole, or with its key. */
function ListFaults({ fields, list }: { fields: EditorFields; list: string }) {
  const field = useEditorField(fields);
  return [list, "key"].map((name) => {
    const { error } = field(name, "");
    return error === undefined ? null : (
      <p key={name} className="err" id={name === list ? undefined : name}>
        <AlertIcon />
        <span>{error}</span>
      </p>
    );
  });
}
