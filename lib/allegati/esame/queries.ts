import "server-only";
import { spawn } from "node:child_process";
import path from "node:path";
import { z } from "zod";
import { ANTEPRIME_MASSIME, BYTE_MASSIMI, type TipoAllegato } from "@/db/schema/allegati";
import { hasMoreFormats, tipoOf } from "../formato/rules";
import { isMislabelled } from "../nome/rules";
import { LARGHEZZA_ANTEPRIMA, PAGINE_MASSIME, PIXEL_MASSIMI, type RifiutoFile } from "../rules";

export type Anteprima = { contenuto: Buffer; larghezza: number; altezza: number };
export type Esame =
  | { ok: true; tipo: TipoAllegato; pagine: number; anteprime: Anteprima[] }
  | { ok: false; reason: RifiutoFile };

const SCADENZA_MS = 10_000;
/** For the data of one judging process; the kernel refuses it more. The largest image takes 450 MB. */
const MEMORIA_KB = 768_000;
const INSIEME_MASSIMI = 2;
const IN_CODA_MASSIMI = 20;
const RISPOSTA_MASSIMA = 2 * ANTEPRIME_MASSIME * BYTE_MASSIMI;

const verdictSchema = z.union([
  z.object({ reason: z.enum(["rovinato", "protetto", "contenuto_attivo", "troppi_pixel"]) }),
  z.object({ reason: z.enum(["troppe_pagine", "troppo_complesso"]) }),
  z.object({
    pagine: z.int().min(1).max(PAGINE_MASSIME),
    anteprime: z
      .array(
        z.object({
          byte: z.int().min(1).max(BYTE_MASSIMI),
          larghezza: z.int().min(1).max(LARGHEZZA_ANTEPRIMA),
          altezza: z.int().min(1).max(65_535),
        }),
      )
      .max(ANTEPRIME_MASSIME),
  }),
]);

/** Judges a file by its content: what its first bytes say here, what must be decoded in a process of its own. */
export async function examineFile(nome: string, contenuto: Buffer): Promise<Esame> {
  if (contenuto.length === 0) return refused("vuoto");
  if (contenuto.length > BYTE_MASSIMI) return refused("troppo_grande");
  const tipo = tipoOf(contenuto);
  if (!tipo) return refused("formato_non_ammesso");
  if (isMislabelled(nome, tipo)) return refused("estensione_diversa");
  if (hasMoreFormats(contenuto, tipo)) return refused("piu_formati");
  if (!(await takePlace())) return refused("occupato");
  try {
    return readVerdict(tipo, await runJudge(tipo, contenuto));
  } finally {
    givePlace();
  }
}

/** What the judging process said; nothing (late, killed, out of memory, nonsense) is no permission. */
function readVerdict(tipo: TipoAllegato, answer: Buffer | null): Esame {
  const end = answer?.indexOf("\n") ?? -1;
  if (!answer || end < 0) return refused("troppo_complesso");
  const verdict = verdictSchema.safeParse(parseJson(answer.toString("utf8", 0, end)));
  if (!verdict.success) return refused("troppo_complesso");
  if ("reason" in verdict.data) return refused(verdict.data.reason);
  let at = end + 1;
  const anteprime = verdict.data.anteprime.map(({ byte, larghezza, altezza }) => {
    at += byte;
    return { contenuto: answer.subarray(at - byte, at), larghezza, altezza };
  });
  if (at !== answer.length) return refused("troppo_complesso");
  return { ok: true, tipo, pagine: verdict.data.pagine, anteprime };
}

/** @returns what it wrote; null: it did not end well, or not in time */
function runJudge(tipo: TipoAllegato, contenuto: Buffer): Promise<Buffer | null> {
  const limits = {
    tipo,
    pixel: PIXEL_MASSIMI,
    pagine: PAGINE_MASSIME,
    anteprime: ANTEPRIME_MASSIME,
    larghezza: LARGHEZZA_ANTEPRIMA,
    byte: BYTE_MASSIMI,
  };
  // The limits stay with it even if this process dies and nobody is left to kill it.
  const limited = `ulimit -c 0; ulimit -d ${MEMORIA_KB}; ulimit -t 20; exec "$0" "$@"`;
  const script = path.join(process.cwd(), "scripts", "allegati", "esamina.mjs");
  const node = [process.execPath, "--max-old-space-size=384", script, JSON.stringify(limits)];
  return new Promise((resolve) => {
    const judge = spawn("/bin/sh", ["-c", limited, ...node], {
      // Neither settings nor secrets: what takes it over finds none.
      env: { NODE_ENV: process.env.NODE_ENV, MALLOC_ARENA_MAX: "2" },
      stdio: ["pipe", "pipe", "ignore"],
    });
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => judge.kill("SIGKILL"), SCADENZA_MS);
    judge.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > RISPOSTA_MASSIMA) judge.kill("SIGKILL");
      else chunks.push(chunk);
    });
    // It may end without having read all: what it says of that counts.
    judge.stdin.on("error", () => undefined);
    judge.on("error", () => end(null));
    judge.on("close", (code) => end(code === 0 ? Buffer.concat(chunks) : null));
    judge.stdin.end(contenuto);
    function end(answer: Buffer | null) {
      clearTimeout(timer);
      resolve(answer);
    }
  });
}

// Of this process, however many copies of this module the bundle holds.
type Queue = { taken: number; waiting: (() => void)[] };
const holder = globalThis as unknown as { cassettoEsami?: Queue };
holder.cassettoEsami ??= { taken: 0, waiting: [] };
const queue = holder.cassettoEsami;

async function takePlace(): Promise<boolean> {
  if (queue.taken < INSIEME_MASSIMI) queue.taken += 1;
  else if (queue.waiting.length >= IN_CODA_MASSIMI) return false;
  else await new Promise<void>((resolve) => queue.waiting.push(resolve));
  return true;
}

function givePlace(): void {
  const next = queue.waiting.shift();
  if (next) next();
  else queue.taken -= 1;
}

const refused = (reason: RifiutoFile): Esame => ({ ok: false, reason });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
