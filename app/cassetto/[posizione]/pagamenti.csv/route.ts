import { requireCassetto } from "@/lib/auth/session";
import { currentDate } from "@/lib/oggi";
import { pagamentiCsv } from "@/lib/pagamenti/esportazione/rules";
import { listContributi, listVersamenti } from "@/lib/pagamenti/queries";
import { righePagamenti, situazioni } from "@/lib/pagamenti/rules";

type Context = { params: Promise<{ posizione: string }> };

/** What the page of payments lists, for a spreadsheet set to Italian. */
export async function GET(_request: Request, { params }: Context) {
  const { dati } = await requireCassetto(params, "pagamenti", (scope) =>
    Promise.all([listContributi(scope), listVersamenti(scope)]),
  );
  const oggi = currentDate();
  const righe = righePagamenti(situazioni(dati[0], dati[1], oggi), oggi);
  return new Response(pagamentiCsv(righe), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="pagamenti-${oggi}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
