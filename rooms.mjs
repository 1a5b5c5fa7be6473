/**
 * The rooms of the house and who may import whom: docs/ARCHITECTURE.md as lint.
 * Each room names what it must not know; the message of each rule says why.
 */
const REACT = [
  "react",
  "react/*",
  "react-dom",
  "react-dom/*",
  "@tiptap/react",
  "lucide-react",
  "radix-ui",
];
const NEXT = [
  "next",
  "next/*",
  "next-auth",
  "next-auth/*",
  "next-intl",
  "next-intl/*",
];
const PRISMA = [
  "@prisma/*",
  "prisma",
  "@/server/db/generated/*",
  "./generated/*",
  "pg",
];
const EDITOR = [
  "@tiptap/*",
  "prosemirror-*",
  "yjs",
  "y-*",
  "y-protocols/*",
  "@hocuspocus/*",
];
const NODE = [
  "node:*",
  "fs",
  "path",
  "crypto",
  "buffer",
  "stream",
  "child_process",
  "os",
  "http",
  "https",
  "net",
];

const ROOMS = [
  "app",
  "components",
  "core",
  "editor",
  "server",
  "collab",
  "reader",
  "boot",
  "cli",
  "prisma",
  "samples",
  "bench",
  "test",
  "e2e",
];

/** Import patterns of all rooms but the named ones. */
const except = (...allowed) =>
  ROOMS.filter((room) => !allowed.includes(room)).map((room) => `@/${room}/**`);

const rule = (files, ignores, groups) => ({
  files,
  ignores,
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            group: ["../*"],
            message: "Beside you: ./; anywhere else: @/; never ../.",
          },
          ...groups,
        ],
      },
    ],
  },
});

const TESTS = ["**/*.test.ts", "**/*.test.tsx"];

/** Nouns whose texts look as those of documents do. */
const DRAW_TEXTS = ["editions", "notes"];

export const rooms = [
  rule(["core/**/*.ts"], TESTS, [
    {
      group: [...REACT, ...NEXT, ...PRISMA, ...EDITOR, ...NODE],
      message:
        "core is pure: it runs in browser, server, worker and command line alike.",
    },
    { group: except("core"), message: "core knows nothing of ours." },
  ]),
  rule(["editor/**/*.ts"], TESTS, [
    {
      group: [...REACT, ...NEXT, ...PRISMA, "@hocuspocus/*", ...NODE],
      message: "editor is the rich text without React, server or transport.",
    },
    { group: except("core", "editor"), message: "editor knows core only." },
  ]),
  rule(
    ["server/db/**/*.ts"],
    [...TESTS, "server/db/generated/**"],
    [
      {
        group: [...REACT, ...NEXT],
        message: "server/db stores; it knows no framework.",
      },
      {
        // Gitignore patterns: a parent must be let in again before its child can be.
        group: [
          ...except("core", "server"),
          "@/server/*",
          "!@/server/env",
          "!@/server/db",
          "!@/server/ids",
        ],
        message: "server/db knows core, server/env and ids.",
      },
    ],
  ),
  rule(
    ["server/**/*.ts"],
    [...TESTS, "server/db/**"],
    [
      {
        group: PRISMA,
        message: "Only server/db imports Prisma: rows in, core types out.",
      },
      {
        group: except("core", "editor", "server"),
        message: "server knows core and editor.",
      },
    ],
  ),
  rule(["collab/**/*.ts"], TESTS, [
    {
      group: [...REACT, ...NEXT, ...PRISMA],
      message: "collab runs beside Next, not in it.",
    },
    {
      group: [
        ...except("core", "editor", "server", "collab"),
        "@/server/actions/**",
      ],
      message: "collab knows core, editor and server/{db,env,services}.",
    },
  ]),
  rule(["reader/*.ts", "reader/pages/*.ts"], TESTS, [
    {
      group: [...REACT, ...NEXT, ...PRISMA, ...EDITOR],
      message: "reader answers without a framework, and knows no live text.",
    },
    {
      group: [
        ...except("core", "server", "reader"),
        "@/reader/script/**",
        "@/server/db/**",
        "@/server/actions/**",
        "@/server/session",
        "@/server/auth",
      ],
      message:
        "reader knows core and public services: no database, no session, nobody's rights.",
    },
  ]),
  rule(["reader/script/**/*.ts"], TESTS, [
    {
      group: [...REACT, ...NEXT, ...PRISMA, ...EDITOR, ...NODE],
      message: "The reader's script runs alone in a browser.",
    },
    {
      group: except("core"),
      message: "The reader's script knows core only.",
    },
  ]),
  rule(["components/**/*.ts", "components/**/*.tsx"], TESTS, [
    {
      group: [...PRISMA, ...NODE],
      message: "Screens know only what the server hands them.",
    },
    {
      group: [
        ...except("core", "editor", "components", "server"),
        "@/server/*",
        "!@/server/actions",
      ],
      message: "components know core, editor and server/actions.",
    },
  ]),
  ...[
    "accounts",
    "bundles",
    "documents",
    "editions",
    "glossary",
    "import",
    "notes",
    "projects",
    "shell",
  ].map((noun) =>
    rule([`components/${noun}/**/*.ts`, `components/${noun}/**/*.tsx`], TESTS, [
      {
        group: [...PRISMA, ...NODE],
        message: "Screens know only what the server hands them.",
      },
      {
        group: [
          ...except("core", "editor", "components", "server"),
          "@/server/*",
          "!@/server/actions",
        ],
        message: "components know core, editor and server/actions.",
      },
      {
        group: [
          "@/components/*",
          "!@/components/ui",
          `!@/components/${noun}`,
          ...(DRAW_TEXTS.includes(noun) ? ["!@/components/documents"] : []),
        ],
        message:
          "A noun's components know only themselves and ui; workbench composes nouns.",
      },
    ]),
  ),
  rule(["components/ui/**/*.tsx", "components/ui/**/*.ts"], TESTS, [
    {
      group: except().concat(),
      message: "ui primitives know no noun of ours.",
    },
  ]),
  rule(["app/**/*.ts", "app/**/*.tsx"], TESTS, [
    {
      group: PRISMA,
      message: "Routes find the actor, call one service and render.",
    },
    {
      group: [
        ...except("app", "core", "components", "server"),
        "@/server/db/**",
      ],
      message:
        "app knows core, components and server/{services,session,route,auth}.",
    },
  ]),
];
