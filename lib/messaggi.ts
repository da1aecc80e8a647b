import type it from "@/messages/it.json";

type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}`;
}[keyof T & string];

/** The address of a text in messages/it.json; a wrong one does not compile. */
export type Messaggio = Paths<typeof it>;
