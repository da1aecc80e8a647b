import { useTranslations } from "next-intl";
import { ActionForm, FormField } from "@/components/ui/action-form";
import { FormArea } from "@/components/ui/form-area";
import type { ModoAppuntamento } from "@/db/schema/agenda";
import type { AllegatoElencato } from "@/lib/allegati/queries";
import { formatByte } from "@/lib/allegati/rules";
import { confermaAppuntamentoAction } from "@/lib/appuntamenti/actions";
import { NOTA_MASSIMA } from "@/lib/appuntamenti/input";
import type { Voce } from "./nomi";

type Props = {
  campi: Record<string, string>;
  voce: Voce;
  modo: ModoAppuntamento;
  nota: string;
  telefono: string;
  /** Null: a sede books, which adds none. */
  allegati: AllegatoElencato[] | null;
  /** It was offered from the waiting list: to give it up costs the place there. */
  offerta: boolean;
};

/** The last step. One form with four ways out, so that what was written goes with each of them. */
export function ConfermaForm({ campi, voce, modo, nota, telefono, allegati, offerta }: Props) {
  const t = useTranslations("appuntamenti.prenota");
  const tv = useTranslations(`appuntamenti.${voce}.conferma`);
  return (
    <ActionForm
      action={confermaAppuntamentoAction}
      titolo={t("errori.riepilogo")}
      className="mt-6 max-w-text"
    >
      {Object.entries(campi).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {/* Enter in a field presses the first button of a form. */}
      <button
        type="submit"
        name="verso"
        value="conferma"
        tabIndex={-1}
        aria-hidden
        className="solo-lettori"
      />
      {modo === "telefono" && (
        <FormField
          name="telefono"
          type="tel"
          autoComplete="tel"
          label={tv("telefono")}
          hint={t("conferma.telefonoAiuto")}
          defaultValue={telefono}
        />
      )}
      <FormArea
        name="nota"
        rows={3}
        maxLength={NOTA_MASSIMA}
        label={tv("nota")}
        hint={t("conferma.notaAiuto")}
        defaultValue={nota}
      />
      {allegati && <Allegati allegati={allegati} />}
      {offerta && <p className="mt-6">{t("conferma.offerta")}</p>}
      <div className="mt-8 flex flex-wrap gap-3">
        <button type="submit" name="verso" value="conferma" className="bottone max-tablet:w-full">
          {t("conferma.conferma")}
        </button>
        <button type="submit" name="verso" value="orario" className="bottone bottone-secondario">
          {t("conferma.cambia")}
        </button>
        <button type="submit" name="verso" value="rinuncia" className="bottone bottone-secondario">
          {t("conferma.rinuncia")}
        </button>
      </div>
    </ActionForm>
  );
}

function Allegati({ allegati }: { allegati: AllegatoElencato[] }) {
  const t = useTranslations("appuntamenti.prenota.conferma");
  return (
    <div className="mt-5">
      <p className="font-semibold">{t("allegati")}</p>
      <p className="minore">{t("allegatiAiuto")}</p>
      {allegati.length > 0 && (
        <ul className="mt-1">
          {allegati.map(({ id, nome, byte }) => (
            <li key={id} className="break-all">
              {nome} <span className="minore">({formatByte(byte)})</span>
            </li>
          ))}
        </ul>
      )}
      <button type="submit" name="verso" value="allegati" className="bottone bottone-secondario mt-2">
        {t(allegati.length > 0 ? "cambiaAllegati" : "aggiungiAllegati")}
      </button>
    </div>
  );
}
