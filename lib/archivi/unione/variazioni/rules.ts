/** What a new archive changes in the rapporti already known: one row per field, in the archive's own words. */
import { depositoOf } from "../../deposito/rules";
import { FORMATI } from "../../formato/rules";
import type { Forma } from "../../types";

const VARIATI = "pg_temp.archivio_variati";

/** Before the rapporti are updated: afterwards nobody knows what they were. */
export function noteVariazioni(): string {
  const colonne = FORMATI.find(({ nome }) => nome === "rapporti")?.colonne ?? [];
  const pairs = colonne
    .filter(({ nome }) => nome !== "codice")
    .map(({ nome, forma }) => `('${nome}', ${asText(before(nome), forma)}, ${asText(`s.${nome}`, forma)})`);
  return `create temporary table archivio_variati on commit drop as
    select s.codice, v.campo, v.prima, v.dopo
    from ${depositoOf("rapporti")} s
    join public.rapporti t on t.codice = s.codice
    join public.posizioni p on p.id = t.posizione_id
    cross join lateral (values ${pairs.join(", ")}) as v (campo, prima, dopo)
    where v.prima is distinct from v.dopo`;
}

/** After: with the posizione the rapporto has now. */
export const recordVariazioni = (importazioneId: number) =>
  `insert into public.variazioni_rapporto (posizione_id, rapporto, importazione_id, campo, prima, dopo)
    select r.posizione_id, v.codice, ${importazioneId}, v.campo, v.prima, v.dopo
    from ${VARIATI} v join public.rapporti r on r.codice = v.codice order by v.codice, v.campo`;

function before(nome: string): string {
  if (nome === "datore") return "p.codice_fiscale";
  return nome === "sede" ? "t.sede_codice" : `t.${nome}`;
}

function asText(expression: string, forma: Forma): string {
  switch (forma.tipo) {
    case "importo":
      return `round(${expression} / 100.0, 2)::text`;
    case "ore":
      return `trim_scale(${expression})::text`;
    case "booleano":
      return `case ${expression} when true then 'si' when false then 'no' end`;
    default:
      return `${expression}::text`;
  }
}
