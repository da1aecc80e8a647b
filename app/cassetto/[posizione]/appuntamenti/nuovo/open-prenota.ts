import { redirect } from "next/navigation";
import type { z } from "zod";
import { percheInput, quandoInput } from "@/lib/appuntamenti/input";
import {
  listOfferti,
  listSediPossibili,
  type Offerta,
  type SedePossibile,
} from "@/lib/appuntamenti/motivi/queries";
import { samePerche } from "@/lib/appuntamenti/motivi/rules";
import { requireCassetto } from "@/lib/auth/session";
import type { CassettoScope } from "@/lib/auth/viewer";
import { currentDate } from "@/lib/oggi";

export type Given = Promise<Record<string, string | string[] | undefined>>;
export type Quando = z.output<typeof quandoInput>;

/**
 * What the steps between reason and held time begin with: the reason in the address, if it still is one. One that is
 * not, or has its appuntamento, leads back to the reasons.
 */
export async function openPrenota<T>(
  params: Promise<{ posizione: string }>,
  searchParams: Given,
  read: (scope: CassettoScope, offerta: Offerta, sedi: SedePossibile[], quando: Quando) => Promise<T>,
) {
  const given = await searchParams;
  const perche = percheInput.parse(given);
  const quando = quandoInput.parse(given);
  const { viewer, cassetto, dati } = await requireCassetto(params, "appuntamenti", async (scope) => {
    if (!perche) return null;
    const [offerte, sedi] = await Promise.all([
      listOfferti(scope, currentDate()),
      listSediPossibili(scope, perche.rapporto),
    ]);
    const offerta = offerte.find((altra) => samePerche(altra.perche, perche));
    if (!offerta || offerta.vivo?.stato === "confermato") return { offerta };
    return { offerta, sedi, altro: await read(scope, offerta, sedi, quando) };
  });
  const base = `/cassetto/${cassetto.posizioneId}`;
  const inizio = `${base}/appuntamenti/nuovo`;
  if (!dati?.offerta) redirect(perche ? `${inizio}?esito=non_trovata` : inizio);
  if (!dati.sedi) redirect(`${inizio}?esito=gia_prenotato`);
  return { viewer, cassetto, base, quando, offerta: dati.offerta, sedi: dati.sedi, dati: dati.altro as T };
}
