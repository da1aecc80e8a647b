type Props = { passi: string[]; corrente: number; nome: string };

/** Where one is in a form of several pages; `corrente` counts from 0. */
export function Passi({ passi, corrente, nome }: Props) {
  return (
    <ol aria-label={nome} className="mt-6 flex flex-wrap gap-x-6 gap-y-2 print:hidden">
      {passi.map((passo, index) => (
        <li
          key={passo}
          aria-current={index === corrente ? "step" : undefined}
          className="flex items-center gap-2.5 text-slate-36 aria-[current]:font-bold aria-[current]:text-slate-20"
        >
          <span
            aria-hidden
            className={`grid size-8 place-content-center rounded-full border-2 text-base leading-none ${
              index <= corrente ? "border-blue-40 bg-blue-40 text-white" : "border-slate-60 text-slate-36"
            }`}
          >
            {index + 1}
          </span>
          {passo}
        </li>
      ))}
    </ol>
  );
}
