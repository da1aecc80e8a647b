import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = {
  "@": root.replace(/\/$/, ""),
  // Outside Next nothing tells a server from a browser, and the package's default is to throw.
  "server-only": fileURLToPath(new URL("node_modules/server-only/empty.js", import.meta.url)),
};
const where = (ending: string) => [`{lib,db,scripts,bench}/**/*.${ending}`];

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: { name: "unita", include: where("test.ts"), environment: "node", testTimeout: 20_000 },
      },
      {
        extends: true,
        test: {
          name: "integrazione",
          include: where("itest.ts"),
          environment: "node",
          globalSetup: "db/test-setup.ts",
          pool: "forks",
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
