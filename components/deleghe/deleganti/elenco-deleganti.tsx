import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { SelectField } from "@/components/ui/select-field";
import type { Cursore, FiltroDeleganti } from "@/lib/deleghe/deleganti/input";
import type { DeleganteElencato } from "@/lib/deleghe/deleganti/queries";
import { assegnaGruppoAction } from "@/lib/intermediari/actions";
import type { GruppoElencato } from "@/lib/intermediari/queries";
import { indirizzoElenco } from "./indirizzo-elenco";
import { RigaDelegante } from "./riga-delegante";

type Props = {
  deleganti: DeleganteElencato[];
  scelta: FiltroDeleganti;
  dopo?: Cursore;
  gruppi: GruppoElencato[];
  /** Divides the deleganti among groups. */
  titolare: boolean;
  /** Which page of a drawer the names lead to. */
  pagina: string;
  oggi: string;
};

/** One page of the desk: a table on wide screens, a card each on a phone. */
export function ElencoDeleganti({ deleganti, scelta, dopo, gruppi, titolare, pagina, oggi }: Props) {
  const t = useTranslations("deleganti");
  const tc = useTranslations("comune");
  const te = useTranslations("deleghe.errori");
  if (deleganti.length === 0) return <Empty titolo={t("nessunoTrovato")} />;
  const cercato = Boolean(scelta.cerca || scelta.filtro || scelta.gruppo) && !scelta.dopo;
  const assegna = titolare && gruppi.length > 0;
  const nomi = new Map(gruppi.map(({ id, nome }) => [id, nome]));
  const tabella = (
    <table role="table" className="tabella mt-4 max-tablet:not-print:block">
      <caption className="solo-lettori">{t("trovati")}</caption>
      <thead role="rowgroup" className="max-tablet:not-print:sr-only">
        <tr role="row">
          {assegna && (
            <th role="columnheader" scope="col" className="print:hidden">
              {t("colonne.scegli")}
            </th>
          )}
          <th role="columnheader" scope="col" className="text-start">
            {t("colonne.delegante")}
          </th>
          <th role="columnheader" scope="col" className="text-end">
            {t("colonne.prossima")}
          </th>
          <th role="columnheader" scope="col" className="text-end">
            {t("colonne.scaduto")}
          </th>
          <th role="columnheader" scope="col" className="text-end">
            {t("colonne.daSistemare")}
          </th>
          <th role="columnheader" scope="col" className="text-end">
            {t("colonne.appuntamento")}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-tablet:not-print:block">
        {deleganti.map((delegante) => (
          <RigaDelegante
            key={delegante.id}
            delegante={delegante}
            gruppo={nomi.get(delegante.gruppo ?? "")}
            scegli={assegna}
            pagina={pagina}
            oggi={oggi}
          />
        ))}
      </tbody>
    </table>
  );
  return (
    <>
      {cercato && (
        <p role="status" className="minore mt-5">
          {t(dopo ? "quantiMolti" : "quanti", { n: deleganti.length })}
        </p>
      )}
      {pagina && <p className="minore mt-1 print:hidden">{t("verso")}</p>}
      {assegna ? (
        <ActionForm action={assegnaGruppoAction} titolo={te("riepilogo")}>
          {tabella}
          <input type="hidden" name="da" value={indirizzoElenco(scelta, scelta.dopo ?? undefined)} />
          <div className="scheda mt-5 flex flex-wrap items-end gap-4 print:hidden">
            <SelectField
              name="gruppo"
              id="nel-gruppo"
              label={t("assegna")}
              value=""
              options={[["", t("senzaGruppo")], ...gruppi.map(({ id, nome }) => [id, nome] as const)]}
            />
            <button type="submit" className="bottone bottone-secondario">
              {t("sposta")}
            </button>
          </div>
        </ActionForm>
      ) : (
        tabella
      )}
      <div className="mt-6 flex flex-wrap gap-3 print:hidden">
        {dopo && (
          <ButtonLink href={indirizzoElenco(scelta, dopo)} secondario>
            {tc("successivi")}
          </ButtonLink>
        )}
        <ButtonLink
          href={indirizzoElenco(scelta, undefined, "/deleganti/elenco.csv")}
          icon={Download}
          secondario
          download
        >
          {t("scarica")}
        </ButtonLink>
      </div>
    </>
  );
}
