import type { ReactNode } from "react";
import { useTranslate } from "../../../i18n/use-translate";
import { CheckField, SelectField, TextArea, TextField } from "../../../ui/field";
import { rowsOf } from "../form-values";
import type { SettingsPage } from "../settings-page.server";
import { type FormState, useFormField } from "./form-words";

/** Rows of a list, with empty ones behind them to write more. */
function Rows({
  list,
  state,
  hint,
  children,
}: {
  list: "outcomes" | "authors" | "references";
  state: FormState;
  hint: string;
  children: (name: (part: string) => string) => ReactNode;
}) {
  const t = useTranslate();
  const used = rowsOf(state.typed, list).filter(({ row }) => Object.values(row).some((value) => value !== "")).length;
  return (
    <>
      <h2>{t(`tracks:settings.${list}`)}</h2>
      <p className="hint">{hint}</p>
      {Array.from({ length: used + 2 }, (_, number) => (
        <fieldset key={String(number)} className="draft-row">
          <legend className="ident">{t("tracks:settings.row", { number: number + 1 })}</legend>
          {children((part) => `${list}.${String(number)}.${part}`)}
        </fieldset>
      ))}
    </>
  );
}

function Hidden({ name, state }: { name: string; state: FormState }) {
  return <input type="hidden" name={name} value={state.typed[name] ?? ""} />;
}

export function OutcomeRows({ page, state }: { page: SettingsPage; state: FormState }) {
  const t = useTranslate();
  const field = useFormField(state);
  const { language } = page.head;
  return (
    <div className="sheet tight form">
      <Rows list="outcomes" state={state} hint={t("tracks:settings.hint.outcomes")}>
        {(name) => (
          <div className="fields">
            <Hidden name={name("was")} state={state} />
            <TextField {...field(name("code"), t("tracks:field.code"))} input={{ maxLength: 20, spellCheck: false }} />
            <TextArea {...field(name("text"), t("tracks:field.outcome"))} rows={2} lang={language} />
          </div>
        )}
      </Rows>
      {page.shipped.length === 0 ? null : (
        <details>
          <summary>{t("tracks:settings.shipped")}</summary>
          <fieldset className="checks">
            <legend className="vh">{t("tracks:settings.shipped")}</legend>
            {page.shipped.map(({ code, text }) => (
              <CheckField
                key={code}
                name={`shipped:${code}`}
                label={code}
                hint={<span lang={language}>{text}</span>}
                checked={state.typed[`shipped:${code}`] === "yes"}
              />
            ))}
          </fieldset>
        </details>
      )}
    </div>
  );
}

export function AuthorRows({ page, state }: { page: SettingsPage; state: FormState }) {
  const t = useTranslate();
  const field = useFormField(state);
  const { language } = page.head;
  const roles = (["author", "reviewer"] as const).map((value) => ({ value, text: t(`tracks:role.${value}`) }));
  return (
    <div className="sheet tight form">
      <Rows list="authors" state={state} hint={t("tracks:settings.hint.authors")}>
        {(name) => (
          <div className="fields">
            <Hidden name={name("id")} state={state} />
            <TextField {...field(name("name"), t("tracks:field.name"))} input={{ maxLength: 200 }} />
            <SelectField
              name={name("role")}
              label={t("tracks:field.role")}
              chosen={state.typed[name("role")]}
              empty={t("tracks:settings.role")}
              choices={roles}
            />
            <TextArea {...field(name("qualifications"), t("tracks:field.qualifications"))} rows={2} lang={language} />
            <TextArea
              {...field(name("interests"), t("tracks:field.interests"), t("tracks:settings.hint.interests"))}
              rows={2}
              lang={language}
            />
            <TextField {...field(name("declaredOn"), t("tracks:field.declared-on"))} input={{ type: "date" }} />
          </div>
        )}
      </Rows>
    </div>
  );
}

export function ReferenceRows({ state }: { state: FormState }) {
  const t = useTranslate();
  const field = useFormField(state);
  return (
    <div className="sheet tight form">
      <Rows list="references" state={state} hint={t("tracks:settings.hint.references")}>
        {(name) => (
          <>
            <Hidden name={name("id")} state={state} />
            {state.typed[name("id")] ? <p className="ident">{state.typed[name("id")]}</p> : null}
            <div className="fields">
              <TextArea {...field(name("cite"), t("tracks:field.cite"))} rows={2} />
              <TextField
                {...field(name("year"), t("tracks:field.year"))}
                input={{ inputMode: "numeric", maxLength: 4 }}
              />
              <TextField
                {...field(name("url"), t("tracks:field.url"))}
                input={{ maxLength: 2000, spellCheck: false }}
              />
            </div>
          </>
        )}
      </Rows>
    </div>
  );
}
