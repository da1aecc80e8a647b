import { DATI, Impedimento } from "./files";
import { runningPostgres } from "./postgres";

/** Where a command-line tool works: the database it is told, or the one `npm start` is running. */
export function findOwnerUrl(given: string | undefined): string {
  const ownerUrl = given ?? runningPostgres(DATI)?.ownerUrl;
  if (ownerUrl) return ownerUrl;
  throw new Impedimento(
    "Manca DATABASE_OWNER_URL, e in questa cartella il servizio non è avviato (npm start).",
  );
}
