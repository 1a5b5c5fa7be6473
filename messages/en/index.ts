import account from "./account.json";
import bundles from "./bundles.json";
import common from "./common.json";
import documents from "./documents.json";
import editions from "./editions.json";
import errors from "./errors.json";
import glossary from "./glossary.json";
import help from "./help.json";
import imports from "./import.json";
import live from "./live.json";
import members from "./members.json";
import notes from "./notes.json";
import projects from "./projects.json";
import workbench from "./workbench.json";

/** All interface texts of this language, one file per noun. */
export const messages = {
  account,
  bundles,
  common,
  documents,
  editions,
  errors,
  glossary,
  help,
  import: imports,
  live,
  members,
  notes,
  projects,
  workbench,
};
