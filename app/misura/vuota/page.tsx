import { notFound } from "next/navigation";
import { env } from "@/lib/env";

/** An empty page of the same build: what the framework alone sends. */
export default function MisuraVuota() {
  if (!env.CASSETTO_MISURE) notFound();
  return null;
}
