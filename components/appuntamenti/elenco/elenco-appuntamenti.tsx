import { useTranslations } from "next-intl";
import type { AppuntamentoElencato } from "@/lib/appuntamenti/elenco/queries";
import { SchedaAppuntamento } from "./scheda-appuntamento";

type Props = {
  appuntamenti: AppuntamentoElencato[];
  /** The next one stands above already. */
  altri: boolean;
  base: string;
};

/** Those to come and those that were, as they come from the list. */
export function ElencoAppuntamenti({ appuntamenti, altri, base }: Props) {
  const t = useTranslations("appuntamenti.elenco");
  const gruppi = [
    { chiave: "verranno", titolo: t(altri ? "altriVerranno" : "verranno"), passati: false },
    { chiave: "passati", titolo: t("passati"), passati: true },
  ];
  return gruppi.map(({ chiave, titolo, passati }) => {
    const righe = appuntamenti.filter(({ passato }) => passato === passati);
    if (righe.length === 0) return null;
    return (
      <section key={chiave} className="sezione" aria-labelledby={chiave}>
        <h2 id={chiave}>{titolo}</h2>
        <ul className="mt-4 grid gap-4">
          {righe.map((appuntamento) => (
            <SchedaAppuntamento key={appuntamento.id} appuntamento={appuntamento} base={base} />
          ))}
        </ul>
      </section>
    );
  });
}
