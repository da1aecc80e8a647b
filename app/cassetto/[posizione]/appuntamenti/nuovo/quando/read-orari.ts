import { listAttese } from "@/lib/appuntamenti/attese/queries";
import { inGiorni, offerti, vistaDi } from "@/lib/appuntamenti/giorni/rules";
import { MODI_APPUNTAMENTO } from "@/lib/appuntamenti/input";
import type { Offerta, SedePossibile } from "@/lib/appuntamenti/motivi/queries";
import { isStesso } from "@/lib/appuntamenti/motivi/rules";
import { listOrariLiberi, listPrimi, whyNessuno } from "@/lib/appuntamenti/orari/queries";
import type { CassettoScope } from "@/lib/auth/viewer";
import { currentDate, currentIstante } from "@/lib/oggi";
import { getAnagrafica } from "@/lib/posizioni/queries";
import type { Quando } from "../open-prenota";

/** How many of the earliest times stand on top. */
const PROSSIMI = 3;

/** The times of one way; when there is none, what else there is. Null: no way is chosen. */
export async function readOrari(
  scope: CassettoScope,
  { perche, quesito, vivo }: Pick<Offerta, "perche"> & Partial<Pick<Offerta, "quesito" | "vivo">>,
  possibili: SedePossibile[],
  { modo, sede: chiesta, mese, giorno }: Quando,
) {
  if (!modo) return null;
  const tutte = possibili.map(({ codice }) => codice);
  const sede = chiesta && tutte.includes(chiesta) ? chiesta : null;
  const chiesto = { motivo: perche.motivo, oggi: currentDate(), adesso: currentIstante(), offerta: vivo?.id };
  const qui = { ...chiesto, modo, sedi: sede ? [sede] : tutte };
  const liberi = await listOrariLiberi(scope, qui);
  const orari = offerti(liberi);
  const vista = vistaDi(inGiorni(orari), { mese, giorno });
  const prossimi = orari.slice(0, PROSSIMI);
  if (vista) return { vista, prossimi, sede, nessuno: null, primi: [], attesa: null, telefono: "" };
  const [nessuno, primi, attese, [anagrafica]] = await Promise.all([
    whyNessuno(scope, qui),
    listPrimi(scope, { ...chiesto, sedi: tutte, modi: [...MODI_APPUNTAMENTO] }),
    listAttese(scope),
    getAnagrafica(scope),
  ]);
  const attesa = attese.find((una) => isStesso(una, perche, quesito?.id ?? null)) ?? null;
  const { cellulare, telefono } = anagrafica?.soggetto ?? {};
  return { vista, prossimi, sede, nessuno, primi, attesa, telefono: cellulare ?? telefono ?? "" };
}
