import { Mark } from "@tiptap/core";
import { SAFE_HREF } from "@/core/text/rich-text";

/** The address if a link may have it, else null. */
export function safeHref(href: unknown): string | null {
  if (typeof href !== "string") return null;
  const trimmed = href.trim();
  // Browsers drop control characters and white space inside an address and may then read another scheme than we do.
  const isPlain = Array.from(trimmed).every(
    (character) => character > " " && character !== "\u007f",
  );
  // Half a surrogate pair cannot be stored, and would keep the whole text from being saved.
  const isWhole = !/\p{Surrogate}/u.test(trimmed);
  return isPlain && isWhole && SAFE_HREF.test(trimmed) && trimmed.length <= 2048
    ? trimmed
    : null;
}

/** A link to an http, https or mailto address. Whatever else arrives loses the link and keeps its words. */
export const Link = Mark.create({
  name: "link",
  priority: 1000,
  inclusive: false,
  keepOnSplit: false,

  addAttributes() {
    return { href: { default: null } };
  },

  parseHTML() {
    return [
      {
        tag: "a[href]",
        getAttrs: (element) => {
          const href = safeHref(element.getAttribute("href"));
          return href === null ? false : { href };
        },
      },
    ];
  },

  renderHTML({ HTMLAttributes }) {
    // Another client may have put anything into the shared text.
    const href = safeHref(HTMLAttributes.href);
    return href === null
      ? ["span", 0]
      : [
          "a",
          { href, rel: "noopener noreferrer nofollow", target: "_blank" },
          0,
        ];
  },
});
