import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { aGruppo } from "@/db/mondo-deleghe";
import { anUtente, aSessione, aWorld, OGGI, openWorld, scopesOf, type World } from "@/db/mondo-di-prova";
import { filtroDelegantiInput } from "../input";
import { readDelegantiCsv } from "./queries";

const ALTRI = 1_100;

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let viola: Awaited<ReturnType<typeof aSessione>>;
let profili: string[];
const gruppi = new Map<string, string>();
beforeAll(async () => {
  opened = await openWorld();
  const { owner } = opened;
  world = await aWorld(owner);
  await owner.unsafe(`
    insert into soggetti (codice_fiscale, cognome, nome) select 'D' || n, 'Cognome' || n, 'Nome' from generate_series(1, ${ALTRI}) n;
    insert into posizioni (codice_fiscale, sede_codice) select 'D' || n, '700100' from generate_series(1, ${ALTRI}) n;
    insert into deleghe (posizione_id, tipo, intermediario_codice, data_inizio, stato)
      select id, 'professionale', 'S2', '2025-01-01', 'attiva' from posizioni where codice_fiscale ~ '^D[0-9]';
    select aggiorna_deleganti(null, '${OGGI}');`);
  gruppi.set(await aGruppo(owner, "S2", "Urgenti"), "Urgenti");
  await owner`insert into gruppi_deleganti (posizione_id, intermediario_codice, gruppo_id)
    select id, 'S2', ${[...gruppi.keys()][0] ?? ""} from posizioni where codice_fiscale = 'D7'`;
  const made = await anUtente(owner, "viola", [
    { tipo: "intermediario", studio: "S2" },
    { tipo: "delegato" },
  ]);
  profili = made.profili;
  viola = await aSessione(owner, made.utente, profili[0]);
});
beforeEach(
  () =>
    opened.owner`update sessioni set chiusa_at = null, profilo_id = ${profili[0] ?? ""} where id = ${viola.id}`,
);
afterAll(() => opened.close());

const file = () => {
  const contesto = viola.contesto();
  return readDelegantiCsv(
    (read) => inTransaction(contesto, (tx) => read(scopesOf(tx, contesto).viewer)),
    filtroDelegantiInput.parse({}),
    gruppi,
    OGGI,
  );
};

it("the file has every delegante once, with the group and what is unread", async () => {
  let text = "";
  for await (const part of file()) text += part;
  const [head, ...rows] = text.trim().split("\r\n");
  expect(head?.split(";").slice(-2)).toEqual(["comunicazioni_da_leggere", "gruppo"]);
  expect(rows).toHaveLength(ALTRI);
  expect(new Set(rows.map((row) => row.split(";")[2])).size).toBe(ALTRI);
  const grouped = rows.filter((row) => row.endsWith(";0;Urgenti"));
  expect(grouped.map((row) => row.split(";")[2])).toEqual(["D7"]);
});

it.each([
  ["ends", () => opened.owner`update sessioni set chiusa_at = now() where id = ${viola.id}`],
  [
    "is used as something else",
    () => opened.owner`update sessioni set profilo_id = ${profili[1] ?? ""} where id = ${viola.id}`,
  ],
])("a file whose session %s before its end breaks off, and does not look whole", async (_, happens) => {
  const parts = file();
  expect((await parts.next()).done).toBe(false);
  await happens();
  await expect(parts.next()).rejects.toThrow("session");
});

it("who may read nothing gets no file at all", async () => {
  const contesto = world.chi.anna();
  const parts = readDelegantiCsv(
    (read) => inTransaction(contesto, (tx) => read(scopesOf(tx, contesto).viewer)),
    filtroDelegantiInput.parse({}),
    gruppi,
    OGGI,
  );
  await expect(parts.next()).rejects.toThrow("session");
});
