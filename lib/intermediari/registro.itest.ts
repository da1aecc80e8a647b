import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aPersona, onDay } from "@/db/mondo-deleghe";
import { aSoggetto, aWorld, codiceFiscaleOf, OGGI, openWorld, read, type World } from "@/db/mondo-di-prova";
import { listAccessi, registro } from "@/lib/accessi/queries";
import { createUtente } from "@/lib/utenti/creazione/mutations";
import { createGruppo, decideNomina, nominateSubAbilitato, revokeNomina } from "./mutations";
import { listAttivita } from "./queries";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let vito: Awaited<ReturnType<typeof aPersona>>;
let ultimo = 0;
beforeAll(async () => {
  opened = await openWorld();
  const { owner } = opened;
  world = await aWorld(owner);
  vito = await aPersona(owner, "vito", { tipo: "intermediario", studio: "S2" });
});
afterAll(() => opened.close());
beforeEach(async () => {
  ultimo = (await opened.owner`select coalesce(max(id), 0)::int as id from eventi_studio`)[0]?.id;
});

const cf = codiceFiscaleOf;
const utenteOf = async (chiave: string): Promise<string> =>
  (await opened.owner`select id from utenti where codice_fiscale = ${cf(chiave)}`)[0]?.id;
/** What was written since the test began, in order: what, by whom, about whom or what, of how many. */
const written = async () =>
  (
    await opened.owner`select evento, chi, oggetto, quanti from eventi_studio where id > ${ultimo} order by id`
  ).map(({ evento, chi, oggetto, quanti }) => [evento, chi, oggetto, ...(quanti === null ? [] : [quanti])]);
const CARLA = "Prova carla";

describe("a nomina", () => {
  it("is written once for each thing that happened to it, by whom it was done", async () => {
    const { chi } = world;
    const bruno = cf("bruno");
    const acts = async (accetta: boolean) => {
      for (const esito of ["ok", "gia_nominato"]) {
        expect(await nominateSubAbilitato(chi.carla(), bruno)).toBe(esito);
      }
      for (const _ of [1, 2]) expect(await decideNomina(chi.bruno(), "S1", accetta)).toBe("ok");
    };
    await acts(true);
    for (const esito of ["ok", "non_trovata"]) {
      expect(await revokeNomina(chi.carla(), bruno)).toBe(esito);
    }
    await acts(false);
    expect(await written()).toEqual([
      ["nomina_proposta", CARLA, bruno],
      ["nomina_accettata", "Prova bruno", bruno],
      ["nomina_revocata", CARLA, bruno],
      ["nomina_proposta", CARLA, bruno],
      ["nomina_rifiutata", null, bruno],
    ]);
    expect(await revokeNomina(vito(), bruno)).toBe("non_trovata");
    expect(await written()).toHaveLength(5);
  });

  it("that was refused says to the studio of whom, not who", async () => {
    await aSoggetto(opened.owner, "rita", { nome: "Rita", cognome: "Segreta" });
    await createUtente(opened.owner, { ...persona("rita", []), profili: [{ tipo: "datore" }] });
    const rita = await utenteOf("rita");
    const [sessione] = await opened.owner`insert into sessioni (utente_id, chiave) values (${rita}, '\\x0a0b')
      returning encode(chiave, 'hex') as chiave`;
    await opened.owner`update utenti set pin_iniziale = false where id = ${rita}`;
    expect(await nominateSubAbilitato(world.chi.carla(), cf("rita"))).toBe("ok");
    expect(await decideNomina({ sessione: sessione?.chiave, posizione: null }, "S1", false)).toBe("ok");
    const rows = await activities(world.chi.carla());
    expect(rows[0]).toMatchObject({ cosa: "studio_nomina_rifiutata", oggetto: cf("rita"), chi: null });
    expect(JSON.stringify(rows)).not.toMatch(/Rita|Segreta/);
    expect(JSON.stringify(rows)).not.toContain(rita.slice(0, 8));
    // Nor does asking for their rows, by an id that would have to come from elsewhere.
    expect(await ofPerson(rita)).toEqual([]);
    const [kept] = await opened.owner`select utente_id from eventi_studio order by id desc limit 1`;
    expect(kept?.utente_id, "the service knows").toBe(rita);
  });

  it("that the titolare of another studio refuses leaves them without a name as well", async () => {
    expect(await nominateSubAbilitato(world.chi.carla(), cf("vito"))).toBe("ok");
    expect(await decideNomina(vito(), "S1", false)).toBe("ok");
    expect(await nominateSubAbilitato(world.chi.carla(), cf("vito"))).toBe("ok");
    await onDay(
      opened.owner,
      vito(),
      OGGI,
      (tx) => tx`update nomine set stato = 'revocata' where codice_fiscale = ${cf("vito")}`,
    );
    expect(await written()).toEqual([
      ["nomina_proposta", CARLA, cf("vito")],
      ["nomina_rifiutata", null, cf("vito")],
      ["nomina_proposta", CARLA, cf("vito")],
      ["nomina_revocata", null, cf("vito")],
    ]);
  });

  it("that the command line makes is nobody's, and is written once", async () => {
    for (const _ of [1, 2]) {
      await createUtente(opened.owner, persona("silvia", [{ tipo: "intermediario", intermediario: "S1" }]));
    }
    expect(await written()).toEqual([["nomina_accettata", null, cf("silvia")]]);
    const [row] = await opened.owner`select utente_id from eventi_studio order by id desc limit 1`;
    expect(row?.utente_id).toBeNull();
  });

  it("that somebody of the institute ends does not tell the studio who it was", async () => {
    await onDay(
      opened.owner,
      world.chi.nora(),
      OGGI,
      (tx) => tx`update nomine set stato = 'revocata' where codice_fiscale = ${cf("silvia")}`,
    );
    expect(await written()).toEqual([["nomina_revocata", null, cf("silvia")]]);
  });
});

it("all of it is the titolare's to read, and nobody else's", async () => {
  const { chi, dario, anna } = world;
  const silvia = await aPersona(opened.owner, "sara", {
    ...{ tipo: "intermediario", studio: "S1", ruolo: "sub_abilitato" },
  });
  const ofStudio = (rows: { cosa: string }[]) => rows.filter(({ cosa }) => cosa.startsWith("studio_"));
  const shown = ofStudio(await activities(chi.carla()));
  expect(shown.length).toBeGreaterThan(10);
  const rows = await opened.owner`select id from eventi_studio where intermediario_codice = 'S1'`;
  expect(shown).toHaveLength(rows.length);
  const nobody = { sessione: null, posizione: null };
  const others = [silvia(), vito(), chi.bruno(), chi.dario(), chi.olga(), chi.renzo(), chi.nora(), nobody];
  for (const other of others) expect(ofStudio(await activities(other))).toEqual([]);
  // Nor in a drawer, to whoever has it open; for the datore it is no business of theirs.
  for (const inside of [chi.carla(dario), chi.dario(dario), silvia(dario), chi.anna(anna), chi.olga(anna)]) {
    const seen = await read(inside, ({ cassetto }) => listAccessi(cassetto, null));
    expect(ofStudio(seen)).toEqual([]);
  }
  const vitos = async () => ofStudio(await activities(vito()));
  await createGruppo(vito(), "S2", "Suo");
  expect(await vitos()).toMatchObject([{ cosa: "studio_gruppo_creato", oggetto: "Suo", chi: "Prova vito" }]);
  expect(ofStudio(await activities(chi.carla()))).toEqual(shown);
});

it("is filtered by person", async () => {
  const rows = await ofPerson(await utenteOf("carla"));
  expect(rows.length).toBeGreaterThan(5);
  expect(new Set(rows.map(({ chi }) => chi))).toEqual(new Set([CARLA, "carla"]));
});

it("comes page by page without loss and without doubles, mixed with what was opened in the same instants", async () => {
  const { owner } = opened;
  await owner.begin(async (tx) => {
    for (const n of [1, 2, 3]) {
      await tx`insert into accessi (posizione_id, utente_id, profilo, chi, cosa, intermediario_codice)
        values (${world.dario}, ${await utenteOf("carla")}, 'intermediario', 'carla', 'rapporti', 'S1')`;
      await tx`insert into gruppi (intermediario_codice, nome) values ('S1', ${`Pagina ${n}`})`;
    }
  });
  const all = await activities(world.chi.carla());
  expect(all.slice(0, 6).map(({ cosa }) => cosa)).toEqual([
    ...[1, 2, 3].map(() => "studio_gruppo_creato"),
    ...[1, 2, 3].map(() => "rapporti"),
  ]);
  for (const size of [1, 4]) {
    const walked: string[] = [];
    for (let prima: string | null = null; ; ) {
      const page: string[] = await cursors(prima, size);
      walked.push(...page);
      prima = page.at(-1) ?? null;
      if (!prima) break;
    }
    expect(walked).toEqual(all.map(({ cursore }) => cursore));
  }
});

/** All of them: a test has fewer than a page has rows, or asks for the next. */
async function activities(contesto: Parameters<typeof read>[0]) {
  const rows = [];
  for (let prima: string | null = null; ; ) {
    const page = await read(contesto, ({ viewer }) => listAttivita(viewer, prima));
    rows.push(...page);
    prima = page.at(-1)?.cursore ?? null;
    if (!prima) return rows;
  }
}

const ofPerson = (persona: string) =>
  read(world.chi.carla(), ({ viewer }) =>
    viewer.tx.select({ chi: sql<string>`r.chi` }).from(registro(null, persona, 100)),
  );

const cursors = (prima: string | null, quante: number) =>
  read(world.chi.carla(), async ({ viewer }) =>
    (await viewer.tx.select({ cursore: sql<string>`r.cursore` }).from(registro(prima, null, quante))).map(
      ({ cursore }) => cursore,
    ),
  );

const persona = (chiave: string, profili: { tipo: "intermediario"; intermediario: string }[]) => ({
  ...{ codiceFiscale: cf(chiave), pinHash: "nessuno", pinIniziale: false, profili },
});
