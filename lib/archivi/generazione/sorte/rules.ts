/** Chance that can be repeated: the same seed and place give the same draws, on any machine, in any order. */

export type Sorte = {
  /** From `min` to `max`, both included. */
  intero: (min: number, max: number) => number;
  uno: <T>(values: readonly T[]) => T;
  capita: (probability: number) => boolean;
  /** One of the keys, each as often as its weight says. */
  pesato: <K extends string>(weights: Readonly<Record<K, number>>) => K;
};

export function sorteOf(...seeds: readonly number[]): Sorte {
  let state = seeds.reduce((mixed, seed) => mix(mixed ^ Math.imul(seed + 1, 0x9e3779b1)), 0x2f6e2b1);

  // Mulberry32: small, fast, and good enough for names and dates.
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let drawn = Math.imul(state ^ (state >>> 15), 1 | state);
    drawn = (drawn + Math.imul(drawn ^ (drawn >>> 7), 61 | drawn)) ^ drawn;
    return ((drawn ^ (drawn >>> 14)) >>> 0) / 4_294_967_296;
  }

  const intero = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    intero,
    uno: (values) => values[intero(0, values.length - 1)] as (typeof values)[number],
    capita: (probability) => next() < probability,
    pesato: (weights) => {
      const entries = Object.entries<number>(weights);
      let left = next() * entries.reduce((total, [, weight]) => total + weight, 0);
      const found = entries.find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return (found ?? entries[0])?.[0] as keyof typeof weights;
    },
  };
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 0;
}
