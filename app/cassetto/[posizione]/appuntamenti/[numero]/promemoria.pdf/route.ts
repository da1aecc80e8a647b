import { getTranslations } from "next-intl/server";
import { promemoriaPdf } from "@/components/appuntamenti/promemoria/promemoria-pdf";
import { openAppuntamento } from "../open-appuntamento";

type Context = { params: Promise<{ posizione: string; numero: string }> };

/** The appuntamento as a sheet to keep and to take along. */
export async function GET(_request: Request, { params }: Context) {
  const { riga } = await openAppuntamento(params);
  const pdf = await promemoriaPdf(await getTranslations(), riga, new Date());
  return new Response(pdf, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="appuntamento-${riga.appuntamento.numero}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
}
