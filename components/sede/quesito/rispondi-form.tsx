import { useTranslations } from "next-intl";
import { ElencoAllegati } from "@/components/allegati/elenco-allegati";
import { ActionForm, FormChoices } from "@/components/ui/action-form";
import type { Bozza } from "@/db/schema/messaggi";
import type { Quesito } from "@/db/schema/quesiti";
import type { AllegatoElencato } from "@/lib/allegati/queries";
import { eliminaRispostaAction, rispondiAction } from "@/lib/quesiti/lavorazione/actions";
import type { ModelloElencato } from "@/lib/quesiti/lavorazione/queries";
import { TIPI_RISPOSTA, tipoDi } from "@/lib/quesiti/lavorazione/rules";
import { CampoRisposta } from "./campo-risposta";
import { QuesitoNascosto } from "./quesito-nascosto";

/** Of the form: what stands elsewhere on the page and leads away can be sent with it, and nothing typed is lost. */
export const MODULO_RISPOSTA = "modulo-risposta";

type Props = {
  quesito: Pick<Quesito, "id" | "protocollo">;
  /** What was written before; its id, new or not, is the key under which it is sent once. */
  bozza: Pick<Bozza, "id" | "testo" | "azione" | "esito">;
  /** It was kept, and can be thrown away. */
  salvata: boolean;
  allegati: AllegatoElencato[];
  modelli: ModelloElencato[];
};

/** Writes an answer: keeps it, adds files to it, or sends it on its way. */
export function RispondiForm({ quesito, bozza, salvata, allegati, modelli }: Props) {
  const t = useTranslations("sede.quesito.rispondi");
  const te = useTranslations("sede.errori");
  const tt = useTranslations("quesiti.testo");
  return (
    <section id="rispondi" className="scheda-evidenza mt-7 print:hidden" aria-labelledby="rispondi-titolo">
      <h2 id="rispondi-titolo">{t("titolo")}</h2>
      <ActionForm id={MODULO_RISPOSTA} action={rispondiAction} titolo={te("riepilogo")}>
        {/* What Enter in the search of another sede stands for: never to send. */}
        <button type="submit" name="cosa" value="cerca" className="solo-lettori" tabIndex={-1} aria-hidden>
          {t("salva")}
        </button>
        <QuesitoNascosto quesito={quesito} />
        <input type="hidden" name="bozza" value={bozza.id} />
        <CampoRisposta
          testo={bozza.testo}
          modelli={modelli}
          testi={{
            testo: t("testo"),
            testoAiuto: t("testoAiuto"),
            modello: t("modello"),
            scegliModello: t("scegliModello"),
            usaModello: t("usaModello"),
            nessunModello: t("nessunModello"),
            salvato: tt("salvato"),
            nonSalvato: tt("nonSalvato"),
          }}
        />
        {allegati.length > 0 && (
          <div className="mt-4">
            <p className="font-semibold">{t("allegati")}</p>
            <ElencoAllegati allegati={allegati} base="/sede/allegati" />
          </div>
        )}
        <FormChoices
          name="tipo"
          legend={t("tipo")}
          defaultValue={tipoDi(bozza) ?? undefined}
          choices={TIPI_RISPOSTA.map((tipo) => ({
            value: tipo,
            label: t(`tipi.${tipo}`),
            hint: t(`aiuti.${tipo}`),
          }))}
        />
        <p className="minore mt-5">{t("inviaTesto")}</p>
        <div className="mt-2 flex flex-wrap gap-3">
          <button type="submit" name="cosa" value="invia" className="bottone">
            {t("invia")}
          </button>
          <button type="submit" name="cosa" value="salva" className="bottone bottone-secondario">
            {t("salva")}
          </button>
          <button type="submit" name="cosa" value="allega" className="bottone bottone-secondario">
            {t("allega")}
          </button>
        </div>
      </ActionForm>
      {salvata && (
        <details className="mt-3">
          <summary className="inline-flex min-h-11 cursor-pointer items-center gap-3 text-blue-30 underline underline-offset-4">
            {t("elimina")}
          </summary>
          <ActionForm action={eliminaRispostaAction} titolo={te("riepilogo")}>
            <QuesitoNascosto quesito={quesito} />
            <input type="hidden" name="bozza" value={bozza.id} />
            <p className="max-w-text">{t("eliminaSpiega")}</p>
            <button type="submit" className="bottone bottone-pericolo mt-3">
              {t("eliminaConferma")}
            </button>
          </ActionForm>
        </details>
      )}
    </section>
  );
}
