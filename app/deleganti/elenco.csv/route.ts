import { ownPagesOnly } from "@/lib/auth/same-origin";
import { currentContesto, readOn, requireViewer } from "@/lib/auth/session";
import { delegantiCsvHead, delegantiCsvRow } from "@/lib/deleghe/deleganti/esportazione/rules";
import { filtroDelegantiInput } from "@/lib/deleghe/deleganti/input";
import { cursoreDi, listDeleganti } from "@/lib/deleghe/deleganti/queries";
import { download } from "@/lib/download";
import { currentDate } from "@/lib/oggi";
import { openCerca } from "@/lib/ricerca";

const RIGHE = 500;

/** The desk as it is searched and filtered, whole: sent while it is read, so that its length costs no memory. */
export const GET = ownPagesOnly(async (request) => {
  const scelta = filtroDelegantiInput.parse(openCerca(Object.fromEntries(request.nextUrl.searchParams)));
  await requireViewer("deleganti");
  const contesto = await currentContesto();
  const oggi = currentDate();
  const utf8 = new TextEncoder();
  let dopo = null as (typeof scelta)["dopo"];
  let begun = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const righe = await readOn(contesto, (scope) => listDeleganti(scope, { ...scelta, dopo }, oggi, RIGHE));
      const page = righe.slice(0, RIGHE);
      const lines = page.map((riga) => delegantiCsvRow(riga, oggi)).join("");
      controller.enqueue(utf8.encode((begun ? "" : delegantiCsvHead) + lines));
      begun = true;
      const last = page.at(-1);
      if (righe.length > RIGHE && last) dopo = cursoreDi(last);
      else controller.close();
    },
  });
  return download(body, "text/csv; charset=utf-8", `deleganti-${oggi}.csv`);
});
