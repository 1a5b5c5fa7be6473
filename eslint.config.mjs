import js from "@eslint/js";
import checkFile from "eslint-plugin-check-file";
import jsxA11y from "eslint-plugin-jsx-a11y";
import react from "eslint-plugin-react";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";
import { rooms } from "./rooms.mjs";

const SOURCES = ["**/*.ts", "**/*.tsx"];

export default tseslint.config(
  {
    ignores: [
      ".next/**",
      ".next-*/**",
      ".data/**",
      "node_modules/**",
      "server/db/generated/**",
      "next-env.d.ts",
      "test-results/**",
      "playwright-report/**",
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.mjs", "**/*.js"],
    languageOptions: { globals: globals.node },
  },
  {
    files: SOURCES,
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false } },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      "@typescript-eslint/require-await": "off",
      "no-nested-ternary": "error",
      "no-restricted-properties": [
        "error",
        {
          object: "process",
          property: "env",
          message:
            "The environment is read and checked once, in server/env.ts.",
        },
      ],
    },
  },
  {
    files: [
      "server/env.ts",
      "boot/**",
      "test/**",
      "e2e/**",
      "bench/**",
      "cli/**",
      "*.config.ts",
      "prisma.config.ts",
      "next.config.js",
    ],
    rules: { "no-restricted-properties": "off" },
  },
  // Tiptap's declaration merging needs interfaces.
  {
    files: ["editor/**"],
    rules: { "@typescript-eslint/consistent-type-definitions": "off" },
  },
  {
    files: ["**/*.ts", "**/*.tsx"],
    ignores: ["prisma/**", "**/*.test.ts", "**/*.test.tsx", "**/fixtures/**"],
    rules: {
      "max-lines": [
        "error",
        { max: 300, skipBlankLines: true, skipComments: true },
      ],
    },
  },
  {
    files: ["**/*.tsx"],
    plugins: { react, "react-hooks": reactHooks },
    extends: [jsxA11y.flatConfigs.recommended],
    rules: {
      "react/jsx-no-literals": [
        "error",
        {
          noStrings: false,
          allowedStrings: [
            "·",
            "/",
            "—",
            "–",
            "→",
            ":",
            "(",
            ")",
            "[",
            "]",
            "对照",
            "+",
            "%",
            "?",
            "×",
            "…",
          ],
        },
      ],
      "react/jsx-key": "error",
      "react/no-danger": "error",
      // Our own components may have a prop of that name; elements may not.
      "jsx-a11y/no-autofocus": ["error", { ignoreNonDOM: true }],
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
    },
  },
  {
    files: [
      "{app,components,core,editor,server,collab,reader,boot,cli,bench,test,e2e}/**/*.{ts,tsx,mjs}",
    ],
    plugins: { "check-file": checkFile },
    rules: {
      "check-file/filename-naming-convention": [
        "error",
        { "**/*.{ts,tsx,mjs}": "KEBAB_CASE" },
        { ignoreMiddleExtensions: true },
      ],
    },
  },
  // Playwright reads from the pattern which fixtures a fixture wants; none is `{}`.
  { files: ["e2e/**"], rules: { "no-empty-pattern": "off" } },
  {
    files: ["**/*.test.ts", "**/*.test.tsx", "e2e/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.property.name='waitForTimeout']",
          message: "Wait for what the user would see, never for time.",
        },
        {
          selector:
            "MemberExpression[property.name=/^(skip|only|fixme)$/][object.name=/^(it|test|describe)$/]",
          message: "No skipped or focused tests.",
        },
      ],
    },
  },
  ...rooms,
);
