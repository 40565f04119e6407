import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures";

/** What a person without a mouse does: Tab to a control, then its own keys. Nothing here clicks. */

const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);

/** Presses Tab until the element has the focus. */
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not reach ${String(target)}`);
}

/** Tabs to a control and presses it. */
export async function press(page: Page, target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Tabs to a list box and goes down in it until its value is the one that is wanted. */
export async function choose(page: Page, list: Locator, value: string): Promise<void> {
  await tabTo(page, list);
  const count = await list.getByRole("option").count();
  for (let steps = 1; steps < count && (await list.inputValue()) !== value; steps++)
    await page.keyboard.press("ArrowDown");
  await expect(list).toHaveValue(value);
}

/** Moves items of an ordering question up by their buttons. The button keeps the focus while its item moves. */
export async function putInOrder(page: Page, wanted: readonly string[]): Promise<void> {
  const items = page.locator("ol.order > li");
  for (const [place, text] of wanted.entries()) {
    const up = items.filter({ hasText: text }).getByRole("button", { name: "Move up" });
    for (let at = await placeOf(items, text); at > place; at--) {
      await tabTo(page, up).catch(() => tabTo(page, up, "Shift+Tab"));
      await page.keyboard.press("Enter");
      await expect.poll(() => placeOf(items, text)).toBe(at - 1);
      await expect(up).toBeFocused();
    }
  }
  await expect(items).toContainText([...wanted]);
  const start = page.getByRole("button", { name: "Use the order as it stands" });
  if (await start.isVisible()) await press(page, start);
}

async function placeOf(items: Locator, text: string): Promise<number> {
  return (await items.allTextContents()).findIndex((content) => content.includes(text));
}
