import { Paperclip, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { rispondiAction, salvaTestoAction } from "@/lib/quesiti/actions";
import { TESTO_MASSIMO } from "@/lib/quesiti/input";
import { CampoTesto } from "../nuovo/campo-testo";
import { useTestiCampo } from "../nuovo/testi-campo";

type Props = {
  posizioneId: string;
  quesito: { id: string; protocollo: string };
  /** What was begun before, on whatever device, or a new one: the key under which the answer will be sent once. */
  bozza: { id: string; testo: string };
};

/** An answer in the thread: the text here, files on a page of their own. */
export function RispondiForm({ posizioneId, quesito, bozza }: Props) {
  const t = useTranslations("quesiti");
  const testi = useTestiCampo(t("rispondi.testo"), bozza.testo ? t("rispondi.bozza") : undefined);
  return (
    <ActionForm action={rispondiAction} titolo={t("errori.riepilogo")} className="max-w-text">
      <input type="hidden" name="posizione" value={posizioneId} />
      <input type="hidden" name="quesito" value={quesito.id} />
      <input type="hidden" name="protocollo" value={quesito.protocollo} />
      <input type="hidden" name="bozza" value={bozza.id} />
      <CampoTesto defaultValue={bozza.testo} massimo={TESTO_MASSIMO} testi={testi} salva={salvaTestoAction} />
      <div className="mt-4 flex flex-wrap gap-3">
        <button type="submit" name="verso" value="invia" className="bottone">
          <Send aria-hidden size={20} />
          {t("rispondi.invia")}
        </button>
        <button type="submit" name="verso" value="allegati" className="bottone bottone-secondario">
          <Paperclip aria-hidden size={20} />
          {t("rispondi.allegati")}
        </button>
      </div>
    </ActionForm>
  );
}
