/** Closes an open menu of the lesson's head by Escape, which gives the focus back, and by a press anywhere else. */
export function startClosingMenus(): void {
  const menus = [...document.querySelectorAll<HTMLDetailsElement>('.plan-menu')];
  document.addEventListener('keydown', ({ key }) => {
    const open = menus.find((menu) => menu.open);
    if (key !== 'Escape' || !open) return;
    if (open.contains(document.activeElement)) open.querySelector('summary')?.focus();
    open.open = false;
  });
  document.addEventListener('pointerdown', ({ target }) => {
    for (const menu of menus) {
      if (target instanceof Node && !menu.contains(target)) menu.open = false;
    }
  });
}
