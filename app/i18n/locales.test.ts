import { describe, expect, it } from "vitest";
import { chooseLocale } from "./choose-locale.server";
import { fromAcceptLanguage } from "./locales";

describe("the language of a page", () => {
  it.each([
    ["de-AT,de;q=0.9,en;q=0.8", "de"],
    ["en;q=0.2, fr;q=0.7", "fr"],
    ["pl,cs", null],
    ["it;q=0", null],
    ["", null],
    [null, null],
  ])("is the best of ours that the browser asks for: %j", (header, expected) => {
    expect(fromAcceptLanguage(header)).toBe(expected);
  });

  const asked = (headers: Record<string, string>) => new Request("http://localhost/", { headers });

  it("is the address's before the profile's, the cookie's and the browser's", () => {
    const request = asked({ Cookie: "locale=fr", "Accept-Language": "it" });
    expect(chooseLocale(request, "de", "es")).toBe("de");
    expect(chooseLocale(request, undefined, "es")).toBe("es");
    expect(chooseLocale(request, undefined, undefined)).toBe("fr");
    expect(chooseLocale(asked({ "Accept-Language": "it" }), undefined, undefined)).toBe("it");
    expect(chooseLocale(asked({}), undefined, undefined)).toBe("en");
  });

  it("is never one that we don't have", () => {
    expect(chooseLocale(asked({ Cookie: "locale=xx" }), "pl", "zz")).toBe("en");
  });
});
