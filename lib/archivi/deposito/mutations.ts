import "server-only";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import type { Connessione } from "../connessione/mutations";
import { compileControllo } from "../controlli/rules";
import { riferimentiOf } from "../incroci/rules";
import { readRighe } from "../lettura/queries";
import type { Guasto } from "../lettura/rules";
import type { Formato } from "../types";
import { depositoOf, RIFIUTI } from "./rules";

export type Letti = {
  righe: number;
  rifiutate: number;
  /** The keys only ever grew: none is repeated. */
  ordinate: boolean;
};

type Options = {
  connessione: Connessione;
  cartella: string;
  formato: Formato;
  /** The place of the file among those of the archive. */
  indice: number;
  signal?: AbortSignal;
  onChunk: (righe: number, bytes: number) => void;
};

/** Reads one file into its staging table, in constant memory. Refused rows end among the rifiuti. */
export async function depositFile({ connessione, formato, indice, ...options }: Options): Promise<Letti> {
  const copy = await connessione.copyIn(`copy ${depositoOf(formato.nome)} from stdin`);
  const letti = await copyFile(copy, { formato, ...options });
  if (letti.rifiutate > 0) await connessione.run(setAside(formato, indice));
  return letti;
}

async function copyFile(
  copy: Writable,
  { cartella, formato, signal, onChunk }: Omit<Options, "connessione" | "indice">,
): Promise<Letti> {
  const controllo = compileControllo(formato);
  const over = finished(copy);
  // Looked at below; until then a failure must not count as unhandled.
  over.catch(() => undefined);
  const blank = "\t\\N".repeat(formato.colonne.length);
  let text = "";
  let righe = 0;
  let rifiutate = 0;

  const emit = (riga: number, campi: string[], faulty: Guasto | null) => {
    const checked = controllo.check(campi);
    righe++;
    if (typeof checked === "string" && !faulty) {
      text += `${riga}\t${checked}\t\\N\n`;
      return;
    }
    rifiutate++;
    const guasto = firstOf(faulty, checked);
    const rifiuto = {
      ...guasto,
      chiave: controllo.chiaveOf(campi),
      riferimenti: riferimentiOf(formato, campi, guasto),
    };
    text += `${riga}${blank}\t${jsonForCopy(rifiuto)}\n`;
  };
  const onRead = async (bytes: number) => {
    signal?.throwIfAborted();
    onChunk(righe, bytes);
    const block = Buffer.from(text);
    text = "";
    if (block.length > 0 && !copy.write(block)) await Promise.race([once(copy, "drain"), over]);
  };
  try {
    await readRighe(cartella, formato, emit, onRead);
    copy.end();
    await over;
  } catch (error) {
    copy.destroy(error as Error);
    throw error;
  }
  return { righe, rifiutate, ordinate: controllo.isAscending() };
}

/** A row that could not be read well may break the rules of form even before that. */
function firstOf(faulty: Guasto | null, checked: string | Guasto): Guasto {
  if (!faulty) return checked as Guasto;
  const before = typeof checked !== "string" && checked.colonna < faulty.colonna && !checked.conteggio;
  return before ? checked : faulty;
}

function setAside(formato: Formato, indice: number): string {
  const deposito = depositoOf(formato.nome);
  return `insert into ${RIFIUTI}
      select ${indice}, riga, rifiuto->>'chiave', (rifiuto->>'colonna')::smallint, rifiuto->>'motivo',
        array(select jsonb_array_elements_text(rifiuto->'riferimenti'))
      from ${deposito} where rifiuto is not null;
    delete from ${deposito} where rifiuto is not null`;
}

// jsonb cannot hold NUL; COPY takes a backslash for its own.
const jsonForCopy = (value: object) =>
  JSON.stringify(value).replaceAll("\\u0000", "�").replaceAll("\\", "\\\\");
