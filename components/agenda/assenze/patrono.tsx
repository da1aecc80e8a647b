import { useTranslations } from "next-intl";
import { CambioForm } from "@/components/agenda/cambio-form";
import { useTestiColpiti } from "@/components/agenda/testi-colpiti";
import { ActionForm, FormField } from "@/components/ui/action-form";
import { FormSelect } from "@/components/ui/form-select";
import { patronoAction } from "@/lib/appuntamenti/agenda/cambi/actions";
import type { Patrono as Santo } from "@/lib/appuntamenti/agenda/cambi/rules";
import { formatData } from "@/lib/dates";

/** From January on. */
const MESI = Array.from(
  { length: 12 },
  (_, mese) => formatData(`2024-${String(mese + 1).padStart(2, "0")}-02`, "lungo").split(" ")[1] ?? "",
);

type Props = { patrono: Santo | null; responsabile: boolean };

/** The day of the sede's patron saint, which its responsabile writes down. */
export function Patrono({ patrono, responsabile }: Props) {
  const t = useTranslations("appuntamenti.agenda.assenze");
  const te = useTranslations("appuntamenti.agenda.errori");
  const testi = useTestiColpiti();
  return (
    <section className="sezione" aria-labelledby="patrono">
      <h2 id="patrono">{t("patrono")}</h2>
      <p className="minore">{t("patronoTesto")}</p>
      <p className="mt-2 font-semibold">
        {patrono
          ? t("patronoDetto", { nome: patrono.nome, giorno: `${patrono.giorno} ${MESI[patrono.mese - 1]}` })
          : t("senzaPatrono")}
      </p>
      {responsabile && (
        <div className="print:hidden">
          <CambioForm
            action={patronoAction}
            titolo={te("riepilogo")}
            testi={testi}
            torna="/sede/agenda/assenze"
          >
            <input type="hidden" name="cosa" value="patrono" />
            <div className="grid items-end gap-x-6 tablet:grid-cols-[2fr_1fr_1fr]">
              <FormField
                name="nome"
                label={t("patronoNome")}
                defaultValue={patrono?.nome}
                maxLength={80}
                autoComplete="off"
              />
              <FormField
                name="giorno"
                label={t("patronoGiorno")}
                defaultValue={patrono?.giorno}
                inputMode="numeric"
                maxLength={2}
                autoComplete="off"
              />
              <FormSelect
                name="mese"
                label={t("patronoMese")}
                vuoto={t("scegliMese")}
                defaultValue={patrono ? String(patrono.mese) : ""}
                options={MESI.map((mese, index) => [String(index + 1), mese] as const)}
              />
            </div>
            <button type="submit" className="bottone mt-5">
              {t("patronoSalva")}
            </button>
          </CambioForm>
          {patrono && (
            <ActionForm action={patronoAction} titolo={te("riepilogo")}>
              <input type="hidden" name="cosa" value="senza_patrono" />
              <button type="submit" className="bottone bottone-secondario mt-3">
                {t("patronoTogli")}
              </button>
            </ActionForm>
          )}
        </div>
      )}
    </section>
  );
}
