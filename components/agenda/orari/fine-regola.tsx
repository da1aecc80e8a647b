import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CambioForm } from "@/components/agenda/cambio-form";
import { useTestiColpiti } from "@/components/agenda/testi-colpiti";
import { FormField } from "@/components/ui/action-form";
import { orariAction } from "@/lib/appuntamenti/agenda/cambi/actions";
import { isUnSoloGiorno, type Regola } from "@/lib/appuntamenti/agenda/cambi/rules";

type Props = { regola: Regola; torna: string };

/** The two ways in which an opening is over: from a day on, or as if it had never been. */
export function FineRegola({ regola, torna }: Props) {
  const t = useTranslations("appuntamenti.agenda.orari");
  return (
    <>
      {!isUnSoloGiorno(regola) && (
        <section className="sezione" aria-labelledby="fine">
          <h2 id="fine">{t("fine")}</h2>
          <p className="minore">{t("fineTesto")}</p>
          <Modulo regola={regola} torna={torna} cosa="termina">
            <div className="max-w-80">
              <FormField name="ultimo" type="date" label={t("ultimo")} />
            </div>
            <button type="submit" className="bottone mt-5">
              {t("fineBottone")}
            </button>
          </Modulo>
        </section>
      )}
      <section className="sezione" aria-labelledby="togli">
        <h2 id="togli">{t("togli")}</h2>
        <p className="minore max-w-text">{t("togliTesto")}</p>
        <Modulo regola={regola} torna={torna} cosa="togli">
          <button type="submit" className="bottone bottone-pericolo mt-5">
            {t("togliBottone")}
          </button>
        </Modulo>
      </section>
    </>
  );
}

type ModuloProps = Props & { cosa: "termina" | "togli"; children: ReactNode };

function Modulo({ regola: { id, esperto }, torna, cosa, children }: ModuloProps) {
  const te = useTranslations("appuntamenti.agenda.errori");
  return (
    <CambioForm action={orariAction} titolo={te("riepilogo")} testi={useTestiColpiti()} torna={torna}>
      <input type="hidden" name="cosa" value={cosa} />
      <input type="hidden" name="esperto" value={esperto} />
      <input type="hidden" name="id" value={id} />
      {children}
    </CambioForm>
  );
}
