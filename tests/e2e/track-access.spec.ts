import { expect, test } from "./fixtures";
import { signInByForm } from "./sign-in-by-form";

/** None of it needs a script. */
test.use({ javaScriptEnabled: false });

test("an editor invites to a track, an invited person enrols by the link, and the track is withdrawn", async ({
  page,
  browser,
  site,
  given,
  signIn,
}) => {
  const society = await given.society();
  const { track } = await given.edition({ societyId: society.id });
  await signIn(await given.member({ society, role: "editor" }));
  await page.goto(`/society/${society.slug}/tracks/${track.slug}/publish`);
  await page.getByRole("link", { name: "Access", exact: true }).click();
  await page.getByLabel("Only invited people").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").getByText("Saved.")).toBeVisible();
  const link = await page.getByLabel("Link that fills in the code").inputValue();
  const code = new URL(link).searchParams.get("code") ?? "";

  const visitor = await browser.newContext({ javaScriptEnabled: false, baseURL: site.url });
  const guest = await visitor.newPage();
  const address = `/en/tracks/${track.slug}`;
  // Twice, so that the second answer is the kept one.
  for (let visit = 1; visit <= 2; visit++) expect(await (await guest.goto(address))?.text()).not.toContain(code);
  await guest.goto(`${address}?code=${code}`);
  await expect(guest.getByLabel("Code of your invitation")).toHaveValue(code);
  await guest.goto(address);
  await expect(guest.getByLabel("Code of your invitation")).toHaveValue("");
  await guest.getByLabel("Code of your invitation").fill(code.toLowerCase());
  await guest.getByRole("button", { name: "Go on with this code" }).click();
  await signInByForm(guest, await given.person());
  await expect(guest.getByLabel("Code of your invitation")).toHaveValue(code.toLowerCase());
  await guest.getByLabel("Code of your invitation").fill("not this one");
  await guest.getByRole("button", { name: "Enrol", exact: true }).click();
  await expect(guest.getByLabel("Code of your invitation")).toHaveAttribute("aria-invalid", "true");
  await expect(guest.getByText("This is not the code of this track.")).toBeVisible();
  await guest.getByLabel("Code of your invitation").fill(code);
  await guest.getByRole("button", { name: "Enrol", exact: true }).click();
  await expect(guest).toHaveURL(new RegExp(`/learn/${track.slug}/reading$`));

  await page.getByLabel("Nobody: withdrawn").check();
  await page.getByLabel("Reason").fill("A figure is wrong.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("1 person is enrolled and can go on.")).toBeVisible();
  expect((await guest.goto(address))?.status()).toBe(200);
  await page.getByRole("button", { name: "Withdraw the track" }).click();
  await expect(page.getByText("The reason on its page: A figure is wrong.")).toBeVisible();
  expect((await guest.goto(address))?.status()).toBe(410);
  await visitor.close();
});

test("a track that opens later says when, and takes who comes then without being touched again", async ({
  page,
  given,
  signIn,
}) => {
  const society = await given.society();
  const { track } = await given.edition({ societyId: society.id });
  await signIn(await given.member({ society, role: "editor", person: await given.person({ timeZone: "UTC" }) }));
  await page.goto(`/society/${society.slug}/tracks/${track.slug}/access`);
  await page.getByLabel("Opens on (optional)").fill("2020-01-01T10:00");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("This moment has passed.")).toBeVisible();
  await expect(page.getByLabel("Opens on (optional)")).toHaveValue("2020-01-01T10:00");
  await page.getByLabel("Opens on (optional)").fill("2099-07-01T10:00");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("It opens on 1 July 2099 at 10:00 (UTC).")).toBeVisible();
  await page.getByRole("link", { name: "Open the public page of the track" }).click();
  await expect(page.getByText("1 July 2099 at 10:00 (UTC)")).toBeVisible();
  await expect(page.getByRole("button", { name: "Enrol", exact: true })).toHaveCount(0);

  const { setAvailability } = await import("../../app/authoring/set-availability.server");
  const opensAt = new Date(Date.now() + 1500);
  const about = { societyId: society.id, actorId: null, trackSlug: track.slug, now: new Date() };
  await setAvailability({ ...about, availability: { is: "open", opensAt } });
  // The server's own job, not this test, brings it into the list.
  await expect
    .poll(async () => (await page.goto(`/societies/${society.slug}`))?.text(), { timeout: 15_000 })
    .toContain(track.slug);
  await page.goto(`/en/tracks/${track.slug}`);
  await page.getByRole("button", { name: "Enrol", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/learn/${track.slug}/reading$`));
});
