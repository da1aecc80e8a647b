import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Contesto } from "@/db/client";
import { anAppuntamento, anAttesa, anEsperto } from "@/db/mondo-appuntamenti";
import { ATTI, CHI, type Chi, type Riga } from "@/db/mondo-appuntamenti-estranei";
import { onDay } from "@/db/mondo-deleghe";
import { aWorld, codiceFiscaleOf, OGGI, openWorld, type World } from "@/db/mondo-di-prova";
import { aBozza, aSedeAtWork, aStudioAround, utenteDi } from "@/db/mondo-quesiti";
import { STATI_APPUNTAMENTO } from "@/db/schema/appuntamenti";

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let contesti: Record<Chi, Contesto>;
/** What traces() said before anything was asked. */
let untouched: string;
const ids: Record<string, Record<string, string>> = {};
beforeAll(async () => {
  opened = await openWorld();
  const { owner } = opened;
  world = await aWorld(owner);
  const { chi, anna, sede, attivo, cessato } = world;
  const altri = await aSedeAtWork(owner, world);
  const viewers = { ...chi, ...altri, ...(await aStudioAround(owner, world, altri.ines)) };
  const at = (name: string) => viewers[name.split(" ")[0] as keyof typeof viewers](anna);
  contesti = Object.fromEntries(
    CHI.map((name) => [name, name === "nessuno" ? { sessione: null, posizione: anna } : at(name)]),
  ) as Record<Chi, Contesto>;
  contesti["dario dal suo"] = chi.dario(world.dario);
  const olga = await anEsperto(owner, "olga", sede);
  const attesa = await anAttesa(
    owner,
    { posizione: anna, di: "anna", sede },
    { motivo_codice: "trimestre_non_pagato", rapporto: attivo, modi: ["video"] },
  );
  const common = { anna, sede, olga, attesa, altraSede: world.altraSede, rapporto: attivo };
  const elsa = await utenteDi(owner, "elsa");
  const bozza = await aBozza(owner, anna, "anna");
  const MOTIVI = ["trimestre_non_pagato", "trimestre_pagato_in_parte", "pagamento_doppio"];
  const COSE = [cessato, attivo].flatMap((rapporto) => MOTIVI.map((motivo) => [motivo, rapporto]));
  for (const [index, stato] of STATI_APPUNTAMENTO.entries()) {
    // Each about something else: of one kind only one may live.
    const [motivo = "", suo = ""] = COSE[index] ?? [];
    const inizio = `2026-10-08T0${7 + (index % 3)}:${index < 3 ? "00" : "30"}:00Z`;
    const over = {
      ...{ motivo_codice: motivo, rapporto: suo, stato, inizio_at: inizio },
      ...(stato === "in_prenotazione" ? { scade_at: "2100-01-01" } : {}),
      ...(stato === "annullato" ? { annullato_da: "cittadino" } : {}),
    };
    const app = await anAppuntamento(owner, { posizione: anna, di: "anna", sede, esperto: olga }, over);
    const mossa = randomUUID();
    ids[stato] = { ...common, elsa, bozza, app, mossa, motivo, suo, inizio, numero: app.slice(0, 9) };
  }
  untouched = await onDay(owner, contesti.nessuno, OGGI, traces);
});
afterAll(() => opened.close());

const TABELLE = [
  ...["appuntamenti", "eventi_appuntamento", "attese", "motivi_appuntamento", "disponibilita", "assenze"],
  ...["calendari", "patroni", "bozze", "allegati", "quesiti", "accessi", "posta", "deleghe", "sessioni"],
  "graphile_worker._private_jobs",
];
/** All that an act might change, in one line. */
const traces = async (tx: TransactionSql) =>
  (
    await tx.unsafe(
      `select concat_ws(' ', ${TABELLE.map((t) => `(select md5(string_agg(t::text, '' order by t::text)) from ${t} t)`)}) as s`,
    )
  )[0]?.s as string;

/** What is so of somebody beyond who they are: a PIN that is not theirs yet, a drawer their sede has opened. */
async function become(tx: TransactionSql, name: Chi): Promise<void> {
  const [chi = "", come] = name.split(" ");
  const codiceFiscale = codiceFiscaleOf(chi);
  if (come === "PIN") await tx`update utenti set pin_iniziale = true where codice_fiscale = ${codiceFiscale}`;
  if (come === "disabilitata")
    await tx`update utenti set disabilitato_at = now() where codice_fiscale = ${codiceFiscale}`;
  if (come === "aperto")
    await tx`insert into accessi (posizione_id, utente_id, profilo, chi, cosa, motivo)
      select ${world.anna}, u.id, p.tipo, 'x', 'apertura', 'Chiamata' from utenti u join profili p on p.utente_id = u.id
      where u.codice_fiscale = ${codiceFiscale}`;
}

/** What an act answers, and whether anything changed; then all is as before. */
async function ask(name: Chi, stato: string, { atto, prima }: Riga) {
  const answer = { esito: "", changed: false };
  const undone = new Error("undone");
  const filled = (text: string) => text.replaceAll(/\$(\w+)/g, (_, key) => `'${ids[stato]?.[key]}'`);
  await onDay(opened.owner, contesti[name], OGGI, async (tx) => {
    await become(tx, name);
    if (prima) await tx.unsafe(filled(prima));
    const before = prima || name.includes(" ") ? await traces(tx) : untouched;
    const [row] = await tx.unsafe(`select ${filled(atto)} as esito`);
    Object.assign(answer, { esito: row?.esito, changed: (await traces(tx)) !== before });
    throw undone;
  }).catch((error) => {
    if (error !== undone) throw error;
  });
  return answer;
}

/** What a refusal, and a look, is called. */
const VANI = /^(non_|gia_|troppo_|troppi_|senza_|altro_|occupato|scaduto|0$|2$|\d_di_cui_)/;

describe.each(Object.entries(ATTI))("who %s", (_, riga) => {
  it.each(STATI_APPUNTAMENTO.map((stato, index) => [stato, index] as const))(
    "of one that is %s",
    async (stato, index) => {
      const said: Record<string, string> = {};
      const wanted: Record<string, string> = {};
      for (const name of CHI) {
        const words = (riga[name] ?? riga.altri).split(" ");
        wanted[name] = words[index] ?? words.at(-1) ?? "";
        const { esito, changed } = await ask(name, stato, riga);
        const word = esito.replaceAll(" ", "_");
        said[name] = word + (changed && VANI.test(word) ? ", and something changed" : "");
      }
      expect(said).toEqual(wanted);
    },
  );
});
