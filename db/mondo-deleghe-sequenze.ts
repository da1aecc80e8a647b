import fc from "fast-check";
import type { Offerta } from "./mondo-deleghe-parti";

/** What may happen to deleghe, at random: days and people by number, so that a failing sequence shrinks. */

export const DATORI = 4;
/** Two studios, then two people. */
export const DELEGATI = 4;
export const STUDI = 2;

const datore = fc.nat(DATORI - 1);
const delegato = fc.constantFrom(0, 1, 2, 2, 3);
const from = fc.constantFrom(-3, 0, 0, 0, 2, 5);
const until = fc.constantFrom(null, null, null, 0, 1, 4, 12);
const ambito = fc.constantFrom("operazioni", "consultazione") as fc.Arbitrary<Offerta["ambito"]>;
type Proposta = {
  datore: number;
  delegato: number;
  from: number;
  until: number | null;
  ambito: Offerta["ambito"];
};
export type Riga = Omit<Proposta, "ambito"> & { key: number; revocata: boolean };
export type Atto =
  | ({ kind: "offre" | "concede" | "chiede" } & Proposta)
  | { kind: "decide"; which: number; accetta: boolean }
  | { kind: "ritira"; which: number }
  | { kind: "chiude"; which: number; revoca: boolean }
  | { kind: "cambia"; which: number; ambito: Offerta["ambito"]; until: number | null }
  | { kind: "passano"; giorni: number }
  | { kind: "scadono" }
  | { kind: "archivio"; righe: Riga[] };
const atto = (kind: Atto["kind"], parts: object) =>
  fc.record({ kind: fc.constant(kind), ...parts }) as fc.Arbitrary<object> as fc.Arbitrary<Atto>;
const offerta = { datore, delegato, from, until, ambito };
const riga = fc.record({
  key: fc.nat(4),
  datore,
  delegato,
  from: fc.integer({ min: -9, max: 6 }),
  until,
  revocata: fc.boolean(),
});
const which = fc.nat(30);
export const atti = fc.oneof(
  { weight: 3, arbitrary: atto("offre", offerta) },
  { weight: 6, arbitrary: atto("concede", offerta) },
  { weight: 2, arbitrary: atto("chiede", { ...offerta, delegato: fc.nat(1) }) },
  { weight: 5, arbitrary: atto("decide", { which, accetta: fc.boolean() }) },
  { weight: 1, arbitrary: atto("ritira", { which }) },
  { weight: 2, arbitrary: atto("chiude", { which, revoca: fc.boolean() }) },
  { weight: 3, arbitrary: atto("cambia", { which, ambito, until }) },
  { weight: 3, arbitrary: atto("passano", { giorni: fc.constantFrom(1, 1, 2, 4, 31) }) },
  { weight: 2, arbitrary: atto("scadono", {}) },
  {
    weight: 3,
    arbitrary: atto("archivio", { righe: fc.uniqueArray(riga, { maxLength: 4, selector: (r) => r.key }) }),
  },
);
