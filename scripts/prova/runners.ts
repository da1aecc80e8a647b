import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { runNode, tool } from "./commands";
import { type Outcome, PROVE } from "./outcome";

type VitestReport = {
  testResults: { status: string; assertionResults: { status: string }[] }[];
};
type PlaywrightReport = {
  stats: { expected: number; flaky: number; unexpected: number };
  errors: unknown[];
};

export async function runVitest(project: string): Promise<Outcome> {
  const file = freshReport(`${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const result = await runNode([tool("vitest/vitest.mjs"), "run", "--project", project, ...reporters]);
  return summary(result, file, (report: VitestReport) => {
    const tests = report.testResults.flatMap((suite) => suite.assertionResults.map(({ status }) => status));
    // A file that could not even be read has no tests to fail.
    const broken = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" && !assertionResults.some((test) => test.status === "failed"),
    );
    return {
      passed: tests.filter((status) => status === "passed").length,
      skipped: tests.filter((status) => status === "skipped" || status === "pending").length,
      failed: tests.filter((status) => status === "failed").length + broken.length,
    };
  });
}

export async function runPlaywright(chromium: string | undefined): Promise<Outcome> {
  const file = freshReport("percorsi.json");
  const result = await runNode([tool("@playwright/test/cli.js"), "test", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    ...(chromium ? { CHROME_PATH: chromium } : {}),
  });
  return summary(result, file, ({ stats, errors }: PlaywrightReport) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
  }));
}

function freshReport(name: string): string {
  const file = path.join(PROVE, name);
  rmSync(file, { force: true });
  return file;
}

/** A runner that ends badly without naming a failed test has failed all the same. */
function summary<Report>(
  { code, output }: { code: number; output: string },
  file: string,
  count: (report: Report) => { passed: number; failed: number; skipped?: number },
): Outcome {
  if (!existsSync(file)) return { passed: 0, failed: 1, output };
  const { passed, failed, skipped = 0 } = count(JSON.parse(readFileSync(file, "utf8")));
  const missed = failed || code === 0 ? failed : 1;
  const note = `${passed} su ${passed + missed}${skipped ? `, ${skipped} saltate` : ""}`;
  return { passed, failed: missed, skipped, note, output };
}
