import { Mark } from "@tiptap/core";

/** Words supplied by the translator. The square brackets around them are drawn, never typed. */
export const Supplied = Mark.create({
  name: "supplied",

  parseHTML() {
    return [{ tag: "span[data-supplied]" }, { tag: "span.supplied" }];
  },

  renderHTML() {
    return ["span", { class: "supplied", "data-supplied": "" }, 0];
  },
});
