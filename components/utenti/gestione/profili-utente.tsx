import { useTranslations } from "next-intl";
import { ActionForm, FormFold } from "@/components/ui/action-form";
import { togliProfiloAction } from "@/lib/utenti/gestione/actions";
import type { ProfiloDiUtente, SchedaUtente } from "@/lib/utenti/gestione/queries";
import { Motivo } from "./atti-utente";
import { useNomeProfilo } from "./nomi";

/** As what a user may act; `fisso`: nothing can be taken away here. */
export function ProfiliUtente({ utente, fisso }: { utente: SchedaUtente; fisso: boolean }) {
  const t = useTranslations("utenti.gestione");
  const nomeProfilo = useNomeProfilo();
  return (
    <section className="scheda sezione" aria-labelledby="profili">
      <h2 id="profili">{t("profili")}</h2>
      {utente.profili.length === 0 && <p className="mt-2">{t("nessunProfilo")}</p>}
      <ul className="mt-3 border-t border-slate-85 empty:hidden">
        {utente.profili.map((profilo) => (
          <li key={profilo.id} className="border-b border-slate-85 py-3 last:border-b-0">
            <p className="font-semibold break-words">{nomeProfilo(profilo)}</p>
            {!fisso && <Togli utenteId={utente.id} profilo={profilo} nome={nomeProfilo(profilo)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

type TogliProps = { utenteId: string; profilo: ProfiloDiUtente; nome: string };

function Togli({ utenteId, profilo: { id, sede, ruolo, esperto }, nome }: TogliProps) {
  const t = useTranslations("utenti.gestione.togli");
  const te = useTranslations("utenti.errori");
  const segue = [
    t("testo"),
    sede && t("testoSede"),
    esperto && t("testoEsperto"),
    ruolo === "sub_abilitato" && t("testoSub"),
  ];
  return (
    <ActionForm
      action={togliProfiloAction}
      titolo={te("riepilogo")}
      prefisso={`togli-${id}-`}
      className="print:hidden"
    >
      <FormFold
        titolo={t("titolo")}
        etichetta={t("titoloDi", { profilo: nome })}
        className="[&>summary]:inline-flex [&>summary]:font-normal [&>summary]:text-blue-30 [&>summary]:underline [&>summary]:underline-offset-4"
      >
        <input type="hidden" name="utente" value={utenteId} />
        <input type="hidden" name="profilo" value={id} />
        <p className="max-w-text">{segue.filter(Boolean).join(" ")}</p>
        <Motivo />
        <button type="submit" className="bottone bottone-pericolo my-4">
          {t("bottone")}
        </button>
      </FormFold>
    </ActionForm>
  );
}
