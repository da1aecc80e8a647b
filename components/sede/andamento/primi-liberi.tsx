import { useTranslations } from "next-intl";
import { Dati } from "@/components/ui/dati";
import { SelectField } from "@/components/ui/select-field";
import type { PrimoLibero } from "@/lib/appuntamenti/orari/queries";
import { formatIstante } from "@/lib/dates";

type Props = {
  primi: PrimoLibero[];
  motivo: string;
  motivi: { codice: string; nome: string }[];
};

/** How soon somebody who asks now is met, by way. */
export function PrimiLiberi({ primi, motivo, motivi }: Props) {
  const t = useTranslations("appuntamenti.capacita");
  const tm = useTranslations("appuntamenti.modi");
  return (
    <section className="sezione" aria-labelledby="primi">
      <h2 id="primi">{t("primi")}</h2>
      <form
        action="/sede/andamento/appuntamenti"
        className="mt-3 flex flex-wrap items-end gap-3 print:hidden"
      >
        <SelectField
          name="motivo"
          label={t("perQuale")}
          value={motivo}
          className="tablet:w-96"
          options={motivi.map(({ codice, nome }) => [codice, nome] as const)}
        />
        <button type="submit" className="bottone bottone-secondario">
          {t("mostra")}
        </button>
      </form>
      <Dati
        mancante={t("nessunLibero")}
        righe={primi.map(
          ({ modo, primo }) =>
            [tm(modo), primo && formatIstante(new Date(primo.inizio * 60_000), "esteso")] as const,
        )}
      />
    </section>
  );
}
