// What a nomina has come to, for the person it names.
import type { Nomina } from "@/db/schema/utenti";

/** Where a person finds it: what waits for them, what is in force, and how what is over ended. */
export function esitoNomina({
  stato,
  nome,
}: Pick<Nomina, "stato" | "nome">): "in_attesa" | "in_corso" | "rifiutata" | "ritirata" | "finita" {
  if (stato === "proposta") return "in_attesa";
  if (stato === "attiva") return "in_corso";
  if (stato === "rifiutata") return "rifiutata";
  // A studio learns somebody's name when they accept.
  return nome === null ? "ritirata" : "finita";
}
