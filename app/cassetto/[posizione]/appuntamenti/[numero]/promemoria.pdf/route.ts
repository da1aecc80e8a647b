import { getTranslations } from "next-intl/server";
import { promemoriaPdf } from "@/components/appuntamenti/promemoria/promemoria-pdf";
import { ownPagesOnly } from "@/lib/auth/same-origin";
import { download } from "@/lib/download";
import { openAppuntamento } from "../open-appuntamento";

type Context = { params: Promise<{ posizione: string; numero: string }> };

/** The appuntamento as a sheet to keep and to take along. */
export const GET = ownPagesOnly(async (_request, { params }: Context) => {
  const { riga } = await openAppuntamento(params);
  const pdf = await promemoriaPdf(await getTranslations(), riga, new Date());
  return download(pdf, "application/pdf", `appuntamento-${riga.appuntamento.numero}.pdf`);
});
