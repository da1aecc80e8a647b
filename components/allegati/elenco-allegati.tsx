import { Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import type { AllegatoElencato } from "@/lib/allegati/queries";
import { formatByte, isApribile } from "@/lib/allegati/rules";
import { AnteprimeAllegato } from "./anteprime-allegato";

type Props = {
  allegati: AllegatoElencato[];
  /** Where they are opened: `/cassetto/P/allegati` or `/sede/allegati`. */
  base: string;
};

/** The files of a messaggio: those the antivirus let through are links. */
export function ElencoAllegati({ allegati, base }: Props) {
  const t = useTranslations("allegati");
  if (allegati.length === 0) return null;
  return (
    <ul className="mt-3 grid gap-2" aria-label={t("titolo")}>
      {allegati.map((allegato) => (
        <Riga key={allegato.id} allegato={allegato} base={base} />
      ))}
    </ul>
  );
}

function Riga({ allegato, base }: { allegato: AllegatoElencato; base: string }) {
  const t = useTranslations("allegati");
  const { id, nome, tipo, byte, scansione } = allegato;
  return (
    <li>
      <div className="flex min-w-0 flex-wrap items-center gap-x-3">
        <Paperclip aria-hidden size={18} className="shrink-0" />
        {isApribile(allegato) ? (
          <a href={`${base}/${id}`} className="collegamento min-w-0 break-all" download>
            {nome}
          </a>
        ) : (
          <span className="min-w-0 break-all">{nome}</span>
        )}
        <span className="minore">
          {tipo.toUpperCase()}, {formatByte(byte)}
          {scansione !== "pulito" && `. ${t(`scansioni.${scansione}`)}`}
        </span>
      </div>
      <AnteprimeAllegato allegato={allegato} base={base} />
    </li>
  );
}
