import { Video } from "lucide-react";
import { useTranslations } from "next-intl";
import { SegnoModo } from "@/components/appuntamenti/segno-modo";
import { formatIndirizzo } from "@/components/ui/indirizzo";
import type { ModoAppuntamento } from "@/db/schema/agenda";

type Sede = {
  denominazione: string;
  indirizzo: string | null;
  cap: string | null;
  comune: string | null;
  provincia: string | null;
};
type Props = {
  modo: ModoAppuntamento;
  sede: Sede;
  esperto: string;
  telefono?: string | null;
  /** Where to connect, for one by video; null: the sede has not said yet. */
  collegamento: string | null;
  /** It is over, or will not be: nothing is promised any more. */
  concluso?: boolean;
};

/** Where one goes, or how one is reached, and by whom. */
export function Dove({ modo, sede, esperto, telefono, collegamento, concluso = false }: Props) {
  const t = useTranslations("appuntamenti");
  return (
    <div className="mt-3 flex gap-3">
      <SegnoModo modo={modo} size={24} className="mt-0.5 text-blue-30" />
      <div className="min-w-0">
        <p className="font-semibold break-words">
          {modo === "in_persona" ? sede.denominazione : t(`modi.${modo}`)}
        </p>
        {modo === "in_persona" && <p className="break-words">{formatIndirizzo(sede)}</p>}
        {modo === "telefono" && !concluso ? (
          <p className="break-words">
            {telefono
              ? t("dettaglio.tiChiama", { esperto, telefono })
              : t("dettaglio.tiChiamaSenza", { esperto })}
          </p>
        ) : (
          <p>{t("elenco.con", { esperto })}</p>
        )}
        {modo === "video" && !concluso && <Collegamento indirizzo={collegamento} />}
      </div>
    </div>
  );
}

/** The way into a call by video. On paper the address is written out: it can be typed from there. */
function Collegamento({ indirizzo }: { indirizzo: string | null }) {
  const t = useTranslations("appuntamenti.dettaglio.video");
  if (indirizzo === null) return <p className="max-w-text">{t("manca")}</p>;
  return (
    <>
      <p className="mt-3 print:hidden">
        <a href={indirizzo} rel="noreferrer" className="bottone">
          <Video aria-hidden size={20} className="shrink-0" />
          {t("entra")}
        </a>
      </p>
      <p className="minore mt-1 max-w-text break-words print:hidden">
        {t("altrove", { sito: new URL(indirizzo).host })}
      </p>
      <p className="hidden break-all print:block">{indirizzo}</p>
    </>
  );
}
