import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { anAppuntamento, anEsperto } from "@/db/mondo-appuntamenti";
import { aPersona } from "@/db/mondo-deleghe";
import { aWorld, openWorld, type World } from "@/db/mondo-di-prova";
import { aQuesito, utenteDi } from "@/db/mondo-quesiti";

// What somebody of a sede leaves behind: an agenda, appuntamenti, quesiti in charge.

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let act: typeof import("./mutations");
let utente: string;
let incontro: string;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  act = await import("./mutations");
  utente = await anEsperto(opened.owner, "olga", world.sede);
  await opened.owner`update soggetti set email = 'anna@posta.example' where cognome = 'anna'`;
});
afterAll(() => opened.close());
beforeEach(async () => {
  await opened.owner`update utenti set disabilitato_at = null`;
  await opened.owner`update profili set esperto = true where utente_id = ${utente}`;
  await opened.owner`delete from posta`;
  await opened.owner`update appuntamenti set stato = 'chiuso_e_definito', chiuso_at = now() where stato = 'confermato'`;
  const giorno = `2026-10-${String((await opened.owner`select from appuntamenti`).length + 8).padStart(2, "0")}`;
  incontro = await anAppuntamento(
    opened.owner,
    { posizione: world.anna, di: "anna", sede: world.sede, esperto: utente },
    { inizio_at: `${giorno}T07:00:00Z` },
  );
});

const nora = () => world.chi.nora();
const OPERATORE = { tipo: "operatore" } as const;
const daSpostare = async () =>
  (
    await opened.owner`select da_spostare_at is not null as si, stato from appuntamenti where id = ${incontro}`
  )[0];
const eventi = async () =>
  (
    await opened.owner`select evento || coalesce(' ' || chi, '') as e from eventi_appuntamento
      where appuntamento_id = ${incontro} order by id`
  ).map(({ e }) => e);
const lettere = async () =>
  (await opened.owner`select modello from posta order by accodata_at`).map(({ modello }) => modello);

it("who has an appuntamento with an esperto that is suspended may move it; readmitted, it stands", async () => {
  expect(await act.suspendUtente(nora(), utente, "Indagine")).toBe("ok");
  expect(await daSpostare()).toEqual({ si: true, stato: "confermato" });
  expect(await lettere()).toEqual(["appuntamento_da_spostare"]);
  expect(await act.readmitUtente(nora(), utente, "Finita")).toBe("ok");
  expect(await daSpostare()).toEqual({ si: false, stato: "confermato" });
  expect(await eventi(), "in which nobody is named").toEqual([
    "da_spostare",
    "avvisato",
    "resta",
    "avvisato",
  ]);
});

it("so it is for one who is no esperto any more, and their agenda is there when they are again", async () => {
  const sede = world.sede;
  expect(await act.giveProfilo(nora(), utente, { ...OPERATORE, sede, esperto: false }, "Non più")).toBe("ok");
  expect(await daSpostare()).toEqual({ si: true, stato: "confermato" });
  expect(await act.giveProfilo(nora(), utente, { ...OPERATORE, sede, esperto: true }, "Di nuovo")).toBe("ok");
  expect(await daSpostare()).toEqual({ si: false, stato: "confermato" });
  expect(await opened.owner`select from disponibilita where esperto = ${utente}`).toHaveLength(7);
  const storia = await opened.owner`select oggetto from eventi_amministrazione where utente_id = ${utente}
    and evento = 'profilo_dato' order by id`;
  expect(storia.map(({ oggetto }) => oggetto)).toEqual([`operatore ${sede}`, `operatore ${sede} esperto`]);
});

it("whoever loses the profilo of a sede leaves the quesiti to it, and nothing is lost", async () => {
  const { owner } = opened;
  const { id } = await aQuesito(owner, {
    ...{ posizione: world.anna, aperto: "anna", sede: world.sede },
    over: { stato: "in_carico", assegnato_a: utente },
  });
  const { chi } = world;
  const { inTransaction } = await import("@/db/client");
  const { sql } = await import("drizzle-orm");
  const take = () =>
    inTransaction(chi.renzo(), (tx) =>
      tx.execute<{ esito: string }>(sql`select esito from prendi_in_carico(${id}::uuid)`),
    );
  expect((await take())[0]?.esito).toBe("gia_preso");
  const [profilo] = await owner`select id from profili where utente_id = ${utente}`;
  expect(await act.takeProfilo(nora(), utente, profilo?.id, "Trasferita")).toBe("ok");
  expect(await daSpostare()).toEqual({ si: true, stato: "confermato" });
  expect((await take())[0]?.esito).toBe("ok");
  expect(await owner`select from disponibilita where esperto = ${utente}`).toHaveLength(7);
  // Back at the same sede, all is as it was.
  expect(
    await act.giveProfilo(nora(), utente, { ...OPERATORE, sede: world.sede, esperto: true }, "Torna"),
  ).toBe("ok");
  expect(await daSpostare()).toEqual({ si: false, stato: "confermato" });
});

it("an appuntamento with somebody else is left alone", async () => {
  const altra = await aPersona(opened.owner, "altra", { ...OPERATORE, sede: world.sede });
  expect(altra().sessione).toBeTruthy();
  expect(await act.suspendUtente(nora(), await utenteDi(opened.owner, "altra"), "Prova")).toBe("ok");
  expect(await daSpostare()).toEqual({ si: false, stato: "confermato" });
  expect(await lettere()).toEqual([]);
});

it("what is being confirmed while its esperto is suspended is to be moved too, or is not confirmed", async () => {
  const { holdOrario, confirmAppuntamento } = await import("@/lib/appuntamenti/mutations");
  const anna = world.chi.anna(world.anna);
  const oggetto = { motivo: "rapporto_sospeso", rapporto: world.attivo, quesitoId: null, contributo: null };
  for (let round = 0; round < 8; round += 1) {
    await opened.owner`update appuntamenti set stato = 'chiuso_e_definito', chiuso_at = now() where stato = 'confermato'`;
    const id = randomUUID();
    const inizio = new Date(Date.UTC(2026, 10, 2 + round, 8));
    const scelta = { sede: world.sede, esperto: utente, modo: "in_persona" as const, inizio };
    expect((await holdOrario(anna, id, oggetto, scelta)).esito).toBe("ok");
    const [{ esito }, sospesa] = await Promise.all([
      confirmAppuntamento(anna, id, "", null),
      act.suspendUtente(nora(), utente, "Indagine"),
    ]);
    expect(sospesa).toBe("ok");
    const rows = await opened.owner`select stato, da_spostare_at from appuntamenti where id = ${id}`;
    if (esito === "ok")
      expect(rows).toMatchObject([{ stato: "confermato", da_spostare_at: expect.any(Date) }]);
    else expect(rows[0]?.stato).not.toBe("confermato");
    expect(await act.readmitUtente(nora(), utente, "Chiarito")).toBe("ok");
  }
});

it("the times of an esperto who is there again go to those who wait first", async () => {
  const { owner } = opened;
  const jobs = () => owner`select from graphile_worker.jobs where key = 'attese'`;
  expect(await act.suspendUtente(nora(), utente, "Indagine")).toBe("ok");
  await owner`delete from graphile_worker._private_jobs`;
  expect(await act.readmitUtente(nora(), utente, "Chiarito")).toBe("ok");
  expect(await jobs()).toHaveLength(1);
});
