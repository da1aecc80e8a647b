import { useTranslations } from "next-intl";
import { ScrollBox } from "@/components/ui/scroll-box";
import type { DurataDiMotivo } from "@/lib/appuntamenti/agenda/queries";

/** What each reason takes, for reference: an amministratore decides it. */
export function Durate({ durate }: { durate: DurataDiMotivo[] }) {
  const t = useTranslations("appuntamenti.agenda.orari");
  return (
    <section className="sezione" aria-labelledby="durate">
      <h2 id="durate">{t("durate")}</h2>
      <p className="minore max-w-text">{t("durateTesto")}</p>
      <ScrollBox nome={t("durate")}>
        <table className="tabella mt-4 min-w-160">
          <thead>
            <tr>
              <th scope="col">{t("motivo")}</th>
              <th scope="col">{t("durata")}</th>
              <th scope="col">{t("pausa")}</th>
              <th scope="col">{t("preavviso")}</th>
              <th scope="col">{t("orizzonte")}</th>
            </tr>
          </thead>
          <tbody>
            {durate.map(({ codice, nome, durata, pausa, preavviso, orizzonte }) => (
              <tr key={codice}>
                <th scope="row">{nome}</th>
                <td>{t("minuti", { n: durata })}</td>
                <td>{pausa === 0 ? t("nessunaPausa") : t("minuti", { n: pausa })}</td>
                <td>{t("ore", { n: preavviso })}</td>
                <td>{t("giorni", { n: orizzonte })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
