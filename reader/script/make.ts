/** Makes an element; texts are set as text, never as markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Makes a button that does something. */
export function makeButton(label: string, onClick: () => void) {
  const button = make("button", { type: "button", class: "button" }, label);
  button.addEventListener("click", onClick);
  return button;
}

/** A dialog with a heading that can be closed with a button, with Escape, and with a click beside it. */
export function makeDialog(
  className: string,
  heading: string,
  closeLabel: string,
): HTMLDialogElement {
  const dialog = make("dialog", { class: className, "aria-label": heading });
  const close = makeButton("×", () => dialog.close());
  close.classList.add("close");
  close.setAttribute("aria-label", closeLabel);
  dialog.append(make("h2", {}, heading), close);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}
