import { chromium } from "playwright"; import { AxeBuilder } from "@axe-core/playwright";
const base="http://localhost:4117";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu","--disable-quic","--no-first-run","--disable-background-networking","--disable-component-update","--disable-sync"] });
const out="/tmp/accounts/shots/";
for (const [w,theme] of [[1280,"light"],[360,"dark"]]) {
  const c = await b.newContext({ bypassCSP:true, viewport:{width:w,height:900}}); await c.addCookies([{name:"theme",value:theme,url:base}]); const p = await c.newPage();
  const check = async (n) => { const r = await new AxeBuilder({page:p}).include("main").analyze(); for (const v of r.violations) console.log(w,n,v.id,v.nodes.map(x=>x.target.join(" ")).slice(0,3).join(" | ")); const o=await p.evaluate(()=>document.documentElement.scrollWidth); if(o>w) console.log("overflow",w,n,o); await p.screenshot({path:out+`x-${n}-${w}.png`,fullPage:true}); };
  for (const u of ["/sign-up","/sign-in","/forgot-password?sent=1","/reset-password/x","/verify-email","/verify-email/x","/change-email/x","/dev/inbox","/en/pages/terms","/de/pages/privacy","/fr/pages/help","/es/pages/imprint","/it/pages/accessibility"]) { await p.goto(base+u); await check(u.replace(/[^a-z]+/g,"-")); }
  await p.goto(base+"/dev/inbox"); await p.click("a.what >> nth=0"); await check("mail");
  await p.goto(base+"/sign-up"); await p.click("main button[type=submit]"); await check("signup-err");
  await p.goto(base+"/sign-in?email=site-admin@demo.example"); await p.fill("#password","eleven steps of cold aluminium"); await p.click("main form button[type=submit]");
  await p.goto(base+"/profile"); await p.selectOption("#theme",theme); await p.click("main .form button[type=submit]"); await check("profile-saved");
  for (const u of ["/profile/password","/profile/email","/profile/sessions","/admin/pages","/admin/pages/help/en"]) { await p.goto(base+u); await check(u.replace(/[^a-z]+/g,"-")); }
  await p.click("button[value=preview]"); await check("preview");
  await p.goto(base+"/admin/pages/help/en"); await p.fill("#title",""); await p.fill("#markdown",""); await p.click("button[value=save]"); await check("admin-err");
  await c.close();
}
await b.close();
