import type { FieldProps } from "../../../ui/field";
import { useTranslate } from "../../../i18n/use-translate";
import type { FormFault } from "../form-faults";
import type { Typed } from "../form-fields";

/** What the parts of the editor share. */
export interface EditorFields {
  readonly typed: Typed;
  readonly faults: readonly FormFault[];
}

/** A fault in the page's words, followed by the schema's sentence where there is one. */
export function useFaultText(): (fault: FormFault) => string {
  const t = useTranslate();
  return ({ code, line, detail }) => {
    const words = t(`banks:fault.${code}`, { line });
    return detail === "" ? words : `${words} ${detail}`;
  };
}

/** Name, label, what was typed and what is wrong, for a field of ui/field. */
export function useEditorField({
  typed,
  faults,
}: EditorFields): (name: string, label: string, hint?: string) => FieldProps & { readonly typed: string | undefined } {
  const textOf = useFaultText();
  return (name, label, hint) => {
    const fault = faults.find(({ field }) => field === name);
    return { name, label, hint, typed: typed[name], error: fault === undefined ? undefined : textOf(fault) };
  };
}
