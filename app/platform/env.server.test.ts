import { describe, expect, it } from "vitest";
import { readEnv, settingWarnings } from "./env.server";

describe("the settings", () => {
  it("need nothing at all: the default is a demonstration on this machine", () => {
    expect(readEnv({})).toMatchObject({
      HOST: "127.0.0.1",
      PORT: 3000,
      SITE_TITLE: "Stepwedge",
      isDemonstration: true,
      RUN_JOBS: true,
    });
  });

  it("read an empty line as not set", () => {
    expect(readEnv({ HOST: "", PORT: "", APP_URL: "", SMTP_URL: "", RUN_JOBS: "" })).toMatchObject({
      HOST: "127.0.0.1",
      PORT: 3000,
      isDemonstration: true,
    });
  });

  it.each([
    ["PORT", "eighty"],
    ["PORT", "70000"],
    ["APP_URL", "learn.example"],
    ["APP_URL", "https://learn.example/path"],
    ["SMTP_URL", "https://mail.example"],
    ["MAIL_FROM", "nobody"],
    ["RUN_JOBS", "yes"],
    ["METRICS_TOKEN", "short"],
    ["LOG_LEVEL", "loud"],
    ["TRUST_PROXY", "all"],
  ])("name %s when it is %j", (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`\\n {2}${name} `));
  });

  it("say which of Mux's five is missing when only some are set", () => {
    expect(() => readEnv({ MUX_TOKEN_ID: "id", MUX_TOKEN_SECRET: "secret" })).toThrow(/MUX_WEBHOOK_SECRET is missing/);
  });

  it("want a proxy in front when the address is https", () => {
    expect(() => readEnv({ APP_URL: "https://learn.example" })).toThrow(/TRUST_PROXY/);
    expect(readEnv({ APP_URL: "https://learn.example", TRUST_PROXY: "1" }).isDemonstration).toBe(false);
  });

  it("are worth a sentence where mails of an open site reach nobody", () => {
    const warnings = (settings: Record<string, string>) =>
      settingWarnings(readEnv(settings)).map((sentence) => sentence.split(" ")[0]);
    const open = { APP_URL: "https://learn.example", TRUST_PROXY: "1" };
    const smtp = { ...open, SMTP_URL: "smtp://mail.example:587" };
    expect(warnings({})).toEqual([]);
    expect(warnings(open)).toEqual(["SMTP_URL"]);
    expect(warnings(smtp)).toEqual(["MAIL_FROM"]);
    expect(warnings({ ...smtp, MAIL_FROM: "Learning <no-reply@learn.example>" })).toEqual([]);
  });
});
