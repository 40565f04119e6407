import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./security-policy";

const directives = (policy: string) =>
  new Map(policy.split("; ").map((part) => [part.split(" ")[0], part.split(" ").slice(1).join(" ")]));

describe("the Content-Security-Policy", () => {
  it("lets still pages run files of ours and nothing inline", () => {
    const policy = directives(contentSecurityPolicy({ nonce: null }));
    expect(policy.get("script-src")).toBe("'self'");
    expect(policy.get("style-src")).toBe("'self'");
    expect([...policy.values()].join(" ")).not.toMatch(/unsafe|nonce/);
  });

  it("lets hydrating pages run scripts with their nonce, and style attributes", () => {
    const policy = directives(contentSecurityPolicy({ nonce: "abc" }));
    expect(policy.get("script-src")).toBe("'self' 'nonce-abc'");
    expect(policy.get("style-src")).toBe("'self' 'nonce-abc'");
    expect(policy.get("style-src-attr")).toBe("'unsafe-inline'");
  });

  it.each([null, "abc"])("names no other host and can't be framed (nonce %j)", (nonce) => {
    const policy = contentSecurityPolicy({ nonce });
    expect(policy).not.toMatch(/https?:/);
    expect(directives(policy).get("frame-ancestors")).toBe("'none'");
    expect(directives(policy).get("base-uri")).toBe("'none'");
  });
});
