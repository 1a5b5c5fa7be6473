// How large what people send may be: one place, because a limit above another one never shows. Plain JavaScript, so that
// next.config.js can read it.
const MB = 1024 * 1024;

/** The largest source that is read, in bytes of a file, or of pasted text as UTF-8: a book of 7 million characters. */
export const MAX_SOURCE_BYTES = 20 * MB;

/**
 * The largest preview, in bytes of its JSON: what was read comes back with its corrections in one request to be stored. It has the
 * text twice (whole, and in paragraphs), half as long again where the file had two bytes a character, and a frame of 200 bytes for each
 * of 50,000 paragraphs.
 */
export const MAX_PREVIEW_BYTES = 4 * MAX_SOURCE_BYTES;

/** The largest body of any request: a preview in its envelope. Next's two limits and the server's own follow from it. */
export const MAX_BODY_BYTES = MAX_PREVIEW_BYTES + MB;

/** Bodies to addresses that take no file or text: forms, and what the screens ask for as JSON. */
export const MAX_FORM_BYTES = MB;

/** Bodies of callers without a session: signing in and signing up take less than 2 KB. */
export const MAX_ANONYMOUS_BYTES = 16 * 1024;
