import { describe, expect, it } from "vitest";
import { exitCodeOf, ImportazioneRifiutata, messageOf } from "./rules";

describe("the end of a run", () => {
  it("has the exit code of the contract", () => {
    expect((["caricato", "caricato_con_scarti", "non_caricato"] as const).map(exitCodeOf)).toEqual([0, 2, 1]);
  });

  it("is told in one Italian line", () => {
    const error = (code: string, message: string, more = {}) =>
      Object.assign(new Error(message), { code, ...more });
    expect(messageOf(new ImportazioneRifiutata("manca tutto"))).toBe("manca tutto");
    expect(messageOf(error("EROFS", "read-only", { path: "/x" }))).toBe(
      "/x: la cartella è di sola lettura: scarti.csv va scritto lì",
    );
    expect(messageOf(error("57014", "canceling statement"))).toBe("interrotta");
    expect(messageOf(error("XX000", "one\ntwo"))).toBe("errore inatteso (XX000): one");
  });
});
