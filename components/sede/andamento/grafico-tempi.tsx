import { useTranslations } from "next-intl";
import type { TempiDelMese } from "@/lib/quesiti/andamento/queries";
import { ALTEZZA, altezzaDi, cimaDi, PASSO } from "@/lib/quesiti/andamento/rules";

const MARGINE = 44;
const BARRA = 15;
const PIEDE = 26;

/** The months' answer times drawn; the table under it says the same, so nobody is read this twice. */
export function GraficoTempi({ mesi }: { mesi: TempiDelMese[] }) {
  const t = useTranslations("sede.andamento.colonneTempi");
  const cima = cimaDi(mesi.flatMap(({ mediana, novanta }) => [mediana, novanta]));
  const larghezza = MARGINE + mesi.length * PASSO;
  return (
    <figure aria-hidden className="mt-4 max-w-180">
      <svg
        aria-hidden
        viewBox={`0 0 ${larghezza} ${ALTEZZA + PIEDE + 12}`}
        className="w-full"
        focusable="false"
      >
        {[0, 0.5, 1].map((parte) => {
          const y = 10 + ALTEZZA * (1 - parte);
          return (
            <g key={parte}>
              <line
                x1={MARGINE}
                x2={larghezza}
                y1={y}
                y2={y}
                className="stroke-slate-85 forced-colors:stroke-[GrayText]"
              />
              <text
                x={MARGINE - 8}
                y={y + 5}
                textAnchor="end"
                className="fill-slate-36 text-sm forced-colors:fill-[CanvasText]"
              >
                {cima * parte}
              </text>
            </g>
          );
        })}
        {mesi.map(({ mese, mediana, novanta }, index) => {
          const x = MARGINE + index * PASSO + 8;
          return (
            <g key={mese}>
              {mediana !== null && (
                <Barra
                  x={x}
                  altezza={altezzaDi(mediana, cima)}
                  className="fill-blue-40 stroke-blue-40 forced-colors:fill-[CanvasText]"
                />
              )}
              {novanta !== null && (
                <Barra
                  x={x + BARRA + 2}
                  altezza={altezzaDi(novanta, cima)}
                  className="fill-white stroke-blue-40 forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]"
                />
              )}
              <text
                x={x + BARRA}
                y={10 + ALTEZZA + PIEDE - 6}
                textAnchor="middle"
                className="fill-slate-36 text-sm forced-colors:fill-[CanvasText]"
              >
                {mese.slice(5, 7)}/{mese.slice(2, 4)}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className="flex flex-wrap gap-x-6 text-base">
        <span className="flex items-center gap-2">
          <Segno className="fill-blue-40 stroke-blue-40 forced-colors:fill-[CanvasText]" />
          {t("mediana")}
        </span>
        <span className="flex items-center gap-2">
          <Segno className="fill-white stroke-blue-40 forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]" />
          {t("novanta")}
        </span>
      </figcaption>
    </figure>
  );
}

const Barra = ({ x, altezza, className }: { x: number; altezza: number; className: string }) => (
  <rect
    x={x}
    y={10 + ALTEZZA - altezza}
    width={BARRA}
    height={altezza}
    strokeWidth={1.5}
    className={className}
  />
);

const Segno = ({ className }: { className: string }) => (
  <svg aria-hidden viewBox="0 0 16 16" className="size-4" focusable="false">
    <rect x={1} y={1} width={14} height={14} strokeWidth={1.5} className={className} />
  </svg>
);
