import "server-only";
import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { type Contesto, inTransaction } from "@/db/client";
import { ALLEGATI_MASSIMI, allegati, BYTE_MASSIMI } from "@/db/schema/allegati";
import { bozze } from "@/db/schema/messaggi";
import { examineFile } from "./esame/queries";
import { bareNome, cleanNome } from "./nome/rules";
import type { RifiutoFile } from "./rules";

export type FileRicevuto = { nome: string; contenuto: Buffer };
export type FileRifiutato = { nome: string; reason: RifiutoFile };
/** `non_trovata`: the bozza is not theirs, was sent meanwhile, or they may not write in this drawer any more. */
export type Aggiunta = { ok: true; rifiutati: FileRifiutato[] } | { ok: false; reason: "non_trovata" };

/** Adds files to a bozza of whoever asks, one by one: those that are refused leave the others alone. */
export async function addAllegati(
  contesto: Contesto,
  bozzaId: string,
  files: FileRicevuto[],
): Promise<Aggiunta> {
  const rifiutati: FileRifiutato[] = [];
  for (const file of files) {
    const esito = await addAllegato(contesto, bozzaId, file);
    if (esito === "non_trovata") return { ok: false, reason: esito };
    if (esito !== "ok") rifiutati.push({ nome: bareNome(file.nome), reason: esito });
  }
  return { ok: true, rifiutati };
}

async function addAllegato(contesto: Contesto, bozzaId: string, { nome, contenuto }: FileRicevuto) {
  // The same file again, by a double click or a page sent anew, is the one that is there.
  const id = idOf(bozzaId, nome, contenuto);
  // Nobody has a file judged that could not be added; the database counts again, under a lock.
  const posto = await placeFor(contesto, bozzaId, id, contenuto.length);
  if (posto !== "libero") return posto;
  const esame = await examineFile(nome, contenuto);
  if (!esame.ok) return esame.reason;
  const { tipo, pagine, anteprime } = esame;
  // As text: one literal for all pages, whatever the driver makes of arrays of bytes.
  const pages = `{${anteprime.map((page) => `"\\\\x${page.contenuto.toString("hex")}"`).join(",")}}`;
  const larghezze = `{${anteprime.map(({ larghezza }) => larghezza).join(",")}}`;
  const altezze = `{${anteprime.map(({ altezza }) => altezza).join(",")}}`;
  type Esito = "ok" | "non_trovata" | "troppi_file" | "troppi_byte";
  const rows = await inTransaction(contesto, (tx) =>
    tx.execute<{
      esito: Esito;
    }>(sql`select aggiungi_allegato(${bozzaId}::uuid, ${id}::uuid, ${cleanNome(nome, tipo)},
      ${tipo}, ${pagine}::int, ${contenuto}::bytea, ${pages}::text::bytea[], ${larghezze}::text::int[],
      ${altezze}::text::int[]) as esito`),
  );
  return rows[0]?.esito ?? "non_trovata";
}

/** `ok`: it is there already. */
async function placeFor(contesto: Contesto, bozzaId: string, id: string, byte: number) {
  const [own, present] = await inTransaction(contesto, (tx) =>
    Promise.all([
      tx.select({ id: bozze.id }).from(bozze).where(eq(bozze.id, bozzaId)),
      tx.select({ id: allegati.id, byte: allegati.byte }).from(allegati).where(eq(allegati.bozzaId, bozzaId)),
    ]),
  );
  if (own.length === 0) return "non_trovata";
  if (present.some((allegato) => allegato.id === id)) return "ok";
  if (present.length >= ALLEGATI_MASSIMI) return "troppi_file";
  const taken = present.reduce((sum, allegato) => sum + allegato.byte, 0);
  return byte <= BYTE_MASSIMI && taken + byte > BYTE_MASSIMI ? "troppi_byte" : "libero";
}

/** Takes a file out of a bozza of whoever asks. */
export async function removeAllegato(contesto: Contesto, id: string): Promise<"ok" | "non_trovata"> {
  const rows = await inTransaction(contesto, (tx) =>
    tx.execute<{ esito: "ok" | "non_trovata" }>(sql`select togli_allegato(${id}::uuid) as esito`),
  );
  return rows[0]?.esito ?? "non_trovata";
}

/** A UUID (version 8) of bozza, name and content. */
function idOf(bozzaId: string, nome: string, contenuto: Buffer): string {
  const hash = createHash("sha256").update(bozzaId).update(nome).update("\0").update(contenuto).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
