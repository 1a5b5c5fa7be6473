import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { request } from "node:http";
import { parseHTML } from "linkedom";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { withdrawEdition } from "@/server/services/editions/withdraw-edition";
import {
  revokeDraft,
  shareDraft,
} from "@/server/services/editions/share-draft";
import { prisma } from "@/server/db/client";
import { shareExportQueue, type ExportQueue } from "@/server/export/queue";
import { buildReady, publish, rewrite } from "@/test/publishing";
import { handleReader } from "./handle";

let server: Server;
let origin = "";

beforeAll(async () => {
  server = createServer((incoming, response) => {
    handleReader(incoming, response)
      .then((isOurs) => {
        if (!isOurs) response.writeHead(418).end();
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

type Got = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
};

/** Asks without a client that decodes, follows or normalizes anything. */
function ask(
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asking = request(`${origin}`, { path, headers, method }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    asking.on("error", reject);
    asking.end();
  });
}

const read = ({ body }: Got) => parseHTML(body.toString("utf8")).document;

async function publishNew(given: Parameters<typeof buildReady>[0] = {}) {
  const ready = await buildReady(given);
  await publish(ready.actors, ready.document.id);
  return { ...ready, path: `/e/${ready.details.slug}/1` };
}

async function withdraw(
  { actors }: Awaited<ReturnType<typeof publishNew>>,
  slug: string,
  number: number,
) {
  const { id } = await prisma.edition.findUniqueOrThrow({
    where: { slug_number: { slug, number } },
  });
  await withdrawEdition(actors.reviewer, {
    editionId: id,
    reason: "The <b>wrong</b> text.",
  });
}

describe("a published edition", () => {
  it("is a page for anyone: both texts, numbered paragraphs, its own address", async () => {
    const { path } = await publishNew();
    const got = await ask(path);
    expect(got.status).toBe(200);
    const document = read(got);
    expect(document.querySelector("h1")?.textContent).toBe(
      "Recommendations for the 15th Five-Year Plan",
    );
    expect(document.querySelector("#p3 .zh")?.textContent).toContain(
      "全市上下同心",
    );
    expect(document.querySelector("#p3 .en")?.textContent).toContain(
      "The city stands as one",
    );
    expect(
      document.querySelector("link[rel=canonical]")?.getAttribute("href"),
    ).toMatch(new RegExp(`^http.*${path}$`));
    expect(document.querySelector(".notice")).toBeNull();
  });

  it("tells reference managers who made it, when, and of what", async () => {
    const { path } = await publishNew();
    const document = read(await ask(path));
    const content = (name: string) =>
      document.querySelector(`meta[name="${name}"]`)?.getAttribute("content");
    expect(content("citation_title")).toBe(
      "Recommendations for the 15th Five-Year Plan",
    );
    expect(content("citation_author")).toBe("CPC Quzhou Municipal Committee");
    expect(content("citation_translator")).toBe("Wang Fang");
    expect(content("citation_publication_date")).toMatch(
      /^\d{4}\/\d{2}\/\d{2}$/,
    );
    expect(content("citation_pdf_url")).toMatch(/\/english\.pdf$/);
    expect(content("DC.language")).toBe("en-GB");
    const data = JSON.parse(
      document.querySelector("script[type='application/ld+json']")
        ?.textContent ?? "",
    ) as Record<string, unknown>;
    expect(data).toMatchObject({
      name: "Recommendations for the 15th Five-Year Plan",
      translator: [{ name: "Wang Fang" }],
      license: "CC BY 4.0",
      translationOfWork: {
        name: "关于制定“十五五”规划的建议",
        inLanguage: "zh-CN",
      },
    });
  });

  it("is packed, and known again by its tag; no cookie is set, none is looked at", async () => {
    const { path } = await publishNew();
    const plain = await ask(path, { cookie: "next-auth.session-token=x" });
    expect(plain.headers["set-cookie"]).toBeUndefined();
    const brotli = await ask(path, { "accept-encoding": "br" });
    const gzip = await ask(path, { "accept-encoding": "gzip" });
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    expect(brotli.headers["vary"]).toBe("Accept-Encoding");
    const tags = [plain, brotli, gzip].map(({ headers }) => headers["etag"]);
    expect(new Set(tags).size).toBe(3);
    const known = await ask(path, {
      "accept-encoding": "br",
      "if-none-match": String(brotli.headers["etag"]),
    });
    expect([known.status, known.body.length]).toEqual([304, 0]);
    const head = await ask(path, {}, "HEAD");
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(head.headers["content-length"]).toBe(String(plain.body.length));
  });

  it("takes nothing but questions", async () => {
    const { path } = await publishNew();
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"]) {
      const got = await ask(path, {}, method);
      expect([got.status, got.headers["allow"]]).toEqual([405, "GET, HEAD"]);
    }
  });

  it("may run and load nothing but its own", async () => {
    const hostile = "</title></style><script>alert(1)</script>\" onload='x'";
    const { path } = await publishNew({
      paragraphs: [
        { text: "题目", kind: "title", target: hostile, status: "approved" },
        {
          text: `${hostile} {{7*7}}`,
          target: `${hostile} <!-- ]]>`,
          status: "approved",
        },
      ],
      details: { credits: [{ name: hostile, role: "translator" }] },
    });
    const got = await ask(path);
    const policy = String(got.headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    const document = read(got);
    const scripts = [...document.querySelectorAll("script")];
    for (const script of scripts)
      expect(script.textContent).not.toBe("alert(1)");
    expect(scripts.filter((each) => each.hasAttribute("src")).length).toBe(1);
    for (const element of document.querySelectorAll("*"))
      for (const { name } of element.attributes)
        expect(name).not.toMatch(/^on|^style$/);
    expect(document.querySelector("#p2 .en")?.textContent).toContain(hostile);
  });

  it("is found by its slug alone, and the older one says that there is a newer", async () => {
    const ready = await publishNew();
    const { slug } = ready.details;
    await rewrite(
      ready.document.paragraphs[2]!.translations[0]!.textId,
      "The city stands as one and joins its chains of industry.",
    );
    await publish(ready.actors, ready.document.id, 2);
    const sent = await ask(`/e/${slug}`);
    expect([sent.status, sent.headers["location"]]).toEqual([
      302,
      `/e/${slug}/2`,
    ]);
    expect(
      read(await ask(`/e/${slug}/1`))
        .querySelector(".banner a")
        ?.getAttribute("href"),
    ).toBe(`/e/${slug}/2`);
    const compared = read(await ask(`/e/${slug}/1/compare/2`));
    expect(compared.querySelector("del")?.textContent).toContain("integrates");
    expect(compared.querySelector("ins")?.textContent).toContain("joins");
  });

  it("can be cited in every form", async () => {
    const { path } = await publishNew();
    const answers = await Promise.all(
      ["bib", "ris", "json"].map((format) => ask(`${path}/cite.${format}`)),
    );
    const [bib, ris, json] = answers.map(({ body }) => body.toString("utf8"));
    expect(bib).toMatch(/^@/);
    expect(ris).toMatch(/^TY {2}- /);
    expect(JSON.parse(json ?? "")).toMatchObject([{ type: "report" }]);
  });
});

describe("a withdrawn edition", () => {
  it("is gone at every address of it, at once, and says why", async () => {
    const ready = await publishNew();
    const { slug } = ready.details;
    await ask(ready.path);
    await withdraw(ready, slug, 1);
    for (const path of [
      ready.path,
      `${ready.path}?mode=chinese`,
      `/e/${slug}`,
      `${ready.path}/english.pdf`,
      `${ready.path}/bundle.json`,
      `${ready.path}/cite.bib`,
      `${ready.path}/card.png`,
      `${ready.path}/compare/1`,
    ]) {
      const got = await ask(path);
      expect([path, got.status]).toEqual([path, 410]);
      expect(got.body.toString("utf8")).toContain(
        "The &lt;b&gt;wrong&lt;/b&gt; text.",
      );
      expect(got.body.toString("utf8")).not.toContain("The city stands as one");
    }
    const lists = await Promise.all(
      ["/e", "/e/feed.xml", "/sitemap.xml"].map((path) => ask(path)),
    );
    for (const { body } of lists)
      expect(body.toString("utf8")).not.toContain(slug);
  });
});

describe("what the export queue makes", () => {
  afterEach(() => shareExportQueue(null));

  /** A queue of which only this is asked. */
  const shareQueue = (asked: Partial<ExportQueue>) =>
    shareExportQueue(asked as ExportQueue);

  it("is not sent of an edition that was withdrawn while it was written", async () => {
    const ready = await publishNew();
    const { slug } = ready.details;
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const started = new Promise<void>((resolve) =>
      shareQueue({
        run: async () => {
          resolve();
          await held;
          return {
            filename: "plan.md",
            mediaType: "text/markdown",
            body: "The city stands as one",
          };
        },
      }),
    );
    const asking = ask(`${ready.path}/english.md`);
    await started;
    await withdraw(ready, slug, 1);
    release();
    const got = await asking;
    expect(got.status).toBe(410);
    expect(got.body.toString("utf8")).not.toContain("The city stands as one");
  });

  it("is asked for again later where it could not be made just now", async () => {
    const { path } = await publishNew();
    const fail = () => Promise.reject(new Error("export_busy"));
    shareQueue({ drawCard: fail, run: fail });
    for (const part of ["card.png", "english.pdf"]) {
      const got = await ask(`${path}/${part}`);
      expect([part, got.status, got.headers["retry-after"]]).toEqual([
        part,
        503,
        "60",
      ]);
    }
    shareExportQueue(null);
    expect((await ask(`${path}/card.png`)).status).toBe(503);
  });
});

describe("a draft behind a secret link", () => {
  it("says that it is one, and is kept by nobody", async () => {
    const { actors, document } = await buildReady();
    const { link } = await shareDraft(actors.reviewer, {
      documentId: document.id,
      label: "",
      days: 7,
    });
    const path = new URL(link).pathname;
    const got = await ask(path);
    expect(got.status).toBe(200);
    expect(got.headers).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    });
    expect(got.headers["x-robots-tag"]).toContain("noindex");
    expect(read(got).querySelector(".banner")?.textContent).toMatch(/^Draft/);
    expect(got.body.toString("utf8")).not.toContain(path);
    const { id } = await prisma.draftLink.findFirstOrThrow({
      where: { documentId: document.id },
    });
    await revokeDraft(actors.reviewer, { linkId: id });
    expect((await ask(path)).status).toBe(404);
  });

  it("is made once for all who ask at the same moment, and so many times in a minute", async () => {
    const { actors, document } = await buildReady();
    const { link } = await shareDraft(actors.reviewer, {
      documentId: document.id,
      label: "",
      days: 7,
    });
    const { pathname } = new URL(link);
    const got = await Promise.all(
      Array.from({ length: 12 }, () => ask(pathname)),
    );
    expect(new Set(got.map(({ status }) => status))).toEqual(new Set([200]));
    const statuses: number[] = [];
    for (let turn = 0; turn < 30; turn += 1)
      statuses.push((await ask(pathname)).status);
    // The one that all had at the same moment counts.
    expect(statuses).toEqual([...Array<number>(29).fill(200), 503]);
    // Another link to the same document has a share of its own.
    const other = await shareDraft(actors.reviewer, {
      documentId: document.id,
      label: "",
      days: 7,
    });
    expect((await ask(new URL(other.link).pathname)).status).toBe(200);
  });

  it("is told apart from nothing by nobody", async () => {
    const other = await ask(`/d/${"a".repeat(43)}`);
    const short = await ask("/d/x");
    expect([other.status, short.status]).toEqual([404, 404]);
    expect(other.body).toEqual(short.body);
  });
});

describe("the pages around editions", () => {
  it("find words in both languages, and lead to the paragraph", async () => {
    const { path } = await publishNew({
      paragraphs: [
        { text: "题目", kind: "title", target: "Title", status: "approved" },
        {
          text: "发展无人机产业链。",
          target: "Develop the drone <industry>.",
          status: "approved",
        },
      ],
    });
    const chinese = read(await ask(`/e?q=${encodeURIComponent("无人机产业")}`));
    expect(chinese.querySelector("mark")?.textContent).toBe("无人机产业");
    expect(chinese.querySelector(".passage a")?.getAttribute("href")).toBe(
      `${path}#p2`,
    );
    const english = read(await ask("/e?q=drone"));
    expect(english.querySelector(".passage")?.textContent).toContain(
      "drone <industry>",
    );
    const nothing = read(await ask("/e?q=%3Cb%3Exyzzy&lang=zh-CN"));
    expect(nothing.querySelector(".empty")?.textContent).toContain("<b>xyzzy");
    expect(nothing.documentElement.lang).toBe("zh-CN");
  });

  it("list what there is for machines", async () => {
    const { path } = await publishNew();
    const feed = await ask("/e/feed.xml");
    expect(feed.headers["content-type"]).toContain("application/atom+xml");
    expect(feed.body.toString("utf8")).toContain(`${path}</id>`);
    expect((await ask("/sitemap.xml")).body.toString("utf8")).toContain(
      `hreflang="zh-CN" href="http://localhost:3000${path}?mode=chinese"`,
    );
    expect((await ask("/robots.txt")).body.toString("utf8")).toContain(
      "Sitemap: ",
    );
  });

  it("are not there for what is not there", async () => {
    for (const path of [
      "/e/none-such",
      "/e/none-such/1",
      "/e/none-such/1/english.pdf",
      "/e/~/none.js",
      "/e/%2e%2e/x",
    ]) {
      const got = await ask(path);
      expect([path, got.status]).toEqual([path, 404]);
      expect(got.headers["cache-control"]).toBe("no-store");
    }
    expect((await ask("/sign-in")).status).toBe(418);
  });

  it("load files whose names are their content, for ever", async () => {
    const { path } = await publishNew();
    const document = read(await ask(path));
    const files = [
      document.querySelector("script[src]")?.getAttribute("src"),
      /url\((\/e\/~\/[^)]*woff2)\)/.exec(document.head.innerHTML)?.[1],
      document.querySelector("link[rel=icon]")?.getAttribute("href"),
    ];
    for (const file of files) {
      const got = await ask(file ?? "");
      expect([file, got.status]).toEqual([file, 200]);
      expect(got.headers["cache-control"]).toContain("immutable");
    }
    const script = await ask(files[0] ?? "");
    expect(script.body.length).toBeLessThan(60_000);
    expect(script.body.toString("utf8")).not.toMatch(/innerHTML|eval\(/);
  });
});
