import { Building2, Phone, Video } from "lucide-react";
import type { ModoAppuntamento } from "@/db/schema/agenda";

const SEGNI = { in_persona: Building2, telefono: Phone, video: Video } as const;

/** The sign beside the words for a way of meeting. */
export function SegnoModo({
  modo,
  size,
  className = "",
}: {
  modo: ModoAppuntamento;
  size: number;
  className?: string;
}) {
  const Segno = SEGNI[modo];
  return <Segno aria-hidden size={size} className={`shrink-0 ${className}`} />;
}
