import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { onDay } from "@/db/mondo-deleghe";
import {
  anUtente,
  aSessione,
  aSoggetto,
  aWorld,
  codiceFiscaleOf,
  OGGI,
  openWorld,
  read,
  type World,
} from "@/db/mondo-di-prova";
import { utenteDi } from "@/db/mondo-quesiti";
import { listRegistro, RIGHE_PER_PAGINA } from "./queries";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let utenti: typeof import("@/lib/utenti/gestione/mutations");
let deleghe: typeof import("@/lib/deleghe/mutations");
let argomenti: typeof import("@/lib/argomenti/mutations");
let motivi: typeof import("@/lib/appuntamenti/motivi/gestione/mutations");
let posta: typeof import("@/lib/posta/mutations");
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  await aSoggetto(opened.owner, "nora", { nome: "Nora", cognome: "Verdi" });
  await aSoggetto(opened.owner, "tutrice", { nome: "Tilde", cognome: "Neri" });
  utenti = await import("@/lib/utenti/gestione/mutations");
  deleghe = await import("@/lib/deleghe/mutations");
  argomenti = await import("@/lib/argomenti/mutations");
  motivi = await import("@/lib/appuntamenti/motivi/gestione/mutations");
  posta = await import("@/lib/posta/mutations");
});
afterAll(() => opened.close());
beforeEach(async () => {
  for (const table of ["eventi_amministrazione", "eventi_delega", "accessi"]) {
    await opened.owner.unsafe(`alter table ${table} disable trigger user; delete from ${table};
      alter table ${table} enable trigger user`);
  }
});

type Who = Parameters<typeof read>[0];
const nora = () => world.chi.nora();
const list = (di: string | null = null, primaDi: string | null = null, chi: Who = nora()) =>
  read(chi, ({ viewer }) => listRegistro(viewer, di, primaDi));
const opens = (chi: Who, posizione: string, motivo: string) =>
  onDay(opened.owner, chi, OGGI, (tx) => tx`select apri_da_sede(${posizione}, ${motivo})`);

it("what was done to users, by courts' decision and in drawers stands in one list, latest first", async () => {
  const olga = await utenteDi(opened.owner, "olga");
  expect(await utenti.suspendUtente(nora(), olga, "Indagine")).toBe("ok");
  expect(await utenti.readmitUtente(nora(), olga, "Chiarito")).toBe("ok");
  const tutela = {
    ...{ datore: codiceFiscaleOf("dario"), persona: codiceFiscaleOf("tutrice"), titolo: "tutore" as const },
    ...{ al: null, motivo: "Decreto 12/2026" },
  } as const;
  expect(await deleghe.registerTutela(nora(), tutela)).toBe("ok");
  await opens(world.chi.renzo(), world.anna, "Verifica delle ore");
  const righe = await list();
  expect(righe).toMatchObject([
    {
      ...{ cosa: "cassetto_apertura", profilo: "responsabile", perConto: `Sede ${world.sede}` },
      ...{ motivo: "Verifica delle ore", persona: null, utente: null },
    },
    { cosa: "tutela_registrata", chi: "Nora Verdi", motivo: "Decreto 12/2026", persona: null },
    { cosa: "utente_riammesso", chi: "Nora Verdi", motivo: "Chiarito", persona: "Prova olga", utente: olga },
    { cosa: "utente_sospeso", profilo: "amministratore", motivo: "Indagine", quandoAt: expect.any(Date) },
  ]);
  const shown = JSON.stringify(righe);
  for (const chiave of ["anna", "dario", "tutrice"]) expect(shown).not.toContain(codiceFiscaleOf(chiave));
  expect(shown, "whose drawer it was is nobody's to see who asks about nobody").not.toContain(world.anna);
});

it("of one person it says whose drawers they looked into, and nothing of anybody else", async () => {
  await opened.owner`update utenti set disabilitato_at = null`;
  const { renzo, olga } = world.chi;
  const sessione = await aSessione(
    opened.owner,
    await utenteDi(opened.owner, "olga"),
    (await opened.owner`select id from profili where tipo = 'operatore'`)[0]?.id,
  );
  expect(olga().sessione).toBeTruthy();
  await opens(sessione.contesto(), world.anna, "Verifica delle ore");
  await opens(renzo(), world.anna, "Un reclamo");
  expect(await list(codiceFiscaleOf("olga"))).toMatchObject([
    { cosa: "cassetto_apertura", motivo: "Verifica delle ore", persona: "Prova anna" },
  ]);
  expect(await list(codiceFiscaleOf("renzo"))).toMatchObject([
    { motivo: "Un reclamo", persona: "Prova anna" },
  ]);
  expect(await list(codiceFiscaleOf("nora"))).toEqual([]);
  expect(await list(codiceFiscaleOf("maria")), "who is no user has done nothing").toEqual([]);
});

it("visits by a delega are no business of the institute's", async () => {
  const [bruno] =
    await opened.owner`select id from utenti where codice_fiscale = ${codiceFiscaleOf("bruno")}`;
  await opened.owner`insert into accessi (posizione_id, utente_id, profilo, chi, cosa)
    values (${world.anna}, ${bruno?.id}, 'delegato', 'bruno', 'panoramica')`;
  expect(await list()).toEqual([]);
  expect(await list(codiceFiscaleOf("bruno"))).toEqual([]);
});

it("pages follow each other over all sources, each row once, also of one instant", async () => {
  const { owner } = opened;
  const olga = await utenteDi(owner, "olga");
  await owner`insert into eventi_amministrazione (evento, quando_at)
    select 'pin_dato', timestamptz '2026-10-01' + n % 40 * interval '1 minute' from generate_series(1, 60) n`;
  await owner`insert into accessi (posizione_id, utente_id, profilo, chi, cosa, motivo, quando_at)
    select ${world.anna}, ${olga}, 'operatore', 'x', 'panoramica', 'Verifica', timestamptz '2026-10-01' + n % 40 * interval '1 minute'
    from generate_series(1, 60) n`;
  const seen: string[] = [];
  let prima: string | null = null;
  do {
    const page = await list(null, prima);
    seen.push(...page.slice(0, RIGHE_PER_PAGINA).map(({ cursore }) => cursore));
    prima = page.length > RIGHE_PER_PAGINA ? (seen.at(-1) ?? null) : null;
  } while (prima);
  expect(seen).toHaveLength(120);
  expect(new Set(seen).size).toBe(120);
  const order = seen.map((cursore) => cursore.split("-").map(Number));
  expect(order).toEqual(
    [...order].sort(
      (a, b) => (b[0] ?? 0) - (a[0] ?? 0) || (b[1] ?? 0) - (a[1] ?? 0) || (b[2] ?? 0) - (a[2] ?? 0),
    ),
  );
});

it("argomenti and reasons leave their row whoever writes them, and none when nothing changed", async () => {
  const campi = { nome: "Prova nuova", aiuto: "", termineGiorni: 30 };
  expect(await argomenti.createArgomento(nora(), "mav", campi)).toBe(true);
  await opened.owner`update argomenti set nome = nome where codice = 'avviso_inesatto'`;
  await opened.owner`update argomenti set termine_giorni = 31 where codice = 'avviso_inesatto'`;
  const motivo = {
    ...{ nome: "Motivo nuovo", daPortare: "", durataMinuti: 45, pausaMinuti: 5, preavvisoOre: 0 },
    ...{ orizzonteGiorni: 90, richiedeQuesito: false, categoriaCodice: null },
  };
  expect(await motivi.createMotivo(nora(), motivo)).toBe(true);
  expect(await motivi.changeMotivo(nora(), "motivo_nuovo", { ...motivo, ordine: 9, attivo: false })).toBe(
    true,
  );
  expect(await list()).toMatchObject([
    { cosa: "motivo_cambiato", chi: "Nora Verdi", oggetto: "Motivo nuovo" },
    { cosa: "motivo_creato", chi: "Nora Verdi", oggetto: "Motivo nuovo" },
    { cosa: "argomento_cambiato", chi: null, profilo: null, oggetto: expect.stringMatching(/vviso/) },
    { cosa: "argomento_creato", chi: "Nora Verdi", oggetto: "Prova nuova" },
  ]);
});

it("mail that goes out again is one row, however many letters it is, and none when the worker gives up", async () => {
  const { owner } = opened;
  await owner`insert into posta (destinatario, modello, abbandonata_at, tentativi, ultimo_errore)
    select 'p' || n || '@posta.example', 'quesito_ricevuto', now(), 10, 'SMTP 550' from generate_series(1, 3) n`;
  expect(await posta.retryAbbandonate(nora())).toBe(3);
  expect(await list()).toMatchObject([{ cosa: "posta_ritentata", chi: "Nora Verdi", oggetto: null }]);
  await owner`update posta set abbandonata_at = now()`;
  await owner`update posta set tentativi = 1`;
  expect(await list()).toHaveLength(1);
  const [lettera] = await owner`select id from posta limit 1`;
  expect(await posta.retryLettera(nora(), lettera?.id)).toBe(true);
  expect(await list()).toHaveLength(2);
});

it("nobody but an amministratore with a PIN of their own reads any of it", async () => {
  await opens(world.chi.renzo(), world.anna, "Verifica delle ore");
  expect(await list()).toHaveLength(1);
  const { chi, anna, dario } = world;
  const nuova = await anUtente(opened.owner, "nuova", [{ tipo: "amministratore" }], { pin_iniziale: true });
  const sospesa = await anUtente(opened.owner, "sospesa", [{ tipo: "amministratore" }], {
    disabilitato_at: new Date(),
  });
  const strangers = {
    ...{
      anna: chi.anna(anna),
      bruno: chi.bruno(anna),
      carla: chi.carla(dario),
      olga: chi.olga(),
      renzo: chi.renzo(),
    },
    nuova: (await aSessione(opened.owner, nuova.utente, nuova.profili[0])).contesto(),
    sospesa: (await aSessione(opened.owner, sospesa.utente, sospesa.profili[0])).contesto(),
    nobody: { sessione: null, posizione: null },
  };
  for (const [who, contesto] of Object.entries(strangers)) {
    expect(await list(null, null, contesto), who).toEqual([]);
    expect(await list(codiceFiscaleOf("renzo"), null, contesto), who).toEqual([]);
  }
  const direct = inTransaction(nora(), (tx) => tx.execute(sql`select from accessi`));
  expect((await direct).length, "not even they read the register of a drawer itself").toBe(0);
});
