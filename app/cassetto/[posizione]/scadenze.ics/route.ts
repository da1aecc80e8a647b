import { getTranslations } from "next-intl/server";
import { ownPagesOnly } from "@/lib/auth/same-origin";
import { requireCassetto } from "@/lib/auth/session";
import { download } from "@/lib/download";
import { formatEuro } from "@/lib/money";
import { currentDate } from "@/lib/oggi";
import { scadenzeIcs } from "@/lib/pagamenti/esportazione/rules";
import { listContributi, listVersamenti } from "@/lib/pagamenti/queries";
import { chiaveContributo, inArrivo, situazioni } from "@/lib/pagamenti/rules";

type Context = { params: Promise<{ posizione: string }> };

/** The due dates still open, for a calendar. */
export const GET = ownPagesOnly(async (_request, { params }: Context) => {
  const { cassetto, dati } = await requireCassetto(params, "pagamenti", (scope) =>
    Promise.all([listContributi(scope), listVersamenti(scope)]),
  );
  const t = await getTranslations("pagamenti");
  const oggi = currentDate();
  const righe = inArrivo(situazioni(dati[0], dati[1], oggi), oggi).map(({ contributo, residuo }) => ({
    uid: `${chiaveContributo(contributo).replaceAll("/", "-")}.${cassetto.posizioneId}@cassetto`,
    scadenza: contributo.scadenza,
    titolo: t("calendarioTitolo", { importo: formatEuro(residuo) }),
    descrizione: t("calendarioTesto", {
      trimestre: t("trimestre", { n: contributo.trimestre }),
      anno: String(contributo.anno),
      rapporto: contributo.rapporto,
      avviso: contributo.codiceAvviso ?? "–",
    }),
  }));
  return download(
    scadenzeIcs(righe, { nome: t("calendarioNome"), istante: new Date() }),
    "text/calendar; charset=utf-8",
    "scadenze.ics",
  );
});
