import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

// As root Chromium runs only without its sandbox; the rest keeps it from calling home.
const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What is asked by plain HTTP does not depend on the size of a window. */
const SENZA_FINESTRA =
  /(accesso\/(rotte|azioni-[a-z]+|id-estranei|ricerca|sicurezza|uscire|pin-iniziale)|comunicazioni\/allegati-porta)\.spec/;
/** What counts all rows of a table, or reads the log: when nobody else is in any more. */
const IN_FONDO = /(accesso\/(azioni|registro)|zz-registri)\.spec/;

export default defineConfig({
  testDir: "e2e",
  outputDir: ".prove/percorsi",
  globalSetup: "./e2e/fixtures/world.ts",
  workers: 2,
  timeout: 45_000,
  // Costs nothing where a page is quick; a machine that others use too is not.
  expect: { timeout: 12_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    baseURL: process.env.CASSETTO_URL,
    locale: "it-IT",
    timezoneId: "Europe/Rome",
    trace: "retain-on-failure",
    launchOptions: {
      // `npm test` says which; on its own, Debian's if it is there, else Playwright's.
      executablePath:
        process.env.CHROME_PATH ??
        ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find((file) => existsSync(file)),
      args: process.getuid?.() === 0 ? ["--no-sandbox", ...QUIET] : QUIET,
    },
  },
  projects: [
    {
      name: "telefono",
      testIgnore: [SENZA_FINESTRA, IN_FONDO],
      use: { viewport: { width: 360, height: 740 }, hasTouch: true },
    },
    {
      name: "scrivania",
      testIgnore: [IN_FONDO, /accessibilita\/pagine/],
      // What a page does without scripts depends on no width either.
      grepInvert: /without JavaScript/,
      use: { viewport: { width: 1440, height: 900 } },
    },
    { name: "registri", testMatch: IN_FONDO, dependencies: ["telefono", "scrivania"] },
  ],
});
