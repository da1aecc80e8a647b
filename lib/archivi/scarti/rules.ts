import { RIFIUTI } from "../deposito/rules";
import { FORMATI, headerOf } from "../formato/rules";

/** The refused rows as scarti.csv: `file;riga;chiave;campo;motivo`, in the order in which they were read. */
export function scartiSql(): string {
  const files = FORMATI.map(({ nome }, indice) => `(${indice}, '${nome}.csv')`);
  const columns = FORMATI.flatMap((formato, indice) =>
    headerOf(formato).map((nome, colonna) => `(${indice}, ${colonna}, '${nome}')`),
  );
  return `copy (
      select f.nome as file, r.riga, nullif(r.chiave, '') as chiave, c.nome as campo, r.motivo
      from ${RIFIUTI} r
      join (values ${files.join(", ")}) as f (file, nome) on f.file = r.file
      join (values ${columns.join(", ")}) as c (file, colonna, nome)
        on c.file = r.file and c.colonna = r.colonna
      order by r.file, r.riga
    ) to stdout with (format csv, header true, delimiter ';')`;
}
