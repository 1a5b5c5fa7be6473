import { alignNotes } from "./align-notes";
import { offerCitations } from "./cite";
import { openContents } from "./contents";
import { facts, say } from "./facts";
import { openFind } from "./find";
import { listenToKeys } from "./keys";
import { makeButton } from "./make";
import { closeMenus } from "./menus";
import { openNotes } from "./notes";
import { keepPlace } from "./place";
import { keepSettings } from "./settings";

// The page is whole without any of this; where it runs, it remembers, finds, copies and answers to keys.
closeMenus();
if (facts !== null) {
  keepSettings();
  openContents();
  openNotes();
  alignNotes();
  offerCitations();
  listenToKeys();
  keepPlace();
  document
    .querySelector(".bar-links")
    ?.prepend(makeButton(say("find"), openFind));
}
