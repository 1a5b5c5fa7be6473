import { beforeEach, describe, expect, it } from "vitest";
import {
  DEFAULT_STYLE,
  SetStyleInput,
  type ProjectStyle,
} from "@/core/projects/style";
import { listActivities } from "@/server/db/activities";
import { buildActors, type Actors } from "@/test/actors";
import { buildProject } from "@/test/factories";
import { findStyle, setStyle } from "./project-style";

const STYLE: ProjectStyle = {
  ...DEFAULT_STYLE,
  firstUse: "pinyin_characters",
  exchangeRate: {
    yuanPerDollar: 7.1,
    date: "2026-01-05",
    source: "中国人民银行",
  },
};

let projectId: string;
let actors: Actors;

beforeEach(async () => {
  projectId = (await buildProject()).id;
  actors = await buildActors(projectId);
});

const log = async () =>
  (await listActivities(projectId, 9)).map(({ action }) => action);

describe("the style of a project", () => {
  it("is the default until it is decided, and then for all to read", async () => {
    expect(await findStyle(actors.reader, projectId)).toEqual(DEFAULT_STYLE);
    await setStyle(actors.owner, { projectId, style: STYLE });
    await setStyle(actors.owner, { projectId, style: STYLE });
    expect(await findStyle(actors.reader, projectId)).toEqual(STYLE);
    expect(await log()).toEqual(["project.style"]);
  });

  it("is decided by owners", async () => {
    for (const role of [
      "reviewer",
      "translator",
      "commenter",
      "reader",
    ] as const)
      await expect(
        setStyle(actors[role], { projectId, style: STYLE }),
      ).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      setStyle(actors.stranger, { projectId, style: STYLE }),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(findStyle(actors.stranger, projectId)).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await findStyle(actors.owner, projectId)).toEqual(DEFAULT_STYLE);
    expect(await log()).toEqual([]);
  });

  it.each([
    ["a rate of nothing", { yuanPerDollar: 0 }],
    ["a rate without end", { yuanPerDollar: Infinity }],
    ["a day that is none", { date: "2026-02-30" }],
    ["NUL", { source: "人民\0银行" }],
    ["half of a character", { source: "\ud842" }],
    ["a source without end", { source: "长".repeat(201) }],
  ])("never has %s", (_what, given) => {
    const style = {
      ...STYLE,
      exchangeRate: { ...STYLE.exchangeRate, ...given },
    };
    expect(SetStyleInput.safeParse({ projectId, style }).success).toBe(false);
  });
});
