import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: root }] },
  test: {
    environment: "node",
    include: ["{app,components,core,editor,server,collab,boot,cli,messages,test}/**/*.test.{ts,tsx}"],
    testTimeout: 30_000,
  },
});
