import { useTranslations } from "next-intl";
import { Dati } from "@/components/ui/dati";
import { formatIndirizzo } from "@/components/ui/indirizzo";
import { formatData } from "@/lib/dates";
import type { listDelegheAttive } from "@/lib/deleghe/queries";

type Riga = Awaited<ReturnType<typeof listDelegheAttive>>[number];

/** The soggetto delegato and the intermediario, with their contacts; says so when there is none. */
export function DelegheAttive({ deleghe, proprio }: { deleghe: Riga[]; proprio: boolean }) {
  const t = useTranslations("anagrafica");
  const personali = deleghe.filter(({ delega }) => delega.tipo === "personale");
  const professionali = deleghe.filter(({ delega }) => delega.tipo === "professionale");
  return (
    <div className="mt-4 grid gap-4 desktop:grid-cols-2">
      <section className="scheda">
        <h2>{t("delegato")}</h2>
        {personali.length === 0 && (
          <p className="minore mt-2">{t(proprio ? "nessunDelegato" : "nessunDelegatoSuo")}</p>
        )}
        {personali.map((riga) => (
          <Delegato key={riga.delega.id} riga={riga} />
        ))}
      </section>
      <section className="scheda">
        <h2>{t("intermediario")}</h2>
        {professionali.length === 0 && (
          <p className="minore mt-2">{t(proprio ? "nessunIntermediario" : "nessunIntermediarioSuo")}</p>
        )}
        {professionali.map((riga) => (
          <Delegato key={riga.delega.id} riga={riga} />
        ))}
      </section>
    </div>
  );
}

function Delegato({ riga: { delega, delegato, intermediario } }: { riga: Riga }) {
  const t = useTranslations("anagrafica");
  const tc = useTranslations("comune");
  const tt = useTranslations("deleghe.titoli");
  const chi = intermediario ?? delegato;
  const nome = intermediario?.denominazione ?? (delegato && `${delegato.nome} ${delegato.cognome}`);
  const dal = formatData(delega.dataInizio, "lungo");
  return (
    <>
      <p className="mt-3 text-xl font-semibold leading-snug">{nome ?? delega.delegatoCodiceFiscale}</p>
      <p className="minore">
        {delega.titolo !== "volontaria" && `${tt(delega.titolo)}. `}
        {delega.fine
          ? t("dalAl", { data: dal, fine: formatData(delega.fine, "lungo") })
          : t("dal", { data: dal })}
      </p>
      {chi && (
        <Dati
          mancante={tc("nonIndicato")}
          righe={[
            [t("telefono"), (delegato?.cellulare || chi.telefono) ?? ""],
            [t("pec"), chi.pec],
            ...(delegato ? [[t("email"), delegato.email] as const] : []),
            [t("indirizzo"), formatIndirizzo(chi)],
          ]}
        />
      )}
    </>
  );
}
