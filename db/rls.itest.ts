import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Contesto, inTransaction } from "./client";
import { aStudioAtWork } from "./mondo-deleghe";
import { aSessione, aWorld, codiceFiscaleOf, openWorld, type World } from "./mondo-di-prova";

/** Public data: the one table every role may read without a session. */
const SENZA_POLITICHE = ["sedi"];

const CONTESTI = [
  "anna in her drawer",
  "anna at the door",
  "anna in dario's drawer",
  "bruno in anna's drawer",
  "carla at the door",
  "carla in dario's drawer",
  "carla in anna's drawer",
  "olga, operatore",
  "renzo, responsabile",
  "nora, amministratore",
  "nobody",
  "anna's closed session",
  "anna with the initial PIN",
  "anna, no profile chosen",
  "anna, disabled",
  "bruno at the door",
  "silvia, sub-abilitata, in dario's drawer",
  "ugo, no longer sub-abilitato",
  "vito of another studio, in dario's drawer",
] as const;

/** How many rows each of CONTESTI sees, in that order. A table that is missing here is a red test. */
const VISTE: Record<string, string> = {
  sedi: "                2 2 2  2  2 2 2  2 2 2  2 2 2 2 2  2 2 2 2",
  intermediari: "        2 2 2  2  2 2 2  2 2 2  0 0 2 2 0  2 2 0 2",
  utenti: "              1 1 1  1  1 1 1  1 1 1  0 0 1 1 0  1 1 0 1",
  profili: "             1 1 1  1  1 1 1  1 1 1  0 0 1 1 0  1 1 0 1",
  sessioni: "            3 3 3  1  1 1 1  1 1 1  0 0 3 3 0  1 1 0 1",
  nomine: "              0 0 0  1  3 3 3  0 0 0  0 0 0 0 0  1 1 0 0",
  posizioni: "           1 1 0  1  0 1 0  0 0 0  0 0 0 0 0  1 1 0 0",
  soggetti: "            4 1 0  4  0 2 0  0 0 0  0 0 0 0 0  1 2 0 0",
  rapporti: "            2 2 0  2  0 1 0  0 0 0  0 0 0 0 0  2 1 0 0",
  variazioni_rapporto: " 1 1 0  1  0 1 0  0 0 0  0 0 0 0 0  1 1 0 0",
  contributi: "          3 3 0  3  0 1 0  0 0 0  0 0 0 0 0  3 1 0 0",
  versamenti: "          2 2 0  2  0 1 0  0 0 0  0 0 0 0 0  2 1 0 0",
  deleghe: "             1 1 0  1  0 1 0  0 0 0  0 0 0 0 0  1 1 0 0",
  proposte: "            1 1 1  1  2 2 2  0 0 0  0 0 0 0 0  1 2 0 0",
  eventi_delega: "       1 1 1  1  2 2 2  0 0 0  0 0 0 0 0  1 2 0 0",
  deleganti: "           0 0 0  1  1 1 1  0 0 0  0 0 0 0 0  1 1 0 0",
  totali_deleganti: "    - - -  -  - - -  - - -  - - - - -  - - - -",
  gruppi: "              0 0 0  0  1 1 1  0 0 0  0 0 0 0 0  0 1 0 1",
  gruppi_deleganti: "    0 0 0  0  1 1 1  0 0 0  0 0 0 0 0  0 1 0 0",
  preferenze: "          1 1 1  0  0 0 0  0 0 0  0 0 0 0 0  0 0 0 0",
  accessi: "             1 1 1  0  1 1 1  0 0 0  0 0 0 0 0  0 0 0 0",
  posta: "               0 0 0  0  0 0 0  0 0 1  0 0 0 0 0  0 0 0 0",
  importazioni: "        0 0 0  0  0 0 0  0 0 1  0 0 0 0 0  0 0 0 0",
  tentativi: "           - - -  -  - - -  - - -  - - - - -  - - - -",
};

/** What may be written, and how many rows of it; everything else is refused to everybody. */
const SCRITTE: Record<string, { statement: string; viste: string }> = {
  // One of anna's three is closed, and stays so.
  "sessioni update": {
    statement: "update sessioni set chiusa_at = chiusa_at",
    viste: "2 2 2  1  1 1 1  1 1 1  0 0 2 2 0  1 1 0 1",
  },
  "gruppi insert": {
    statement: "insert into gruppi (intermediario_codice, nome) values ('S1', 'Nuovo')",
    viste: "- - -  -  1 1 1  - - -  - - - - -  - - - -",
  },
  "gruppi update": {
    statement: "update gruppi set nome = nome",
    viste: "0 0 0  0  1 1 1  0 0 0  0 0 0 0 0  0 0 0 1",
  },
  "gruppi delete": {
    statement: "delete from gruppi",
    viste: "0 0 0  0  1 1 1  0 0 0  0 0 0 0 0  0 0 0 1",
  },
  "gruppi_deleganti insert": {
    statement: `insert into gruppi_deleganti select posizione_id, 'S1', (select min(id::text)::uuid from gruppi)
      from deleganti on conflict (posizione_id, intermediario_codice) do update set gruppo_id = excluded.gruppo_id`,
    viste: "0 0 0  -  1 1 1  0 0 0  0 0 0 0 0  - - 0 0",
  },
  "gruppi_deleganti update": {
    statement: "update gruppi_deleganti set gruppo_id = gruppo_id",
    viste: "0 0 0  0  1 1 1  0 0 0  0 0 0 0 0  0 0 0 0",
  },
  "gruppi_deleganti delete": {
    statement: "delete from gruppi_deleganti",
    viste: "0 0 0  0  1 1 1  0 0 0  0 0 0 0 0  0 0 0 0",
  },
  "preferenze insert": {
    statement: `insert into preferenze (posizione_id, avvisa_se_aperto) select id, true from posizioni
      on conflict (posizione_id) do update set avvisa_se_aperto = true`,
    viste: "1 1 0  -  0 - 0  0 0 0  0 0 0 0 0  - - 0 0",
  },
  "preferenze update": {
    statement: "update preferenze set avvisa_se_aperto = true",
    viste: "1 1 1  0  0 0 0  0 0 0  0 0 0 0 0  0 0 0 0",
  },
};

const NEGATO = "42501";
const cells = (line: string) => line.trim().split(/\s+/);
const expected = (cell = "") => (cell === "-" ? NEGATO : Number(cell));

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let contesti: Record<(typeof CONTESTI)[number], Contesto>;
let tables: string[];
let firstColumn: Map<string, string>;

beforeAll(async () => {
  opened = await openWorld();
  const { owner } = opened;
  world = await aWorld(owner);
  const { silvia, ugo, vito } = await aStudioAtWork(owner, world);
  await owner`insert into posta (destinatario, modello) values ('anna@posta.example', 'delegato_ha_aperto')`;
  const { chi, anna, dario } = world;
  const [utente] = await owner`select id from utenti where codice_fiscale = ${codiceFiscaleOf("anna")}`;
  const [profilo] = await owner`select id from profili where utente_id = ${utente?.id}`;
  const closed = await aSessione(owner, utente?.id, profilo?.id, { chiusa_at: new Date() });
  const unchosen = await aSessione(owner, utente?.id);
  contesti = {
    "anna in her drawer": chi.anna(anna),
    "anna at the door": chi.anna(),
    "anna in dario's drawer": chi.anna(dario),
    "bruno in anna's drawer": chi.bruno(anna),
    "carla at the door": chi.carla(),
    "carla in dario's drawer": chi.carla(dario),
    "carla in anna's drawer": chi.carla(anna),
    "olga, operatore": chi.olga(anna),
    "renzo, responsabile": chi.renzo(),
    "nora, amministratore": chi.nora(anna),
    nobody: { sessione: null, posizione: anna },
    "anna's closed session": closed.contesto(anna),
    "anna with the initial PIN": chi.anna(anna),
    "anna, no profile chosen": unchosen.contesto(anna),
    "anna, disabled": chi.anna(anna),
    "bruno at the door": chi.bruno(),
    "silvia, sub-abilitata, in dario's drawer": silvia(dario),
    "ugo, no longer sub-abilitato": ugo(dario),
    "vito of another studio, in dario's drawer": vito(dario),
  };
  const columns = await owner`
    select distinct on (c.relname) c.relname as table, a.attname as column
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0
      and a.attidentity = '' and not a.attisdropped
    order by c.relname, a.attnum`;
  tables = columns.map((row) => row.table);
  firstColumn = new Map(columns.map((row) => [row.table, row.column]));
});
afterAll(() => opened.close());

/** How many rows a statement saw or changed, or the SQLSTATE it was refused with. What it changed is undone. */
async function outcome(contesto: Contesto, statement: string): Promise<number | string> {
  let count = 0;
  const undone = new Error("undone");
  const run = inTransaction(contesto, async (tx) => {
    count = (await tx.execute(sql.raw(statement))).count;
    throw undone;
  });
  return run.catch((error) => (error === undone ? count : (error.cause?.code ?? String(error))));
}

async function inContesto<T>(name: (typeof CONTESTI)[number], work: (contesto: Contesto) => Promise<T>) {
  const anna = opened.owner`codice_fiscale = ${codiceFiscaleOf("anna")}`;
  if (name === "anna with the initial PIN")
    await opened.owner`update utenti set pin_iniziale = true where ${anna}`;
  if (name === "anna, disabled") await opened.owner`update utenti set disabilitato_at = now() where ${anna}`;
  try {
    return await work(contesti[name]);
  } finally {
    await opened.owner`update utenti set pin_iniziale = false, disabilitato_at = null where ${anna}`;
  }
}

describe("the tables", () => {
  it("all have row security, enabled and forced, and a policy for the application", async () => {
    const rows = await opened.owner`
      select c.relname as table, c.relrowsecurity and c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'f')`;
    const open = rows.filter((row) => !row.forced || row.policies === 0).map((row) => row.table);
    expect(open).toEqual(SENZA_POLITICHE);
  });

  it("all stand in the matrix of this test", () => {
    expect(Object.keys(VISTE).sort()).toEqual([...tables].sort());
    for (const line of Object.values(VISTE)) expect(cells(line)).toHaveLength(CONTESTI.length);
  });

  it("are seen through no view that forgets who is looking", async () => {
    const views = await opened.owner`
      select relname from pg_class where relnamespace = 'public'::regnamespace and (relkind = 'm' or
        relkind = 'v' and not coalesce(reloptions, '{}') && array['security_invoker=true', 'security_invoker=on'])`;
    expect(views.map((view) => view.relname)).toEqual([]);
  });
});

describe.each(CONTESTI.map((name, index) => ({ name, index })))("$name", ({ name, index }) => {
  it.each(Object.keys(VISTE))("sees of %s exactly what the matrix says", async (table) => {
    const seen = await inContesto(name, (contesto) => outcome(contesto, `select 1 from ${table}`));
    expect(seen).toBe(expected(cells(VISTE[table] ?? "")[index]));
  });

  it.each(Object.keys(VISTE))("writes into %s nothing the matrix does not allow", async (table) => {
    const statements = {
      insert: `insert into ${table} default values`,
      update: `update ${table} set ${firstColumn.get(table)} = null`,
      delete: `delete from ${table}`,
      truncate: `truncate ${table} cascade`,
    };
    for (const [verb, statement] of Object.entries(statements)) {
      const allowed = SCRITTE[`${table} ${verb}`];
      if (allowed) {
        const changed = await inContesto(name, (contesto) => outcome(contesto, allowed.statement));
        expect(changed, verb).toBe(expected(cells(allowed.viste)[index]));
        if (allowed.statement === statement) continue;
      }
      expect(await inContesto(name, (contesto) => outcome(contesto, statement)), verb).toBe(NEGATO);
    }
  });
});

describe("a drawer", () => {
  it.each([
    ["anna in her drawer", "anna"],
    ["bruno in anna's drawer", "anna"],
    ["carla in dario's drawer", "dario"],
  ] as const)("%s sees rows of that drawer only, also when another is asked for", async (name, whose) => {
    const other = whose === "anna" ? world.dario : world.anna;
    for (const table of ["rapporti", "variazioni_rapporto", "contributi", "versamenti", "deleghe"]) {
      const ofOther = `select 1 from ${table} where posizione_id = '${other}'`;
      expect(await outcome(contesti[name], ofOther), table).toBe(0);
      const ofOthers = `select 1 from ${table} where posizione_id <> '${world[whose]}'`;
      expect(await outcome(contesti[name], ofOthers), table).toBe(0);
    }
  });
});
