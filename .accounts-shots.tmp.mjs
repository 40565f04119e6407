import { chromium } from "playwright";
const base = "http://localhost:4117";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu","--disable-quic","--no-first-run","--disable-background-networking","--disable-component-update","--disable-sync"] });
const out = "/tmp/accounts/shots";
const errors = [];
async function ctx(width, theme) {
  const c = await b.newContext({ bypassCSP: true, viewport: { width, height: 900 } });
  await c.addCookies([{ name: "theme", value: theme, url: base }]);
  const p = await c.newPage();
  p.on("console", m => { if (m.type() === "error" && !/status of (4|5)/.test(m.text())) errors.push(p.url() + " " + m.text()); });
  p.on("pageerror", e => errors.push(String(e)));
  return p;
}
const shot = (p, n) => p.screenshot({ path: `${out}/${n}.png`, fullPage: true });
const mail = `zoe${Date.now()}@klinik.example`;
let p = await ctx(1280, "light");
await p.goto(base + "/sign-up?next=/en/catalogue"); await shot(p, "signup-1280");
await p.fill("#email", "zoe@"); await p.fill("#password", "password12345"); await p.click("main button[type=submit]"); await shot(p, "signup-err-1280");
await p.fill("#email", mail); await p.fill("#password", "kelp violin over tarmac"); await p.fill("#name", "Zoë Ångström-Győri"); await p.selectOption("#profession","radiographer"); await p.selectOption("#country","AT"); await p.check("#terms");
await p.click("main button[type=submit]"); await p.waitForURL(/verify-email/); await shot(p, "verify-1280");
await p.waitForTimeout(1500);
await p.goto(base + "/dev/inbox?address=" + mail); await shot(p, "inbox-1280");
await p.click("a.what"); await shot(p, "mail-1280");
await p.click(".mail-text a >> nth=0"); await shot(p, "verify-token-1280");
await p.click("main button[type=submit]"); console.log(p.url()); await shot(p, "signin-confirmed-1280");
await p.fill("#email", mail); await p.fill("#password", "wrong wrong wrong"); await p.click("main form button[type=submit]"); await shot(p, "signin-wrong-1280");
await p.fill("#password", "kelp violin over tarmac"); await p.click("main form button[type=submit]"); console.log(p.url());
await p.goto(base + "/profile"); await shot(p, "profile-1280");
await p.fill("#registrationNumber", "MTR 4711"); await p.click("main .form button[type=submit]"); console.log(p.url());
await p.goto(base + "/profile/password"); await shot(p, "password-1280");
await p.fill("#currentPassword","nonsense"); await p.fill("#password","klinik klinik"); await p.click("main .form button[type=submit]"); await shot(p, "password-err-1280");
await p.goto(base + "/profile/email"); await p.fill("#email","new"+mail); await p.fill("#currentPassword","kelp violin over tarmac"); await p.click("main .form button[type=submit]"); console.log(p.url()); await shot(p, "email-1280");
await p.waitForTimeout(1500);
for (const a of ["new"+mail, mail]) { await p.goto(base + "/dev/inbox?address=" + a); await p.locator("li", { hasText: "To " + a }).filter({ hasText: "Change of" }).locator("a.what").first().click(); await p.click(".mail-text a >> nth=0"); await p.click("main button[type=submit]"); console.log(a, await p.textContent("h1")); }
await p.goto(base + "/profile/sessions"); await shot(p, "sessions-1280");
const q = await ctx(360, "dark");
for (const [n,u] of [["signup","/sign-up"],["signin","/sign-in"],["forgot","/forgot-password"],["reset-over","/reset-password/xyz"],["verify","/verify-email"],["terms","/en/pages/terms"],["inbox","/dev/inbox"]]) { await q.goto(base+u); await shot(q, n+"-360"); }
await q.goto(base+"/sign-up"); await q.fill("#email","zoe"); await q.click("main button[type=submit]"); await shot(q,"signup-err-360");
await q.goto(base+"/sign-in?email=site-admin@demo.example"); await q.fill("#password","eleven steps of cold aluminium"); await q.click("main form button[type=submit]"); console.log(q.url());
await q.goto(base+"/profile"); await shot(q,"profile-360"); await q.goto(base+"/profile/sessions"); await shot(q,"sessions-360");
await q.goto(base+"/admin/pages"); await shot(q,"admin-360"); await q.goto(base+"/admin/pages/help/en"); await q.click("button[value=preview]"); await shot(q,"admin-edit-360");
await q.setViewportSize({width:1280,height:900}); await shot(q,"admin-edit-1280"); await q.goto(base+"/admin/pages"); await shot(q,"admin-1280"); await q.goto(base+"/de/pages/privacy"); await shot(q,"privacy-1280");
for (const w of [360]) { await q.setViewportSize({width:w,height:800}); for (const u of ["/profile","/profile/password","/profile/email","/profile/sessions","/admin/pages","/admin/pages/help/en","/dev/inbox","/en/pages/help"]) { await q.goto(base+u); const o = await q.evaluate(() => document.documentElement.scrollWidth); if (o > w) console.log("overflow", u, o); } }
console.log(errors.join("\n"));
await b.close();
