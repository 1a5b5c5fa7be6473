import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";
import { Section } from "@/components/ui/page";
import { ROLES } from "@/core/access/can";

const STEPS = [
  "project",
  "import",
  "write",
  "terms",
  "notes",
  "confirm",
  "read",
  "publish",
  "export",
] as const;

/** What is pressed for each action; parts are pressed together, alternatives stand one after the other. */
const KEYS = {
  confirm_next: [["Ctrl", "Enter"]],
  confirm: [["Ctrl", "Shift", "Enter"]],
  next: [
    ["Alt", "↑"],
    ["Alt", "↓"],
  ],
  unfinished: [
    ["Alt", "Shift", "↑"],
    ["Alt", "Shift", "↓"],
  ],
  insert: [["Alt", "1–9"]],
  add: [["Alt", "G"]],
  explain: [["Alt", "N"]],
  search: [["Alt", "K"]],
  read: [["Alt", "R"]],
  leave: [["Esc"]],
  all: [["?"]],
} as const;

const TOPICS = ["import", "publish", "export", "glossary"] as const;

const NOTE_MATTERS = [
  "make",
  "kinds",
  "place",
  "terms",
  "review",
  "publish",
] as const;

/** What one needs to know, on one page. */
export function Help() {
  const t = useTranslations("help");
  return (
    <>
      <Section title={t("walk.title")}>
        <ol className="flex list-decimal flex-col gap-2 pl-5">
          {STEPS.map((step) => (
            <li key={step}>
              {t.rich(`walk.steps.${step}`, {
                b: (words: ReactNode) => <strong>{words}</strong>,
              })}
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t("keys.title")}>
        <KeyTable />
      </Section>
      {TOPICS.map((topic) => (
        <Section key={topic} title={t(`${topic}.title`)}>
          <p>{t(`${topic}.text`)}</p>
        </Section>
      ))}
      <Section title={t("notes.title")}>
        <p>{t("notes.text")}</p>
        <ul className="mt-2 flex list-disc flex-col gap-2 pl-5">
          {NOTE_MATTERS.map((matter) => (
            <li key={matter}>
              {t.rich(`notes.${matter}`, {
                b: (words: ReactNode) => <strong>{words}</strong>,
              })}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("team.title")}>
        <p>{t("team.text")}</p>
        <RoleTable />
      </Section>
      <Section title={t("account.title")}>
        <p>{t("account.text")}</p>
      </Section>
    </>
  );
}

function KeyTable() {
  const t = useTranslations("help.keys");
  return (
    <>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[12rem_1fr]">
        {Object.entries(KEYS).map(([name, ways]) => (
          <div key={name} className="contents">
            <dt className="flex flex-wrap items-center gap-1">
              {ways.map((way) => (
                <span key={way.join()} className="mr-1.5 inline-flex gap-1">
                  {way.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </span>
              ))}
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-[13px] text-ink-3">{t("note")}</p>
    </>
  );
}

function RoleTable() {
  const t = useTranslations("help.team");
  const name = useTranslations("common.role");
  return (
    <dl className="mt-3 grid gap-x-6 gap-y-1 sm:grid-cols-[12rem_1fr]">
      {ROLES.map((role) => (
        <div key={role} className="contents">
          <dt className="font-medium">{name(role)}</dt>
          <dd>{t(`roles.${role}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
