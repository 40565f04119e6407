import { expect, test } from "vitest";
import { findUnprintable } from "../certificates/printable";
import { nameFault, tidyName } from "./certificate-name";

test.each([
  "Žofia Kováčová",
  "Győri Ő",
  "Łukasz Ś.",
  "Ștefan Țepeș",
  "Ŵyn Ŷ",
  "Jean-François d'Ormesson",
  "Πηνελόπη Δέλτα",
  "Ελένη Ώ",
  "Тарас Шевченко",
  "Ђорђе Љ.",
  "María José de la O’Higgins",
  "A. (Tony) Smith, Jr.",
  "Ægir Þórsson",
  "Ñ",
])("%s can stand on a certificate", (name) => {
  expect(nameFault(tidyName(name))).toBeNull();
});

test.each([
  ["", "name-required"],
  ["  ", "name-required"],
  ["山田太郎", "name-letters"],
  ["Zoë 🦊", "name-letters"],
  ["<b>Zoë</b>", "name-letters"],
  ["Zoë\u202eeoZ", "name-letters"],
  ["Zoë\u0000", "name-letters"],
  ["...", "name-letters"],
  ["Z\u0316\u0317\u0318oe", "name-letters"],
  ["x".repeat(101), "name-long"],
])("%s is refused", (name, fault) => {
  expect(nameFault(tidyName(name))).toBe(fault);
});

test("every letter that a name may have can be printed on the certificate", () => {
  const accepted: string[] = [];
  for (let code = 0x20; code < 0x3000; code++) {
    const letter = String.fromCodePoint(code).normalize("NFC");
    if (nameFault(`A${letter}`) === null) accepted.push(letter);
  }
  expect(accepted.length).toBeGreaterThan(1000);
  expect(accepted.filter((letter) => findUnprintable(`A${letter}\u030b`).length > 0)).toEqual([]);
});
