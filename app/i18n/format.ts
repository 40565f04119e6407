import type { Locale } from "./locales";

/** Dates and numbers as each language writes them. Dates come in as ISO texts in UTC. English is British: day before month. */
const tags: Record<Locale, string> = { en: "en-GB", de: "de-DE", fr: "fr-FR", es: "es-ES", it: "it-IT" };

const cache = new Map<string, Intl.DateTimeFormat>();
function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  let format = cache.get(key);
  if (format === undefined) cache.set(key, (format = new Intl.DateTimeFormat(tags[locale], options)));
  return format;
}

/** "24 November 2026" */
export function formatDate(locale: Locale, iso: string, timeZone = "UTC"): string {
  return dateFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone }).format(new Date(iso));
}

/** "November 2026" */
export function formatMonth(locale: Locale, iso: string): string {
  return dateFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(iso));
}

/** "24 November 2026, 14:32" in the reader's time zone. */
export function formatMoment(locale: Locale, iso: string, timeZone: string): string {
  return dateFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  }).format(new Date(iso));
}

/** "14:32:05" in the reader's time zone. */
export function formatTimeOfDay(locale: Locale, iso: string, timeZone: string): string {
  return dateFormat(locale, { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone }).format(new Date(iso));
}

const numberFormats = new Map<string, Intl.NumberFormat>();

export function formatNumber(locale: Locale, value: number, fractionDigits = 0): string {
  const key = `${locale}${String(fractionDigits)}`;
  let format = numberFormats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(tags[locale], {
      minimumFractionDigits: fractionDigits,
      maximumFractionDigits: fractionDigits,
    });
    numberFormats.set(key, format);
  }
  return format.format(value);
}

/** Hundredths of marks as people write them: 8, or 7.67. */
export function formatMarks(locale: Locale, hundredths: number): string {
  return formatNumber(locale, hundredths / 100, hundredths % 100 === 0 ? 0 : 2).replace("-", "−");
}

/** "82 %" with the space that the language wants. */
export function formatPercent(locale: Locale, percent: number): string {
  return new Intl.NumberFormat(tags[locale], { style: "percent", maximumFractionDigits: 0 }).format(percent / 100);
}

/** "3 h 14 min", "45 min": unit symbols are the same in all five languages. */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${String(rest)}\u00a0min`;
  return rest === 0 ? `${String(hours)}\u00a0h` : `${String(hours)}\u00a0h ${String(rest)}\u00a0min`;
}

/** 194000 ms -> "3:14", as players write it. */
export function formatClock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const h = Math.floor(seconds / 3600);
  const m = Math.floor((seconds % 3600) / 60);
  const s = String(seconds % 60).padStart(2, "0");
  return h > 0 ? `${String(h)}:${String(m).padStart(2, "0")}:${s}` : `${String(m)}:${s}`;
}
