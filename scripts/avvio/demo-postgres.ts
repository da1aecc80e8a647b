import { migrate } from "@/db/migrate";
import { startPostgres } from "./postgres";
import type { Run } from "./world";

const RIAVVII_MASSIMI = 5;

/** The demo's own PostgreSQL, up to date, started again if it dies. */
export async function startDemoPostgres(run: Run) {
  const { folder, say } = run;
  let cluster = await startPostgres({ folder, say, throwaway: run.prova });
  let restart: Promise<void> | undefined;
  let deaths = 0;
  run.stops.push(async () => {
    await restart;
    await cluster.stop();
    if (run.prova) cluster.discard();
  });
  const watch = () =>
    cluster.onDeath(() => {
      deaths += 1;
      if (run.signal.aborted) return;
      if (deaths > RIAVVII_MASSIMI) return run.giveUp("PostgreSQL continua a fermarsi: vedere postgres.log.");
      say("PostgreSQL si è fermato da solo: lo riavvio.");
      restart = revive();
    });
  const revive = async () => {
    try {
      // The web process and the worker know this port.
      cluster = await startPostgres({ folder, say, port: cluster.port });
      watch();
    } catch (error) {
      run.giveUp((error as Error).message);
    }
  };
  watch();
  await migrate(cluster.ownerUrl, { loginRole: "cassetto_login" });
  const { NEXTAUTH_SECRET, PIN_PEPPER } = cluster.segreti;
  return {
    fresh: cluster.fresh,
    ownerUrl: cluster.ownerUrl,
    pepper: PIN_PEPPER,
    settings: {
      DATABASE_URL: cluster.loginUrl,
      DATABASE_OWNER_URL: cluster.ownerUrl,
      NEXTAUTH_SECRET,
      PIN_PEPPER,
      CASSETTO_DEMO: "1",
    },
  };
}
