import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Contesto, inTransaction } from "./client";
import { aStudioAtWork } from "./mondo-deleghe";
import { aWorld, openWorld, type World } from "./mondo-di-prova";
import { aQuesitiWorld, aSedeAtWork } from "./mondo-quesiti";

const NEGATO = "42501";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  opened = await openWorld();
  world = await aWorld(opened.owner);
  await aStudioAtWork(opened.owner, world);
});
afterAll(() => opened.close());

/** How many rows a statement saw, or the SQLSTATE it was refused with. */
async function outcome(contesto: Contesto, statement: string): Promise<number | string> {
  const run = inTransaction(contesto, async (tx) => (await tx.execute(sql.raw(statement))).count);
  return run.catch((error) => error.cause?.code ?? String(error));
}

describe("secrets", () => {
  it.each([
    "select pin_hash from utenti",
    "select chiave from sessioni",
    "select * from utenti",
    "table sessioni",
  ])("the application cannot: %s", async (statement) => {
    expect(await outcome(world.chi.anna(world.anna), statement)).toBe(NEGATO);
  });

  it.each(["id", "chiave", "utente_id", "dispositivo", "creata_at", "vista_at"])(
    "of one's own session %s cannot be changed",
    async (column) => {
      expect(await outcome(world.chi.anna(), `update sessioni set ${column} = ${column}`)).toBe(NEGATO);
    },
  );

  it("a session cannot take on the profile of somebody else", async () => {
    const [profilo] = await opened.owner`select id from profili where tipo = 'amministratore'`;
    expect(await outcome(world.chi.anna(), `update sessioni set profilo_id = '${profilo?.id}'`)).toBe(NEGATO);
  });
});

describe("the application", () => {
  it("calls the acts and what the policies ask, none of the helpers behind them", async () => {
    const rows = await opened.owner`
      select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace
        and not has_function_privilege('cassetto_app', p.oid, 'execute') order by 1`;
    expect(rows.map((row) => row.name)).toEqual([
      ...[
        "accoda_posta",
        "agenda_cambia",
        "agenda_cambiata",
        "aggiorna_deleganti",
        "allegato_immutabile",
        "annota_amministrazione",
        "annota_appuntamento",
        "annota_delega",
        "annota_gruppi",
        "annota_quesito",
      ],
      ...[
        "annota_ritentata",
        "annota_scelta",
        "annota_studio",
        "assegnati_annotati",
        "assegnazione_comincia",
        "attiva_proposta",
        "avvisa_appuntamento",
        "avvisa_chi_aspetta",
        "avvisa_chi_chiede",
        "avvisa_datore",
      ],
      ...[
        "blocca_datore",
        "bozza_di_prenotazione",
        "chi_agisce",
        "chiudi_dimenticati",
        "chiudi_senza_esito",
        "decadono_pareri",
        "ferma_agenda",
        "fine_offerta",
        "gruppo_annotato",
        "ha_chiesto",
      ],
      ...[
        "impegni_di",
        "manda_promemoria",
        "messaggio_immutabile",
        "nomina_annotata",
        "nuovo_profilo",
        "offri_orario",
        "omonimi",
        "parole_cercate",
        "parti_risposta",
        "perche_non_riceve",
      ],
      ...[
        "perche_non_si_chiede",
        "perche_non_si_tocca",
        "persone_della_sede",
        "profilo_in_parole",
        "protocolla",
        "quesito_della_sede",
        "registra_utente",
        "registro_immutabile",
        "riconcilia_deleghe",
        "ricorda_appuntamento",
      ],
      ...[
        "riguarda_la_sede",
        "rivedi_appuntamenti",
        "scadi_deleghe",
        "scadi_prenotazioni",
        "scheda_utente",
        "scrive_ancora",
        "solo_in_posizione",
        "spostati_annotati",
        "sta_decidendo",
        "termina_delega",
      ],
      ...["tolti_annotati"],
    ]);
  });

  it.each(["deleghe", "proposte", "eventi_delega", "eventi_studio", "nomine", "profili", "deleganti"])(
    "writes %s through the acts only",
    async (table) => {
      for (const statement of [`delete from ${table}`, `insert into ${table} default values`]) {
        expect(await outcome(world.chi.carla(world.dario), statement), statement).toBe(NEGATO);
      }
    },
  );
});

describe("what was registered of a quesito", () => {
  beforeAll(async () => {
    await aSedeAtWork(opened.owner, world);
    await aQuesitiWorld(opened.owner, world);
  });

  it.each([
    ...["update messaggi set testo = 'Altro'", "update messaggi set letto_at = null", "delete from messaggi"],
    ...["truncate messaggi cascade", "update eventi_quesito set chi = 'altri'", "delete from eventi_quesito"],
    ...["truncate eventi_quesito", "update allegati set nome = 'altro.pdf' where messaggio_id is not null"],
    ...["delete from allegati where messaggio_id is not null", "truncate allegati cascade"],
  ])("refuses even the owner: %s", async (statement) => {
    await opened.owner`update messaggi set letto_at = now() where letto_at is null`;
    await expect(opened.owner.unsafe(statement)).rejects.toMatchObject({ code: NEGATO });
  });
});

describe("what happened to deleghe", () => {
  it.each(["update eventi_delega set chi = 'altri'", "delete from eventi_delega", "truncate eventi_delega"])(
    "refuses even the owner: %s",
    async (statement) => {
      await expect(opened.owner.unsafe(statement)).rejects.toMatchObject({ code: NEGATO });
    },
  );
});

describe("what was decided inside a studio", () => {
  it.each(["update eventi_studio set chi = 'altri'", "delete from eventi_studio", "truncate eventi_studio"])(
    "refuses even the owner: %s",
    async (statement) => {
      await expect(opened.owner.unsafe(statement)).rejects.toMatchObject({ code: NEGATO });
    },
  );

  it("tells nobody the utente behind a row", async () => {
    const carla = world.chi.carla();
    expect(await outcome(carla, "select utente_id from eventi_studio")).toBe(NEGATO);
    expect(await outcome(carla, "select chi from eventi_studio")).toBeGreaterThan(0);
  });
});

describe("what was done about users", () => {
  it.each([
    "update eventi_amministrazione set chi = 'altri'",
    "delete from eventi_amministrazione",
    "truncate eventi_amministrazione",
  ])("refuses even the owner: %s", async (statement) => {
    await opened.owner`insert into eventi_amministrazione (evento) values ('posta_ritentata')`;
    await expect(opened.owner.unsafe(statement)).rejects.toMatchObject({ code: NEGATO });
  });
});

describe("the login role that has not taken on cassetto_app", () => {
  it("reads and writes no table and calls no function", async () => {
    const columns = await opened.owner`
      select distinct on (c.relname) c.relname as table, a.attname as column
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0
        and a.attidentity = '' and not a.attisdropped
      order by c.relname, a.attnum`;
    const tables = columns.map((row) => row.table);
    const login = postgres(opened.database.loginUrl, { max: 1 });
    const functions = await opened.owner`
      select p.oid::regproc::text as name, coalesce((select string_agg('null::' || format_type(t, null), ', ')
        from unnest(p.proargtypes) t), '') as arguments
      from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'`;
    expect(functions.length).toBeGreaterThan(10);
    const statements = [
      ...functions.map(({ name, arguments: given }) => `select public.${name}(${given})`),
      ...[...tables.map((table) => `public.${table}`), "drizzle.__drizzle_migrations"].flatMap((table) => [
        `select 1 from ${table}`,
        `insert into ${table} default values`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]),
      ...columns.map(({ table, column }) => `update ${table} set ${column} = null`),
      "create table public.mia ()",
    ];
    for (const statement of statements) {
      const code = await login.unsafe(statement).then(
        () => "done",
        (error) => error.code,
      );
      expect(code, statement).toBe(NEGATO);
    }
    await login.end();
  });
});
