import { addDays, type DataIso } from "@/lib/dates";
import { giornoLavorativoDa, isGiornoLavorativo } from "@/lib/giorni-lavorativi";

export type Persona = { utente: string; nome: string };
export type Cliente = {
  /** One of the people one can be in the demo; null: a client of carla's. */
  di: "anna" | null;
  posizione: string;
  nome: string;
  rapporto: string;
  anno: number | null;
  trimestre: number | null;
  progressivo: number | null;
  motivo: string;
};
export type Mondo = {
  oggi: DataIso;
  studio: string;
  sede: string;
  elena: Persona;
  carla: Persona;
  anna: Persona;
};
export type Incontro = {
  cliente: Cliente;
  chi: Persona;
  giorno: DataIso;
  ora: string;
  stato: "confermato" | "tenuto" | "non_presentato" | "chiuso_e_definito" | "annullato";
  arrivato?: boolean;
  nota?: string;
  notaSede?: string;
};

const ORE = ["09:00", "09:20", "09:40", "10:00", "10:20", "10:40", "11:00", "11:20", "11:40"];

/** Eight weeks back and some days ahead; those ahead are of whom something brings here now. */
export function incontriDi(mondo: Mondo, clienti: Cliente[]): Incontro[] {
  if (clienti.length === 0) return [];
  const { oggi, carla, anna } = mondo;
  const suoi = clienti.filter(({ di }) => di === null);
  const di = (n: number) => suoi[n % suoi.length] as Cliente;
  const found: Incontro[] = [];
  for (const [n, giorno] of lavorativi(addDays(oggi, -56), 56).entries()) {
    for (const ora of ORE.filter((_, ora) => (n * 5 + ora * 3) % 4 < 2 + (n % 2))) {
      found.push({ cliente: di(found.length * 7), chi: carla, giorno, ora, ...fineDi(found.length) });
    }
  }
  const suo = clienti.find(({ di }) => di === "anna");
  if (suo) {
    const giorno = giornoLavorativoDa(addDays(oggi, -40));
    found.push({ cliente: suo, chi: anna, giorno, ora: "11:40", stato: "tenuto", notaSede: NOTA_ANNA });
  }
  return [
    ...found,
    ...viventiDi(
      mondo,
      suoi,
      clienti.find(({ di, motivo }) => di === "anna" && motivo === "trimestre_pagato_in_parte"),
    ),
  ];
}

const NOTA_ANNA =
  "Abbiamo guardato insieme gli avvisi del 2026. Il secondo trimestre è ancora da pagare: l'importo aggiornato è alla pagina dei pagamenti.";

function fineDi(n: number): Pick<Incontro, "stato" | "notaSede"> {
  if (n % 9 === 4) return { stato: "non_presentato" };
  if (n % 11 === 6) return { stato: "annullato" };
  if (n % 13 === 8) return { stato: "chiuso_e_definito" };
  return {
    stato: "tenuto",
    notaSede: n % 4 ? undefined : "Verificato tutto insieme: non resta nulla da fare.",
  };
}

/** Of each client one, so that nobody comes twice on a day. */
function viventiDi({ oggi, carla, anna }: Mondo, suoi: Cliente[], diAnna: Cliente | undefined): Incontro[] {
  const unici = suoi.filter(
    ({ posizione }, n) => suoi.findIndex((altro) => altro.posizione === posizione) === n,
  );
  const posti = lavorativi(oggi, 14).flatMap((giorno, n) =>
    ["09:00", "09:40", "10:20", "11:20"]
      .filter((_, ora) => giorno === oggi || (n + ora) % 2 === 0)
      .map((ora) => ({ giorno, ora })),
  );
  const found: Incontro[] = unici.slice(0, posti.length).map((cliente, n) => ({
    cliente,
    chi: carla,
    ...(posti[n] as (typeof posti)[number]),
    stato: "confermato",
    nota: n % 3 === 0 ? "Porto le ricevute dei pagamenti." : undefined,
  }));
  const [uno, due] = found;
  if (uno?.giorno === oggi) Object.assign(uno, { stato: "tenuto", notaSede: NOTA_DI_OGGI });
  if (due?.giorno === oggi) due.arrivato = true;
  if (diAnna) {
    const giorno = giornoLavorativoDa(addDays(oggi, 3));
    found.push({ cliente: diAnna, chi: anna, giorno, ora: "11:40", stato: "confermato" });
  }
  return found;
}

const NOTA_DI_OGGI = "Il versamento c'era, su un altro rapporto: lo spostiamo noi.";

const lavorativi = (dal: DataIso, giorni: number): DataIso[] =>
  Array.from({ length: giorni }, (_, n) => addDays(dal, n)).filter(isGiornoLavorativo);
