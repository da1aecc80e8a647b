import type { Locator, Page } from "@playwright/test";
import { parole, personaOf } from "../fixtures/persone";
import { expect, test } from "../fixtures/test";

const TASTI_MASSIMI = 60;

test("by keyboard alone one logs in and reaches every part of the drawer", async ({ page }) => {
  const { codiceFiscale, pin } = personaOf("anna");
  await page.goto("/accesso");
  await tabTo(page, page.getByLabel("Codice fiscale"));
  await page.keyboard.type(codiceFiscale);
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("PIN")).toBeFocused();
  await page.keyboard.type(pin);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/cassetto\/[0-9a-f-]{36}$/);

  const menu = page.getByRole("navigation", { name: /^(Menu|Parti del servizio)$/ });
  await tabTo(page, menu.getByRole("link", { name: "Pagamenti" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(parole("pagamenti.titolo"));
  await expect(menu.getByRole("link", { name: "Pagamenti" })).toHaveAttribute("aria-current", "page");

  await tabTo(page, page.getByRole("button", { name: parole("comune.esci") }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/accesso?motivo=uscito");
});

test("the first Tab offers the way to the content, past all menus", async ({ asDatore: page, cassetto }) => {
  await page.goto(await cassetto("anna"));
  const skip = page.getByRole("link", { name: parole("comune.vaiAlContenuto") });
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: parole("panoramica.comePagare") })).toBeFocused();
});

test("what has the focus can be seen, and nothing covers it", async ({ asDatore: page, cassetto }) => {
  await page.goto(`${await cassetto("anna")}/rapporti`);
  const seen: number[] = [];
  for (let keys = 0; keys < TASTI_MASSIMI; keys += 1) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(focusedElement);
    if (!found || seen.includes(found.place)) break;
    seen.push(found.place);
    expect(found, found.name).toMatchObject({ outlined: true, uncovered: true });
  }
  expect(seen.length).toBeGreaterThan(10);
});

/** Presses Tab until `target` has the focus, as a person would. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  for (let keys = 0; keys < TASTI_MASSIMI; keys += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${target} is not reached by ${TASTI_MASSIMI} presses of Tab`);
}

function focusedElement() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {
    place: [...document.querySelectorAll("*")].indexOf(element),
    name: `${element.tagName} ${element.getAttribute("href") ?? ""} ${element.id} ${element.textContent?.trim()}`,
    outlined: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
    uncovered: top !== null && (element.contains(top) || top.contains(element)),
  };
}
