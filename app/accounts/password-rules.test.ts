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

test("any text gets an answer, and a short one is always refused", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 250 }), (password) => {
      const fault = passwordFault(password, ["a.person@hospital.example", "A Person"]);
      if (Array.from(password.normalize("NFKC")).length < passwordLength.least) expect(fault).toBe("password-short");
    }),
  );
});
