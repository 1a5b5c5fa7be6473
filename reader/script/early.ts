import { recall } from "./remember";

// Runs before the text is drawn, so that nothing moves afterwards: the controls stand as they were left.
const SETTINGS = ["mode", "notes", "size", "fonts", "theme", "keys"];
const asked = new URLSearchParams(location.search);

for (const name of SETTINGS) {
  // A mode in the address is what somebody wanted to show.
  if (asked.has(name)) continue;
  const value = recall(name);
  if (value === null || !/^[a-z]+$/.test(value)) continue;
  const control = document.getElementById(`${name}-${value}`);
  if (control instanceof HTMLInputElement) control.checked = true;
}
