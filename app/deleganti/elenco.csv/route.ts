import { ownPagesOnly } from "@/lib/auth/same-origin";
import { currentContesto, readOn, requireViewer } from "@/lib/auth/session";
import { readDelegantiCsv } from "@/lib/deleghe/deleganti/esportazione/queries";
import { filtroDelegantiInput } from "@/lib/deleghe/deleganti/input";
import { download } from "@/lib/download";
import { listGruppi } from "@/lib/intermediari/queries";
import { currentDate } from "@/lib/oggi";
import { openCerca } from "@/lib/ricerca";

/** The desk as it is searched and filtered, whole: sent while it is read, so that its length costs no memory. */
export const GET = ownPagesOnly(async (request) => {
  const scelta = filtroDelegantiInput.parse(openCerca(Object.fromEntries(request.nextUrl.searchParams)));
  const { dati } = await requireViewer("deleganti", listGruppi);
  const contesto = await currentContesto();
  const oggi = currentDate();
  const gruppi = new Map(dati.map(({ id, nome }) => [id, nome]));
  const parts = readDelegantiCsv((read) => readOn(contesto, read), scelta, gruppi, oggi);
  const utf8 = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    // What is thrown here breaks the download off, so that nobody keeps half a file for a whole one.
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(utf8.encode(value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
  return download(body, "text/csv; charset=utf-8", `deleganti-${oggi}.csv`);
});
