import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { demonstrationPassword } from "./demonstration-people";
import { passwordFault, passwordLength } from "./password-rules";

describe("passwords that a guesser tries first are refused", () => {
  test.each([
    "password1234",
    "Password2026!",
    "passwordpassword",
    "P@ssw0rd1234",
    "123456789012",
    "000000000000",
    "aaaaaaaaaaaaaaa",
    "abababababab",
    "qwertyuiop12",
    "qwertzuiop!!",
    "azertyuiop2026",
    "abcdefghijkl",
    "lkjihgfedcba",
    "1qaz2wsx3edc",
    "iloveyou2024!",
    "Sommer2025!!!",
    "welcome123456",
    "Radiology2026",
    "stepwedge1234",
    "correcthorsebatterystaple",
    "liverpool1234",
    "schatzschatz1",
    "bienvenido123",
    "administrator1",
    "letmeinletmein",
    "111222333444",
    "987654321098",
  ])("%s", (password) => {
    expect(passwordFault(password)).toBe("password-common");
  });
});

describe("passwords that are hard to guess are accepted", () => {
  test.each([
    "kelp violin over tarmac",
    "Xq7#vLm2pZt9",
    "drei krumme gurken",
    "tigre lampadaire huit",
    "ночная лампа гудит",
    "jazz guitar piano music tractor",
    "μια μεγάλη γάτα",
    "correct horse battery staple of mine",
    demonstrationPassword,
    "vKz!2026-sommer-lq",
  ])("%s", (password) => {
    expect(passwordFault(password)).toBeNull();
  });
});

test("length is counted in characters, from 12 to 200", () => {
  expect(passwordFault("kelp violin")).toBe("password-short");
  expect(passwordFault("kelp violin!")).toBeNull();
  expect(passwordFault("🦊🐙🌵🚲🎻🪁")).toBe("password-short");
  const long = "kelp violin over tarmac ".repeat(9);
  expect(passwordFault(long.slice(0, passwordLength.most))).toBeNull();
  expect(passwordFault(long.slice(0, passwordLength.most + 1))).toBe("password-long");
});

test("a password made of the person's name or address is refused, one that only holds a part of it isn't", () => {
  const personal = ["zoe.angstroem@klinikum-linz.example", "Zoë Ångström"];
  expect(passwordFault("angstroem-2026", personal)).toBe("password-personal");
  expect(passwordFault("Klinikum.Linz.1", personal)).toBe("password-personal");
  expect(passwordFault("angstroem-2026")).toBeNull();
  expect(passwordFault("linz by tram at dawn", personal)).toBeNull();
});

test("the limits of the length are 12 and 200", () => {
  expect(passwordLength).toEqual({ least: 12, most: 200 });
  const long = "kelp violin over tarmac ".repeat(9);
  expect(passwordFault(long.slice(0, 200))).toBeNull();
  expect(passwordFault(long.slice(0, 201))).toBe("password-long");
});

test("four common words are a phrase, three are not", () => {
  expect(passwordFault("dragonmonkeytiger")).toBe("password-common");
  expect(passwordFault("dragondragonmonkeytiger")).toBe("password-common");
  expect(passwordFault("dragonmonkeytigereagle")).toBeNull();
});

test("a person's own name is no word of a phrase", () => {
  expect(passwordFault("dragonmonkeytigereagle", ["Ann Dragon"])).toBe("password-personal");
  expect(passwordFault("dragonmonkeytigereaglepanther", ["Ann Dragon"])).toBeNull();
});

test("parts of a name count from four letters on, the longest first", () => {
  expect(passwordFault("jovxjovxkzqw", ["Jovx"])).toBe("password-personal");
  expect(passwordFault("jovjovkzqwjov", ["Jov"])).toBeNull();
  for (const name of ["Kovz Kovzarqxwt", "Kovzarqxwt Kovz"])
    expect(passwordFault("kovzarqxwtkovzarqxwt", [name])).toBe("password-personal");
});

// Four letters that are neither a word nor a run are one too few, so what stands beside them decides.
describe("beside the letters v, q, w and x", () => {
  test.each([
    ["nothing", "vqwxvqwxvqwx"],
    ["a word of three letters", "catvqwxcatvqwx"],
    ["a run of four at the start", "hjklvqwxvqwx"],
    ["a run of four in the middle", "vqwxhjklvqwx"],
    ["a run of four at the end", "vqwxvqwxhjkl"],
    ["a run backwards", "vqwxlkjhvqwx"],
    ["two runs", "vqwxhjklvqwxefgh"],
  ])("%s is not enough: %s", (_name, password) => {
    expect(passwordFault(password)).toBe("password-common");
  });

  test.each([
    ["another letter", "vqwxbvqwxbvq"],
    ["another letter before a run", "bvqwxhjklvqwx"],
    ["another letter after a run", "vqwxhjklbvqwx"],
    ["three letters of a run", "vqwxhjkvqwxhjk"],
    ["three letters of a run at the end", "vqwxvqwxvhjk"],
    ["two letters of a run", "ghvxqwghvxqw"],
  ])("%s is enough: %s", (_name, password) => {
    expect(passwordFault(password)).toBeNull();
  });
});

test("any text gets an answer, and a short one is always refused", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 250 }), (password) => {
      const fault = passwordFault(password, ["a.person@hospital.example", "A Person"]);
      if (Array.from(password.normalize("NFKC")).length < passwordLength.least) expect(fault).toBe("password-short");
    }),
  );
});
