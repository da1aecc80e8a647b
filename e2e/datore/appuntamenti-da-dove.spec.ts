import { anIncontro, lookAt } from "../fixtures/appuntamenti";
import { parole } from "../fixtures/persone";
import { aQuesito } from "../fixtures/sede";
import { expect, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

// From where an appuntamento is asked for, with what it is about filled in.

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

const p = (key: string, values = {}) => parole(`appuntamenti.${key}`, values);

test("from what is not in order the appuntamento begins with what it is about, or leads to the one there is", async ({
  asDatore: page,
}) => {
  await page.goto("/cassetto");
  const drawer = new URL(page.url()).pathname;
  await expect(
    page.getByRole("link", { name: /^C'è un appuntamento: .*Quarto trimestre 2024/ }),
  ).toHaveAttribute("href", new RegExp(`^${drawer}/appuntamenti/[0-9A-F]{4}-[0-9A-F]{4}$`));
  await page.getByRole("link", { name: /^Prendi un appuntamento: Secondo trimestre 2026/ }).click();
  await expect(page).toHaveURL(
    /appuntamenti\/nuovo\/come\?motivo=trimestre_non_pagato&rapporto=\d{10}&anno=2026&trimestre=2/,
  );
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a quesito closed negatively or left too long leads to an appuntamento about it", async ({ enter }) => {
  const { sede, datore, drawer } = await anIncontro("Respinti");
  const chiuso = { stato: "chiuso", chiuso_da: "sede", esito: "negativo", chiuso_at: new Date() };
  const negato = await aQuesito(sede, datore, "Respinta la richiesta", chiuso);
  const scaduto = await aQuesito(sede, datore, "Mai risposto", { termine: "2026-11-20" });
  const inTempo = await aQuesito(sede, datore, "Appena mandato", { termine: "2026-11-23" });
  const page = await enter(datore);
  const dove = (nome: string) => page.getByRole("link", { name: p("chiedi.perCosa", { cosa: nome }) });
  await page.goto(`${drawer}/comunicazioni`);
  await expect(dove("Respinta la richiesta")).toBeVisible();
  await expect(dove("Mai risposto")).toBeVisible();
  await expect(dove("Appena mandato"), "today is still in time").toHaveCount(0);
  await lookAt(page, datore, true);
  for (const [{ protocollo }, motivo] of [
    [negato, "quesito_negativo"],
    [scaduto, "quesito_senza_risposta"],
  ] as const) {
    await page.goto(`${drawer}/comunicazioni/${protocollo}`);
    await page.getByRole("link", { name: new RegExp(`^${p("chiedi.prenota")}`) }).click();
    await expect(page).toHaveURL(`${drawer}/appuntamenti/nuovo/come?motivo=${motivo}&quesito=${protocollo}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await page.goto(`${drawer}/comunicazioni/${inTempo.protocollo}`);
  await expect(page.getByRole("link", { name: new RegExp(`^${p("chiedi.prenota")}`) })).toHaveCount(0);
});
