/** Closes menus with Escape and with a click beside them. */
export function closeMenus(): void {
  const open = () =>
    document.querySelector<HTMLDetailsElement>("details.menu[open]");
  document.addEventListener("click", ({ target }) => {
    const menu = open();
    if (menu !== null && target instanceof Node && !menu.contains(target))
      menu.open = false;
  });
  document.addEventListener("keydown", ({ key }) => {
    const menu = open();
    if (key !== "Escape" || menu === null) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
}
