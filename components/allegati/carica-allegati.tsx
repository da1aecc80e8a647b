"use client";
import { Upload } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useFormStatus } from "react-dom";
import { FormField } from "@/components/ui/action-form";
import { formatByte } from "@/lib/allegati/rules";
import type { TestiCarica } from "./allegati-bozza";
import { type Preparato, preparaFile, type Scartato } from "./prepara-file";

type Props = {
  /** How many more files there may be, and how large all together. */
  posti: number;
  byteLiberi: number;
  testi: TestiCarica;
  /** On the button that sends what is chosen and goes on. */
  avanti: string;
  children: ReactNode;
};

const TIPI = "application/pdf,image/jpeg,image/png,image/tiff,.pdf,.jpg,.jpeg,.png,.tif,.tiff";

/** The fields of the form that sends files; without JavaScript a plain file field and two buttons. */
export function CaricaAllegati({ posti, byteLiberi, testi, avanti, children }: Props) {
  const { pending } = useFormStatus();
  const [pronti, setPronti] = useState<Preparato[]>([]);
  const [scartati, setScartati] = useState<Scartato[]>([]);
  const [preparing, setPreparing] = useState(false);
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // React empties the form once it has been sent.
    const form = root.current?.closest("form");
    const clear = () => {
      setPronti([]);
      setScartati([]);
    };
    form?.addEventListener("reset", clear);
    return () => form?.removeEventListener("reset", clear);
  }, []);

  async function choose(input: HTMLInputElement) {
    setPreparing(true);
    const prepared = await preparaFile([...(input.files ?? [])], posti, byteLiberi);
    const transfer = new DataTransfer();
    for (const { file } of prepared.pronti) transfer.items.add(file);
    input.files = transfer.files;
    setPronti(prepared.pronti);
    setScartati(prepared.scartati);
    setPreparing(false);
  }

  const busy = preparing || pending;
  return (
    <div ref={root}>
      {posti > 0 && (
        <>
          <FormField
            name="file"
            type="file"
            label={testi.scegli}
            hint={testi.scegliAiuto}
            multiple
            accept={TIPI}
            onChange={({ currentTarget }) => choose(currentTarget)}
            className="file:me-4 file:min-h-11 file:cursor-pointer file:rounded file:border-2 file:border-blue-40 file:bg-white file:px-4 file:font-semibold file:text-blue-30"
          />
          <Scelti pronti={pronti} scartati={scartati} testi={testi} />
        </>
      )}
      <div role="status">
        {busy && (
          <div className="scheda-evidenza mt-5">
            <p className="font-semibold">{preparing ? testi.preparo : testi.invio}</p>
            {/* How far it is only the network knows. */}
            <progress className="mt-3 h-3 w-full accent-blue-40" aria-label={testi.invio} />
          </div>
        )}
      </div>
      <div className="mt-6 flex flex-wrap gap-3">
        {posti > 0 && (
          <button
            type="submit"
            name="verso"
            value="carica"
            className="bottone bottone-secondario"
            disabled={busy}
          >
            <Upload aria-hidden size={20} className="shrink-0" />
            {testi.carica}
          </button>
        )}
        <button type="submit" name="verso" value="avanti" className="bottone" disabled={busy}>
          {avanti}
        </button>
        {children}
      </div>
    </div>
  );
}

type SceltiProps = { pronti: Preparato[]; scartati: Scartato[]; testi: TestiCarica };

/** What will be sent and what will not, before it is. */
function Scelti({ pronti, scartati, testi }: SceltiProps) {
  return (
    <div aria-live="polite">
      {pronti.length > 0 && (
        <div className="mt-4">
          <p className="font-semibold">{testi.scelti}</p>
          <ul className="mt-1 grid list-disc gap-1.5 ps-5">
            {pronti.map(({ file, ridotta }) => (
              <li key={`${file.name} ${file.size}`} className="break-words">
                {file.name} <span className="minore whitespace-nowrap">({formatByte(file.size)})</span>
                {ridotta && <span className="minore block">{testi.ridotta}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {scartati.map(({ nome, motivo }) => (
        <p key={`${nome} ${motivo}`} className="mt-3 font-semibold break-words text-red-37">
          {testi[motivo].replace("{nome}", nome)}
        </p>
      ))}
    </div>
  );
}
