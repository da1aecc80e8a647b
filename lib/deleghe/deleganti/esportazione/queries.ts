import "server-only";
import type { ViewerScope } from "@/lib/auth/viewer";
import type { DataIso } from "@/lib/dates";
import type { FiltroDeleganti } from "../input";
import { cursoreDi, getTitolareScrivania, listDeleganti } from "../queries";
import { delegantiCsvHead, delegantiCsvRow } from "./rules";

const RIGHE = 500;

type Reader = <T>(read: (scope: ViewerScope) => Promise<T>) => Promise<T>;

/**
 * The desk as it is searched and filtered, whole, one part of the file after the other, each read when it is asked for.
 * @param gruppi their names
 * @throws when the session ends, or becomes another's, before the last row: a file that stops short must not look whole
 */
export async function* readDelegantiCsv(
  read: Reader,
  scelta: FiltroDeleganti,
  gruppi: ReadonlyMap<string, string>,
  oggi: DataIso,
): AsyncGenerator<string> {
  let { dopo } = { ...scelta, dopo: null as FiltroDeleganti["dopo"] };
  let head = delegantiCsvHead;
  let titolare: string | null | undefined;
  do {
    const [adesso, righe] = await read((scope) =>
      Promise.all([getTitolareScrivania(scope), listDeleganti(scope, { ...scelta, dopo }, oggi, RIGHE)]),
    );
    titolare ??= adesso;
    if (adesso === null || adesso !== titolare) throw new Error("the session ended while the desk was read");
    const page = righe.slice(0, RIGHE);
    yield head + page.map((riga) => delegantiCsvRow(riga, gruppi.get(riga.gruppo ?? ""), oggi)).join("");
    head = "";
    const last = page.at(-1);
    dopo = righe.length > RIGHE && last ? cursoreDi(last) : null;
  } while (dopo);
}
