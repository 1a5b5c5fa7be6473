import { expect, test } from "vitest";
import { NO_DETAILS } from "@/core/editions/publication";
import { describeSource } from "./source-facts";

const metadata = {
  version: 1,
  title: null,
  column: null,
  issuingBody: null,
  documentNumber: null,
  publisher: null,
  date: "2025-12-08",
  source: null,
  sourceAddress: null,
} as const;

test("what was said of the source later counts before what came with it", () => {
  const describe = (details: typeof NO_DETAILS) => {
    const given = { metadata, details, sha256: "0" };
    const { date, address } = describeSource(
      given as Parameters<typeof describeSource>[0],
      [],
    );
    return { date, address };
  };
  expect(describe(NO_DETAILS)).toEqual({ date: "2025-12-08", address: null });
  const sourceAddress = "https://www.qz.gov.cn/art/2025/12/8.html";
  expect(
    describe({ ...NO_DETAILS, sourceDate: "2025-12-09", sourceAddress }),
  ).toEqual({ date: "2025-12-09", address: sourceAddress });
  expect(
    describe({ ...NO_DETAILS, sourceDate: "", sourceAddress: "" }),
  ).toEqual(describe(NO_DETAILS));
});

test("an issuing body that is typed in counts where the import recognised none, in either language", () => {
  const issuer = (said: Partial<typeof NO_DETAILS>, recognised = "") =>
    describeSource(
      {
        metadata: { ...metadata, issuingBody: recognised || null },
        details: { ...NO_DETAILS, ...said },
        sha256: "0",
      } as Parameters<typeof describeSource>[0],
      [],
    ).issuingBody;
  const english = "Qingxi Municipal Government";
  expect(issuer({})).toBeNull();
  expect(issuer({ issuingBody: english })).toEqual({
    source: null,
    target: english,
  });
  expect(issuer({ issuingBodySource: "青溪市人民政府" })).toEqual({
    source: "青溪市人民政府",
    target: null,
  });
  expect(
    issuer(
      { issuingBody: english, issuingBodySource: "青溪市人民政府" },
      "青溪市",
    ),
  ).toEqual({ source: "青溪市人民政府", target: english });
});
