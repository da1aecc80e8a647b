import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import { istanteDi, type VoceAgenda as Voce } from "@/lib/appuntamenti/agenda/rules";
import { formatIstante } from "@/lib/dates";
import { elenco } from "./elenco";

/** Free time that may be had in all three ways need not say so. */
const TUTTI_I_MODI = 3;

export type Nomi = ReadonlyMap<string, string>;

/** A key by which a voce is told from the others of its day. */
export const chiaveDi = (voce: Voce): string =>
  voce.tipo === "appuntamento"
    ? voce.appuntamento.id
    : voce.tipo === "libero"
      ? `${voce.esperto} ${voce.inizio}`
      : voce.chiave;

/** Who it is about; null: the whole sede. */
export const espertoDi = (voce: Voce, nomi: Nomi): string | null =>
  voce.tipo === "appuntamento"
    ? voce.appuntamento.espertoNome
    : voce.esperto === null
      ? null
      : (nomi.get(voce.esperto) ?? null);

/** From when to when. */
export function Ore({ voce }: { voce: Voce }) {
  const t = useTranslations("appuntamenti.agenda.voci");
  if (voce.tipo === "assenza" && voce.giornata) return t("giornata");
  const ora = (minuto: number) => formatIstante(istanteDi(minuto), "ora");
  const fine = ora(voce.fine);
  return (
    <span className="whitespace-nowrap tabular-nums">
      {ora(voce.inizio)}–{fine === "0:00" ? "24:00" : fine}
    </span>
  );
}

/** What it is: an appuntamento with a way to it, a hold, free time, an assenza. */
export function Cosa({ voce }: { voce: Voce }) {
  const t = useTranslations("appuntamenti");
  switch (voce.tipo) {
    case "appuntamento": {
      const { numero, datoreNome, motivo, modo } = voce.appuntamento;
      return (
        <>
          <a
            href={`/sede/appuntamenti/${numero}`}
            className="-my-2 inline-block py-2 font-semibold break-words"
          >
            {datoreNome}
          </a>
          <span className="minore block">
            {motivo}. {t(`modi.${modo}`)}, <span className="whitespace-nowrap">{numero}</span>
          </span>
        </>
      );
    }
    case "prenotazione":
      return (
        <>
          <span className="font-semibold">{t("agenda.voci.prenotazione")}</span>
          <span className="minore block">{t("agenda.voci.prenotazioneTesto")}</span>
        </>
      );
    case "libero":
      return (
        <>
          <span className="text-slate-36">{t("agenda.voci.libero")}</span>
          {voce.modi.length < TUTTI_I_MODI && (
            <span className="minore block">{elenco(voce.modi.map((modo) => t(`modi.${modo}`)))}</span>
          )}
        </>
      );
    case "assenza":
      return (
        <>
          <span className="font-semibold">
            {t(voce.esperto === null ? "agenda.voci.chiusura" : "agenda.voci.assenza")}
          </span>
          {voce.motivo && <span className="minore block break-words">{voce.motivo}</span>}
        </>
      );
  }
}

/** What has become of an appuntamento; nothing of what is only confirmed, or free. */
export function Stato({ voce }: { voce: Voce }) {
  const t = useTranslations("appuntamenti");
  if (voce.tipo !== "appuntamento") return null;
  const { stato, daSpostareAt } = voce.appuntamento;
  if (stato === "confermato" && daSpostareAt !== null) {
    return (
      <Tag tono="arancio" icon={TriangleAlert}>
        {t("agenda.voci.daSpostare")}
      </Tag>
    );
  }
  return <span className="minore">{t(`stati.${stato}`)}</span>;
}
