import { useRouteLoaderData } from "@remix-run/react";
import { isLocale, type Locale } from "./locales";
import { type Translate, translator } from "./translate";

/** The page's language, as the root loader chose it. English where the root loader itself failed. */
export function useLocale(): Locale {
  const root: unknown = useRouteLoaderData("root");
  if (typeof root === "object" && root !== null && "locale" in root && isLocale(root.locale)) return root.locale;
  return "en";
}

/** `const t = useTranslate(); t("common:skip")` */
export function useTranslate(): Translate {
  return translator(useLocale());
}
