import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { ActionForm, FormField, FormFold } from "@/components/ui/action-form";
import {
  daiProfiloAction,
  nuovoPinAction,
  riammettiUtenteAction,
  sospendiUtenteAction,
} from "@/lib/utenti/gestione/actions";
import type { EventoDiUtente, SchedaUtente, SedeElencata } from "@/lib/utenti/gestione/queries";
import { CampiProfilo } from "./campi-profilo";
import { nomeUtente } from "./nomi";
import { PinUnaVolta } from "./pin-una-volta";
import { useTestiConsegna } from "./testi-consegna";

type Props = { utente: SchedaUtente; sedi: SedeElencata[]; eventi: EventoDiUtente[] };

/** What may be done about a user, each folded away until asked for, with its reason. */
export function AttiUtente({ utente, sedi, eventi }: Props) {
  const t = useTranslations("utenti.gestione");
  const te = useTranslations("utenti.errori");
  const chi = nomeUtente(utente);
  const id = <input type="hidden" name="utente" value={utente.id} />;
  return (
    <div className="mt-7 grid gap-4 print:hidden">
      <ActionForm action={daiProfiloAction} titolo={te("riepilogo")} prefisso="dai-" className="scheda py-2!">
        <FormFold titolo={t("dai.titolo")}>
          <div className="max-w-text">
            {id}
            <CampiProfilo sedi={sedi} />
            <Motivo />
            <button type="submit" className="bottone bottone-secondario my-4">
              {t("dai.bottone")}
            </button>
          </div>
        </FormFold>
      </ActionForm>
      <PinUnaVolta
        action={nuovoPinAction}
        titolo={te("riepilogo")}
        prefisso="pin-"
        testi={useTestiConsegna()}
        className="scheda py-2!"
      >
        <FormFold titolo={t("nuovoPin.titolo")}>
          {id}
          <input type="hidden" name="visto" value={eventi[0]?.id ?? 0} />
          <p className="mt-1 max-w-text break-words">{t("nuovoPin.testo", { chi })}</p>
          <Motivo />
          <button type="submit" className="bottone bottone-secondario my-4">
            {t("nuovoPin.bottone")}
          </button>
        </FormFold>
      </PinUnaVolta>
      {utente.sospesoAt ? (
        <Atto action={riammettiUtenteAction} nome="riammetti" chi={chi}>
          {id}
        </Atto>
      ) : (
        <Atto action={sospendiUtenteAction} nome="sospendi" chi={chi} pericolo>
          {id}
        </Atto>
      )}
    </div>
  );
}

type AttoProps = {
  action: ComponentProps<typeof ActionForm<undefined>>["action"];
  nome: "sospendi" | "riammetti";
  chi: string;
  pericolo?: boolean;
  children: ReactNode;
};

function Atto({ action, nome, chi, pericolo = false, children }: AttoProps) {
  const t = useTranslations("utenti.gestione");
  const te = useTranslations("utenti.errori");
  return (
    <ActionForm action={action} titolo={te("riepilogo")} prefisso={`${nome}-`} className="scheda py-2!">
      <FormFold titolo={t(`${nome}.titolo`)}>
        {children}
        <p className="mt-1 max-w-text break-words">{t(`${nome}.testo`, { chi })}</p>
        <Motivo />
        <button
          type="submit"
          className={`bottone my-4 ${pericolo ? "bottone-pericolo" : "bottone-secondario"}`}
        >
          {t(`${nome}.bottone`)}
        </button>
      </FormFold>
    </ActionForm>
  );
}

export function Motivo() {
  const t = useTranslations("utenti.gestione");
  return (
    <div className="max-w-text">
      <FormField
        name="motivo"
        label={t("motivo")}
        hint={t("motivoAiuto")}
        maxLength={300}
        autoComplete="off"
      />
    </div>
  );
}
