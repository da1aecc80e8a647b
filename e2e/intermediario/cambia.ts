import type { Page } from "@playwright/test";
import { nomeOf, readArchivio, soggettoOf } from "../fixtures/archivio";
import { parole } from "../fixtures/persone";
import { expect } from "../fixtures/test";

/** The dialog that changes the drawer, as its tests find and open it. */

const deleganti = readArchivio("deleghe")
  .filter(({ delegato, stato }) => delegato === "I00001" && stato === "attiva")
  .map(({ datore = "" }) => datore);
/** Two whom carla has a delega of. */
export const [PRIMO = "", SECONDO = ""] = deleganti.slice(7);

export const cognomeNome = (datore: string) => {
  const { cognome, nome } = soggettoOf(datore);
  return `${cognome} ${nome}`;
};

export const openerOf = (page: Page) =>
  page.getByRole("banner").getByRole("link", { name: parole("cambia.apri") });

export function partsOf(page: Page) {
  const dialog = page.getByRole("dialog", { name: parole("cambia.titolo") });
  return { dialog, field: dialog.getByRole("searchbox"), status: dialog.getByRole("status") };
}

/** By Ctrl+K; pressed again until the page's script is there to hear it. */
export async function openDialog(page: Page) {
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(partsOf(page).field).toBeFocused({ timeout: 1_000 });
  }).toPass();
}

/** By way of the list, as a person comes there. */
export async function openDrawerOf(page: Page, datore: string, pagina = "") {
  await page.goto(`/deleganti?${new URLSearchParams({ cerca: datore, da: `/cassetto/x/${pagina}` })}`);
  await page
    .getByRole("main")
    .getByRole("link", { name: cognomeNome(datore) })
    .click();
  await expect(page.getByRole("complementary")).toContainText(nomeOf(datore));
}

export async function openDrawerLink(page: Page, datore: string) {
  await page.getByRole("main").getByRole("searchbox").fill(datore);
  await page.getByRole("button", { name: parole("deleganti.filtra"), exact: true }).click();
  await page
    .getByRole("main")
    .getByRole("link", { name: cognomeNome(datore) })
    .click();
  await expect(page.getByRole("complementary")).toContainText(nomeOf(datore));
}

export const found = (nome: string, n: number) => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  nome,
  codiceFiscale: "RSSMRA80A01X500A",
  comune: "Roma",
  href: "/cassetto/x",
});

export const answer = (page: Page, json: () => object) =>
  page.route("**/deleganti/cerca", (route) => route.fulfill({ json: json() }));
