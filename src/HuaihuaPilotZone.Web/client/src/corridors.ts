// Corridor map: pressing or pointing at a line of the list dims the others on the map.

export function startCorridors(): void {
  for (const frame of document.querySelectorAll<HTMLElement>('[data-corridors]')) {
    const buttons = [...frame.querySelectorAll<HTMLButtonElement>('button[data-corridor]')];
    const lines = [...frame.querySelectorAll<SVGElement>('svg [data-corridor]')];
    const show = (name: string | undefined): void => {
      for (const line of lines) line.classList.toggle('dim', name !== undefined && line.dataset.corridor !== name);
    };
    const pressed = (): string | undefined => buttons.find(b => b.getAttribute('aria-pressed') === 'true')?.dataset.corridor;
    for (const button of buttons) {
      button.addEventListener('click', () => {
        const isOn = button.getAttribute('aria-pressed') === 'true';
        for (const other of buttons) other.setAttribute('aria-pressed', String(other === button && !isOn));
        show(pressed());
      });
      button.addEventListener('mouseenter', () => show(button.dataset.corridor));
      button.addEventListener('mouseleave', () => show(pressed()));
    }
  }
}
