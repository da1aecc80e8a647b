import { ALTEZZA, altezzaDi, cimaDi, PASSO } from "@/lib/quesiti/andamento/rules";

const MARGINE = 44;
const PIEDE = 26;
const SPAZIO = 2;

/** How each series is told apart: full, empty, hatched; in forced colours too. */
const SEGNI = {
  pieno: "fill-blue-40 stroke-blue-40 forced-colors:fill-[CanvasText]",
  vuoto: "fill-white stroke-blue-40 forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]",
  chiaro: "fill-blue-87 stroke-blue-40 forced-colors:fill-[GrayText] forced-colors:stroke-[CanvasText]",
};

type Props = {
  serie: { nome: string; segno: keyof typeof SEGNI }[];
  /** Under each group its name; one value per series, null: there is none. */
  gruppi: { nome: string; valori: (number | null)[] }[];
};

/** Figures drawn as bars; the table under it says the same, so nobody is read this twice. */
export function GraficoBarre({ serie, gruppi }: Props) {
  const cima = cimaDi(gruppi.flatMap(({ valori }) => valori));
  const larghezza = MARGINE + gruppi.length * PASSO;
  const barra = Math.floor((PASSO - 16) / serie.length) - 1;
  return (
    <figure aria-hidden className="mt-4 max-w-180">
      <svg
        aria-hidden
        viewBox={`0 0 ${larghezza} ${ALTEZZA + PIEDE + 12}`}
        className="w-full"
        focusable="false"
      >
        {[0, 0.5, 1].map((parte) => (
          <Riga key={parte} y={10 + ALTEZZA * (1 - parte)} larghezza={larghezza} valore={cima * parte} />
        ))}
        {gruppi.map(({ nome, valori }, index) => {
          const x = MARGINE + index * PASSO + 8;
          return (
            <g key={nome}>
              {serie.map(({ nome: quale, segno }, posto) => {
                const valore = valori[posto] ?? null;
                if (valore === null) return null;
                const altezza = altezzaDi(valore, cima);
                return (
                  <rect
                    key={quale}
                    x={x + posto * (barra + SPAZIO)}
                    y={10 + ALTEZZA - altezza}
                    width={barra}
                    height={altezza}
                    strokeWidth={1.5}
                    className={SEGNI[segno]}
                  />
                );
              })}
              <text
                x={x + (PASSO - 16) / 2}
                y={10 + ALTEZZA + PIEDE - 6}
                textAnchor="middle"
                className="fill-slate-36 text-sm forced-colors:fill-[CanvasText]"
              >
                {nome}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className="flex flex-wrap gap-x-6 text-base">
        {serie.map(({ nome, segno }) => (
          <span key={nome} className="flex items-center gap-2">
            <svg aria-hidden viewBox="0 0 16 16" className="size-4" focusable="false">
              <rect x={1} y={1} width={14} height={14} strokeWidth={1.5} className={SEGNI[segno]} />
            </svg>
            {nome}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

const Riga = ({ y, larghezza, valore }: { y: number; larghezza: number; valore: number }) => (
  <g>
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
      {valore}
    </text>
  </g>
);
