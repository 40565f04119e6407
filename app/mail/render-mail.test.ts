import { expect, test } from "vitest";
import { cutAtLinks } from "./cut-at-links";
import { renderMail } from "./render-mail";

const draft = { to: "a@b.example", locale: "en", subject: "Hello", blocks: ["One."], foot: "The site" };

test("a hostile name stays text in the HTML form and is untouched in the plain one", () => {
  const name = `<img src=x onerror="alert(1)">&'`;
  const mail = renderMail({ ...draft, blocks: [`Dear ${name},`] });
  expect(mail.html).toContain("Dear &lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;,");
  expect(mail.html).not.toContain("<img");
  expect(mail.text).toContain(`Dear ${name},`);
});

test("a link can't leave its attribute", () => {
  const mail = renderMail({ ...draft, blocks: [{ label: "Go", href: `https://x.example/"><script>` }] });
  expect(mail.html).not.toContain("<script>");
});

test("a line break in a subject starts no header", () => {
  expect(renderMail({ ...draft, subject: "Hello\r\nBcc: all@b.example" }).subject).toBe("Hello Bcc: all@b.example");
});

test("the plain form holds every paragraph and every address", () => {
  const mail = renderMail({ ...draft, blocks: ["One.", { label: "Go", href: "https://x.example/a" }] });
  expect(mail.text).toBe("One.\n\nGo:\nhttps://x.example/a\n\n-- \nThe site\n");
});

test("web addresses are cut out of a text without the full stop after them", () => {
  expect(cutAtLinks("See https://x.example/a?b=%2F. Then go.")).toEqual([
    { text: "See ", isLink: false },
    { text: "https://x.example/a?b=%2F", isLink: true },
    { text: ". Then go.", isLink: false },
  ]);
});
