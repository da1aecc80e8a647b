import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Contesto } from "@/db/client";
import { aProposta, aStudioAtWork, onDay } from "@/db/mondo-deleghe";
import {
  aDelega,
  aPosizione,
  aSessione,
  aViewer,
  aWorld,
  codiceFiscaleOf,
  DOMANI,
  IERI,
  OGGI,
  openWorld,
  type World,
} from "@/db/mondo-di-prova";

/** `altro`: with a drawer open that is not the act's. */
const CHI = [
  ...[
    "anna",
    "anna altro",
    "dario",
    "bruno",
    "carla",
    "silvia sub-abilitata",
    "ugo non più",
    "vito d'un altro studio",
  ],
  ...[
    "olga operatore",
    "nora amministratore",
    "nessuno",
    "anna uscita",
    "anna senza profilo",
    "anna PIN",
    "carla PIN",
  ],
] as const;

/** What each act answers to each of CHI; `-` is non_trovata. */
const ATTI: Record<string, { cassetto?: "anna" | "dario"; atto: string; esiti: string }> = {
  //                                                     an al da br ca si ug vi ol no ne us se AP CP
  "offre la delega d'anna": {
    cassetto: "anna",
    atto: "proponi_delega('professionale', 'S2', 'operazioni', null, null)",
    esiti: "ok - - - - - - - - - - - - - -",
  },
  "offre quella di dario": {
    cassetto: "dario",
    atto: "proponi_delega('personale', $maria, 'consultazione', null, null)",
    // With her own drawer open anna offers her own delega, which bruno has.
    esiti: "- delegato_gia_presente ok - - - - - - - - - - - -",
  },
  "chiede per uno studio": {
    atto: "proponi_a_datore($maria, 'operazioni', null, null)",
    esiti: "- - - - ok - - ok - - - - - - -",
  },
  "accetta per S1 l'offerta d'anna": {
    atto: "decidi_proposta($offerta, true)",
    esiti: "- - - - ok - - - - - - - - - -",
  },
  "la rifiuta": { atto: "decidi_proposta($offerta, false)", esiti: "- - - - ok - - - - - - - - - -" },
  "la ritira": { atto: "ritira_proposta($offerta)", esiti: "ok ok - - - - - - - - - - - - -" },
  "accetta come anna la richiesta di S1": {
    atto: "decidi_proposta($adAnna, true)",
    esiti: "ok ok - - - - - - - - - - - - -",
  },
  "ritira la richiesta di S1": { atto: "ritira_proposta($adAnna)", esiti: "- - - - ok - - - - - - - - - -" },
  "accetta come bruno l'offerta di dario": {
    atto: "decidi_proposta($aPersona, true)",
    esiti: "- - - ok - - - - - - - - - - -",
  },
  "decide su ciò che non c'è": {
    atto: "decidi_proposta(gen_random_uuid(), true)",
    esiti: "- - - - - - - - - - - - - - -",
  },
  "revoca a bruno la delega d'anna": {
    cassetto: "anna",
    atto: "chiudi_delega($diBruno, 'revocata', null)",
    esiti: "ok - - - - - - - - - - - - - -",
  },
  "vi rinuncia": {
    cassetto: "anna",
    atto: "chiudi_delega($diBruno, 'rinunciata', null)",
    esiti: "- - - ok - - - - - - - - - - -",
  },
  "revoca a S1 la delega di dario": {
    cassetto: "dario",
    atto: "chiudi_delega($diCarla, 'revocata', null)",
    esiti: "- - ok - - - - - - - - - - - -",
  },
  "vi rinuncia per S1": {
    cassetto: "dario",
    atto: "chiudi_delega($diCarla, 'rinunciata', null)",
    esiti: "- - - - ok - - - - - - - - - -",
  },
  "la chiude in altro modo": {
    cassetto: "dario",
    atto: "chiudi_delega($diCarla, 'scaduta', null)",
    esiti: "- - - - - - - - - - - - - - -",
  },
  "chiude dal cassetto d'anna quella di dario": {
    cassetto: "anna",
    atto: "chiudi_delega($diCarla, 'revocata', null)",
    esiti: "- - - - - - - - - - - - - - -",
  },
  "cambia la delega di bruno": {
    cassetto: "anna",
    atto: "cambia_delega($diBruno, 'consultazione', '2026-12-31')",
    esiti: "ok - - - - - - - - - - - - - -",
  },
  "cambia quella di S1": {
    cassetto: "dario",
    atto: "cambia_delega($diCarla, 'consultazione', null)",
    esiti: "- - ok - - - - - - - - - - - -",
  },
  "cambia dal cassetto d'anna quella di dario": {
    cassetto: "anna",
    atto: "cambia_delega($diCarla, 'consultazione', null)",
    esiti: "- - - - - - - - - - - - - - -",
  },
  "registra una tutela": {
    atto: "registra_tutela($anna, $maria, 'tutore', null, 'Decreto 1/2026')",
    esiti: "- - - - - - - - - ok - - - - -",
  },
  "chiude una tutela": {
    atto: "chiudi_tutela($tutela, 'Provvedimento errato')",
    esiti: "- - - - - - - - - ok - - - - -",
  },
  "chiude come tutela una delega": {
    atto: "chiudi_tutela($diBruno, 'No')",
    esiti: "- - - - - - - - - - - - - - -",
  },
  "rinuncia prima che cominci, per S1": {
    atto: "rinuncia_delega_futura($futura, null)",
    esiti: "- - - - ok - - - - - - - - - -",
  },
  "rinuncia prima che cominci, bruno": {
    atto: "rinuncia_delega_futura($diBrunoFutura, null)",
    esiti: "- - - ok - - - - - - - - - - -",
  },
  "rinuncia così a una che è cominciata": {
    atto: "rinuncia_delega_futura($diBruno, null)",
    esiti: "- - - - - - - - - - - - - - -",
  },
  "nomina un sub-abilitato": {
    atto: "nomina_sub_abilitato($maria)",
    esiti: "- - - - ok - - ok - - - - - - -",
  },
  "accetta la nomina di S1": { atto: "decidi_nomina('S1', true)", esiti: "- - - ok - ok - - - - - - - - -" },
  "toglie silvia a S1": { atto: "revoca_nomina($silvia)", esiti: "- - - - ok - - - - - - - - - -" },
};

let world: World;
let opened: Awaited<ReturnType<typeof openWorld>>;
let contesti: Record<(typeof CHI)[number], (cassetto?: "anna" | "dario") => Contesto>;
const ids: Record<string, string> = {};
beforeAll(async () => {
  opened = await openWorld();
  const { owner } = opened;
  world = await aWorld(owner);
  const { silvia, ugo, vito, offerta, aPersonaOfferta } = await aStudioAtWork(owner, world);
  const { chi } = world;
  const [utente] = await owner`select id from utenti where codice_fiscale = ${codiceFiscaleOf("anna")}`;
  const [profilo] = await owner`select id from profili where utente_id = ${utente?.id}`;
  const uscita = await aSessione(owner, utente?.id, profilo?.id, { chiusa_at: new Date() });
  const senza = await aSessione(owner, utente?.id);
  const at = (viewer: (posizione?: string) => Contesto) => (cassetto?: "anna" | "dario") =>
    viewer(cassetto && world[cassetto]);
  contesti = {
    anna: at(chi.anna),
    "anna altro": (cassetto) => chi.anna(cassetto === "anna" ? world.dario : world.anna),
    dario: at(chi.dario),
    bruno: at(chi.bruno),
    carla: at(chi.carla),
    "silvia sub-abilitata": at(silvia),
    "ugo non più": at(ugo),
    "vito d'un altro studio": at(vito),
    "olga operatore": at(chi.olga),
    "nora amministratore": at(chi.nora),
    nessuno: (cassetto) => ({ sessione: null, posizione: cassetto ? world[cassetto] : null }),
    "anna uscita": at(uscita.contesto),
    "anna senza profilo": at(senza.contesto),
    "anna PIN": at(chi.anna),
    "carla PIN": at(chi.carla),
  };
  for (const chiave of ["anna", "maria", "silvia"]) ids[chiave] = codiceFiscaleOf(chiave);
  Object.assign(ids, { offerta, aPersona: aPersonaOfferta });
  ids.adAnna = await aProposta(owner, { datore: "anna", studio: "S1" }, { proponente: "delegato" });
  for (const [chiave, posizione] of [
    ["diBruno", world.anna],
    ["diCarla", world.dario],
  ] as const) {
    ids[chiave] = (await owner`select id from deleghe where posizione_id = ${posizione}`)[0]?.id;
  }
  const terza = await aPosizione(owner, "terza", world.sede);
  ids.futura = await aDelega(owner, terza, { studio: "S1" }, { data_inizio: DOMANI });
  ids.diBrunoFutura = await aDelega(owner, terza, { personaDi: "bruno" }, { data_inizio: DOMANI });
  ids.tutela = await aDelega(owner, terza, { personaDi: "maria" }, { titolo: "tutore" });
});
afterAll(() => opened.close());

/** All that an act might change, in one line. */
const traces = async (tx: TransactionSql) =>
  JSON.stringify(
    await tx`select (select count(*) from eventi_delega) as e, (select string_agg(stato, '' order by id) from proposte) as p,
      (select string_agg(stato || ambito || coalesce(fine::text, ''), '' order by id) from deleghe) as d, (select count(*) from profili) as r,
      (select string_agg(stato, '' order by codice_fiscale) from nomine) as n`,
  );

/** What an act answers, and whether anything changed; then all is as before. */
async function ask(contesto: Contesto, atto: string, pin?: string) {
  const answer = { esito: "", changed: false };
  const undone = new Error("undone");
  await onDay(opened.owner, contesto, OGGI, async (tx) => {
    if (pin) await tx`update utenti set pin_iniziale = true where codice_fiscale = ${codiceFiscaleOf(pin)}`;
    const before = await traces(tx);
    const text = atto.replaceAll(/\$(\w+)/g, (_, name) => `'${ids[name]}'`);
    const [row] = await tx.unsafe(
      `select esito from ${text}${text.startsWith("proponi") ? "" : " as esito"}`,
    );
    Object.assign(answer, { esito: row?.esito, changed: (await traces(tx)) !== before });
    throw undone;
  }).catch((error) => {
    if (error !== undone) throw error;
  });
  return answer;
}

describe.each(Object.entries(ATTI))("chi %s", (_, { atto, cassetto, esiti }) => {
  const words = esiti.split(" ");
  it("is in the matrix", () => expect(words).toHaveLength(CHI.length));

  it.each(CHI.map((chi, index) => [chi, words[index] ?? ""] as const))("%s: %s", async (chi, word) => {
    const pin = chi.endsWith("PIN") ? chi.split(" ")[0] : undefined;
    const { esito, changed } = await ask(contesti[chi](cassetto), atto, pin);
    expect(esito).toBe(word === "-" ? "non_trovata" : word);
    if (word === "-") expect(changed).toBe(false);
  });
});

describe("a delega, by what it is on the day", () => {
  /** Whether it opens the drawer and how far, what its revocation answers, what its renunciation. */
  it.each<[string, Record<string, string>, string]>([
    ["in force", {}, "operazioni ok ok"],
    ["for reading only", { ambito: "consultazione" }, "consultazione ok ok"],
    ["on its last day", { data_fine: OGGI }, "operazioni ok ok"],
    ["after it", { data_fine: IERI }, "- gia_chiusa gia_chiusa"],
    ["not begun", { data_inizio: DOMANI }, "- ok ok"],
    ["revoked", { stato: "revocata" }, "- gia_chiusa gia_chiusa"],
    ["expired", { stato: "scaduta", data_fine: IERI }, "- gia_chiusa gia_chiusa"],
    ["given by a court", { titolo: "tutore" }, "operazioni per_provvedimento per_provvedimento"],
  ])("%s %j: %s", async (name, over, words) => {
    const chiave = `giorno${name.replaceAll(/\W/g, "")}`;
    const posizione = await aPosizione(opened.owner, chiave, world.sede);
    const datore = await aViewer(opened.owner, chiave, { tipo: "datore" });
    const kinds = "titolo" in over ? ["bruno"] : ["bruno", "carla"];
    for (const whose of kinds as ("bruno" | "carla")[]) {
      const holder = whose === "bruno" ? { personaDi: "bruno" } : { studio: "S1" };
      const delega = await aDelega(opened.owner, posizione, holder, over);
      const contesto = world.chi[whose](posizione);
      const [open] = await onDay(
        opened.owner,
        contesto,
        OGGI,
        (tx) => tx`select ambito from apri_cassetto('panoramica', null, false)`,
      );
      const revoked = await ask(datore(posizione), `chiudi_delega('${delega}', 'revocata', null)`);
      const renounced = await ask(contesto, `chiudi_delega('${delega}', 'rinunciata', null)`);
      expect([open?.ambito ?? "-", revoked.esito, renounced.esito].join(" ")).toBe(words);
    }
  });
});
