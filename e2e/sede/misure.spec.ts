import { aPersona } from "../fixtures/gente";
import { aDatoreDi, aQuesito, aSede } from "../fixtures/sede";
import { expect, expectNoOverflow, test } from "../fixtures/test";
import { ownerSettings } from "../fixtures/utenti";

test.skip(() => ownerSettings() === null, "the owner's database is not to be had: nobody can be made");

test("the sede's pages fit any width, letters twice as large, and long names", async ({ enter }) => {
  test.slow();
  const sede = await aSede();
  const datore = await aDatoreDi(sede, "Wolkensteinhuber-Mastropasqua");
  const lungo = "Rimborso-dei-contributi-versati-due-volte-per-il-medesimo-trimestre-del-2025";
  const { pagina } = await aQuesito(sede, datore, lungo, { termine: "2026-10-02" });
  const renzo = await aPersona("Mastropasqua-Wolkensteinhuber", {
    sede: { codice: sede, tipo: "responsabile" },
  });
  const page = await enter(renzo);
  const pages = ["/sede/comunicazioni", pagina, "/sede/posizioni", "/sede/andamento", "/sede/modelli"];
  for (const width of [320, 768, 1024, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    for (const address of pages) {
      await page.goto(address);
      await expectNoOverflow(page);
    }
  }
  await page.setViewportSize({ width: 360, height: 740 });
  for (const address of pages) {
    await page.goto(address);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    await expectNoOverflow(page);
  }
  await page.goto(pagina);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner")).toBeHidden();
  for (const button of await page.locator("main .bottone").all()) await expect(button).toBeHidden();
});
