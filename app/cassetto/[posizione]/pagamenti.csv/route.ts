import { ownPagesOnly } from "@/lib/auth/same-origin";
import { requireCassetto } from "@/lib/auth/session";
import { download } from "@/lib/download";
import { currentDate } from "@/lib/oggi";
import { pagamentiCsv } from "@/lib/pagamenti/esportazione/rules";
import { listContributi, listVersamenti } from "@/lib/pagamenti/queries";
import { righePagamenti, situazioni } from "@/lib/pagamenti/rules";

type Context = { params: Promise<{ posizione: string }> };

/** What the page of payments lists, for a spreadsheet set to Italian. */
export const GET = ownPagesOnly(async (_request, { params }: Context) => {
  const { dati } = await requireCassetto(params, "pagamenti", (scope) =>
    Promise.all([listContributi(scope), listVersamenti(scope)]),
  );
  const oggi = currentDate();
  const righe = righePagamenti(situazioni(dati[0], dati[1], oggi), oggi);
  return download(pagamentiCsv(righe), "text/csv; charset=utf-8", `pagamenti-${oggi}.csv`);
});
