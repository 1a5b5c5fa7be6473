import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      // Next's guard against server code in the browser; here everything is the server.
      { find: /^server-only$/, replacement: at("test/server-only.ts") },
      { find: /^@\//, replacement: at("./") },
    ],
  },
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Much of a test is waiting; one file at a time, which is what two cores get otherwise, would wait twice as long.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: [
            "{app,components,core,editor,cli,messages}/**/*.test.{ts,tsx}",
          ],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["{server,collab,reader,boot,prisma,test}/**/*.test.ts"],
          globalSetup: ["test/global-setup.ts"],
          setupFiles: ["test/own-database.ts"],
        },
      },
    ],
  },
});
