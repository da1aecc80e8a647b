import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Contesto, inTransaction } from "./client";
import { anAgendaAtWork } from "./mondo-appuntamenti";
import { aPersona, aStudioAtWork, onDay } from "./mondo-deleghe";
import { aSessione, aWorld, codiceFiscaleOf, OGGI, openWorld, type World } from "./mondo-di-prova";
import { aQuesitiWorld, aSedeAtWork } from "./mondo-quesiti";
import { CONTESTI, SCRITTE, SENZA_POLITICHE, VISTE } from "./rls-matrice";

const NEGATO = "42501";
const VUOTO = "23502";
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
  const { ines, omar, elsa } = await aSedeAtWork(owner, world);
  await aQuesitiWorld(owner, world);
  await anAgendaAtWork(owner, world);
  const olghina = await aPersona(owner, "olghina", { tipo: "operatore", sede: world.sede });
  await onDay(
    owner,
    olghina(world.anna),
    OGGI,
    (tx) => tx`select apri_da_sede(${world.anna}, 'Verifica delle ore')`,
  );
  await owner`insert into posta (destinatario, modello) values ('anna@posta.example', 'delegato_ha_aperto')`;
  await owner`insert into eventi_amministrazione (evento, utente_id) select 'pin_dato', id from utenti
    where codice_fiscale = ${codiceFiscaleOf("anna")}`;
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
    // Her drawer says itself as what she opens it.
    "anna, no profile chosen": unchosen.contesto(),
    "anna, disabled": chi.anna(anna),
    "bruno at the door": chi.bruno(),
    "silvia, sub-abilitata, in dario's drawer": silvia(dario),
    "ugo, no longer sub-abilitato": ugo(dario),
    "vito of another studio, in dario's drawer": vito(dario),
    "ines, consultazione, in anna's drawer": ines(anna),
    "olghina, who opened anna's drawer": olghina(anna),
    "omar of the other sede": omar(anna),
    "elsa, esperta asked about anna's quesito": elsa(anna),
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

  it("are behind functions with a fixed search_path, that nobody may call but by a grant", async () => {
    const open = await opened.owner`
      select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace
        and (has_function_privilege('public', p.oid, 'execute') or p.proconfig is null
          or not exists (select from unnest(p.proconfig) c where c like 'search_path=%'))`;
    expect(open.map((row) => row.name)).toEqual([]);
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
      const refused = await inContesto(name, (contesto) => outcome(contesto, statement));
      // Whom the policy lets in is kept out by what must not be null.
      const asWell = allowed && expected(cells(allowed.viste)[index]) === 1 ? [VUOTO] : [];
      expect([NEGATO, ...asWell], verb).toContain(refused);
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
