import { useTranslations } from "next-intl";
import { ElencoAllegati } from "@/components/allegati/elenco-allegati";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import type { Bozza } from "@/db/schema/messaggi";
import type { Quesito } from "@/db/schema/quesiti";
import type { AllegatoElencato } from "@/lib/allegati/queries";
import { formatIstante } from "@/lib/dates";
import { fermaAction } from "@/lib/quesiti/lavorazione/actions";
import { ContoAllaRovescia } from "./conto-alla-rovescia";
import { QuesitoNascosto } from "./quesito-nascosto";

type Props = {
  quesito: Pick<Quesito, "id" | "protocollo">;
  bozza: Pick<Bozza, "id" | "testo">;
  parteAt: Date;
  /** By the server's clock, which is the one that counts. */
  secondi: number;
  allegati: AllegatoElencato[];
  /** Who wrote it may stop it. */
  mia: boolean;
};

/** An answer on its way out, which for a minute can be stopped. */
export function InPartenza({ quesito, bozza, parteAt, secondi, allegati, mia }: Props) {
  const t = useTranslations("sede.quesito.partenza");
  const te = useTranslations("sede.errori");
  const indirizzo = `/sede/comunicazioni/${quesito.protocollo}`;
  return (
    <section
      id="partenza"
      className="mt-7 rounded-xl border-2 border-orange-48 bg-white p-5 tablet:p-6 print:hidden"
      aria-labelledby="partenza-titolo"
    >
      <h2 id="partenza-titolo">{t(mia ? "titolo" : "titoloAltri")}</h2>
      <p className="mt-1">{secondi > 0 ? t("quando", { ora: oraConSecondi(parteAt) }) : t("adesso")}</p>
      <ContoAllaRovescia
        secondi={secondi}
        indirizzo={indirizzo}
        testi={{ restano: t.raw("restano"), adesso: t("adesso") }}
      />
      <p className="mt-4 max-h-64 overflow-y-auto border-s-4 border-slate-85 ps-4 break-words whitespace-pre-wrap">
        {bozza.testo}
      </p>
      <ElencoAllegati allegati={allegati} base="/sede/allegati" />
      <div className="mt-5 flex flex-wrap items-center gap-3">
        {mia && secondi > 0 && (
          <ActionForm action={fermaAction} titolo={te("riepilogo")}>
            <QuesitoNascosto quesito={quesito} />
            <input type="hidden" name="bozza" value={bozza.id} />
            <button type="submit" className="bottone bottone-pericolo">
              {t("ferma")}
            </button>
          </ActionForm>
        )}
        <ButtonLink href={indirizzo} secondario>
          {t("aggiorna")}
        </ButtonLink>
      </div>
    </section>
  );
}

const secondiDi = (istante: Date) => String(istante.getUTCSeconds()).padStart(2, "0");
const oraConSecondi = (istante: Date) => `${formatIstante(istante, "ora")}:${secondiDi(istante)}`;
