import path from "node:path";
import { ROOT } from "../avvio/files";

/** What one step found: each test of a runner counts, a step without a runner counts as one. */
export type Outcome = {
  passed: number;
  failed: number;
  /** What this machine could not be made ready for. */
  skipped?: number;
  note?: string;
  output?: string;
};

export type Step = {
  name: string;
  quick: boolean;
  /** The name of a step without which this one would say nothing. */
  needs?: string;
  run: () => Promise<Outcome>;
};

/** Where the tests leave their reports and logs. */
export const PROVE = path.join(ROOT, ".prove");
