/** Written form -> what the voice should read. Order matters: longer units stand before their parts. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/\bCTDIvol\b/g, "C T D I vol"],
  [/\bKa,r\b/g, "K, A, R"],
  [/\bKAP\b/g, "K, A, P"],
  [/\bDRL\b/g, "D R L"],
  [/\bDRLs\b/g, "D R Ls"],
  [/\bNDRLs\b/g, "national D R Ls"],
  [/mSv per mGy·cm/g, "millisievert per milligray centimetre"],
  [/mGy·cm/g, "milligray centimetres"],
  [/Gy·cm²/g, "gray square centimetres"],
  [/cm²/g, "square centimetres"],
  [/(\d)[ \u00a0]mGy\b/g, "$1 milligray"],
  [/(\d)[ \u00a0]Gy\b/g, "$1 gray"],
  [/(\d)[ \u00a0]mSv\b/g, "$1 millisievert"],
  [/(\d)[ \u00a0]cm(?= (?:phantom|one)\b)/g, "$1 centimetre"],
  [/(\d)[ \u00a0]cm\b/g, "$1 centimetres"],
  [/(\d)[ \u00a0]%/g, "$1 per cent"],
  [/[ \u00a0]×[ \u00a0]/g, " times "],
  [/[ \u00a0]=[ \u00a0]/g, " equals "],
  [/\u00a0/g, " "],
];

/** English text for the voice: units and short names written out. Idempotent on text without them. */
export function spokenForm(text: string): string {
  return RULES.reduce((spoken, [written, said]) => spoken.replace(written, said), text);
}
