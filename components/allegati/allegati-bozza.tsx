import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Fatto } from "@/components/ui/fatto";
import type { FormState } from "@/lib/actions/form-state";
import { ALLEGATI_MASSIMI, BYTE_MASSIMI } from "@/lib/allegati/input";
import type { AllegatoElencato } from "@/lib/allegati/queries";
import { formatByte, isApribile } from "@/lib/allegati/rules";
import { AnteprimeAllegato } from "./anteprime-allegato";
import { CaricaAllegati } from "./carica-allegati";

type Props = {
  allegati: AllegatoElencato[];
  /** Hidden fields by which both forms say whose bozza it is. */
  campi: Record<string, string>;
  carica: (previous: FormState, formData: FormData) => Promise<FormState>;
  togli: (formData: FormData) => Promise<void>;
  base: string;
  indietro?: string;
  tolto: boolean;
  /** An officer's answer: shorter words, and "on" is back to the quesito. */
  sede: boolean;
};

/** The files of a bozza, and the way to add more. */
export function AllegatiBozza({ allegati, campi, carica, togli, base, indietro, tolto, sede }: Props) {
  const t = useTranslations("allegati");
  const usati = allegati.reduce((sum, { byte }) => sum + byte, 0);
  const parole = { massimo: ALLEGATI_MASSIMI, limite: formatByte(BYTE_MASSIMI) };
  const pieni = allegati.length >= ALLEGATI_MASSIMI;
  const onward = sede ? t("fineSede") : t("avanti");
  return (
    <div className="max-w-text">
      {tolto && <Fatto testo={t("fatti.tolto")} />}
      <p className="mt-6">{sede ? t("spiegaSede", parole) : t("spiega", parole)}</p>
      {allegati.length > 0 && (
        <section className="mt-6">
          <h2>{t("presenti")}</h2>
          <p className="minore">{t("usati", { usati: formatByte(usati), limite: parole.limite })}</p>
          <ul className="mt-2 border-t border-slate-85">
            {allegati.map((allegato) => (
              <Riga key={allegato.id} allegato={allegato} base={base} campi={campi} togli={togli} />
            ))}
          </ul>
        </section>
      )}
      {pieni && <p className="scheda mt-6">{t("completi", parole)}</p>}
      <ActionForm action={carica} titolo={t("errori.riepilogo")} className="mt-6">
        {Object.entries(campi).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <CaricaAllegati
          posti={ALLEGATI_MASSIMI - allegati.length}
          byteLiberi={BYTE_MASSIMI - usati}
          testi={testiCarica(t, sede)}
          avanti={onward}
        >
          {indietro && (
            <ButtonLink href={indietro} secondario className="!border-transparent">
              {t("indietro")}
            </ButtonLink>
          )}
        </CaricaAllegati>
        <noscript>
          <p className="minore mt-4">{t("attesa")}</p>
        </noscript>
      </ActionForm>
    </div>
  );
}

type RigaProps = Pick<Props, "base" | "campi" | "togli"> & { allegato: AllegatoElencato };

function Riga({ allegato, base, campi, togli }: RigaProps) {
  const t = useTranslations("allegati");
  const { id, nome, tipo, byte, scansione } = allegato;
  return (
    <li className="border-b border-slate-85 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-48">
          {isApribile(allegato) ? (
            <a href={`${base}/${id}`} className="collegamento font-semibold break-all" download>
              {nome}
            </a>
          ) : (
            <p className="flex min-h-11 items-center font-semibold break-all">{nome}</p>
          )}
          <p className="minore">
            {tipo.toUpperCase()}, {formatByte(byte)}
            {scansione !== "pulito" && `. ${t(`scansioni.${scansione}`)}`}
          </p>
        </div>
        <form action={togli}>
          {Object.entries({ ...campi, allegato: id }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit" className="bottone bottone-secondario" aria-label={t("togliQuale", { nome })}>
            <Trash2 aria-hidden size={20} className="shrink-0" />
            {t("togli")}
          </button>
        </form>
      </div>
      <AnteprimeAllegato allegato={allegato} base={base} />
    </li>
  );
}

type Traduci = ReturnType<typeof useTranslations<"allegati">>;

/** With `{nome}` left to fill in by the browser, which knows the names first. */
const testiCarica = (t: Traduci, sede: boolean) => ({
  scegli: t("scegli"),
  scegliAiuto: sede ? t("scegliAiutoSede") : t("scegliAiuto"),
  carica: t("carica"),
  scelti: t("scelti"),
  ridotta: t("ridotta"),
  preparo: t("preparo"),
  invio: t("invio"),
  troppoGrande: t.raw("rifiuti.troppo_grande") as string,
  troppiFile: t.raw("rifiuti.troppi_file") as string,
  troppiByte: t.raw("rifiuti.troppi_byte") as string,
});

export type TestiCarica = ReturnType<typeof testiCarica>;
