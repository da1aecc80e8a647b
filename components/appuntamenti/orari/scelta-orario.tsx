import { useTranslations } from "next-intl";
import { CalendarioMese } from "./calendario-mese";
import { FiltroOrari } from "./filtro-orari";
import { FormOrari } from "./form-orari";
import { GiorniOrari } from "./giorni-orari";
import { OrarioBottone } from "./orario-bottone";
import { indirizzoGiorno, type Scelta } from "./scelta";

/** Chooses a time: the earliest as large buttons, then day by day, beside a calendar where there is room for one. */
export function SceltaOrario(scelta: Scelta) {
  const t = useTranslations("appuntamenti.prenota.quando");
  const { vista, prossimi, sedi, tenuto } = scelta;
  return (
    <>
      <section className="mt-7" aria-labelledby="primi">
        <h2 id="primi">{t("primi")}</h2>
        <FormOrari {...scelta}>
          <ul className="mt-3 grid gap-3 tablet:grid-cols-3">
            {prossimi.map((orario) => (
              <li key={`${orario.sede}/${orario.inizio}`} className="grid">
                <OrarioBottone orario={orario} sedi={sedi} tenuto={tenuto} conData />
              </li>
            ))}
          </ul>
        </FormOrari>
      </section>
      <section className="sezione" aria-labelledby="tutti">
        <h2 id="tutti">{t("tutti")}</h2>
        <FiltroOrari {...scelta} />
        <div className="mt-6 grid gap-8 desktop:grid-cols-[minmax(0,1fr)_minmax(0,22rem)] desktop:items-start">
          <GiorniOrari {...scelta} />
          <CalendarioMese vista={vista} indirizzo={(giorno) => indirizzoGiorno(scelta, giorno)} />
        </div>
      </section>
    </>
  );
}
