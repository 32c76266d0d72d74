// Where a value came from that nobody typed stands at its field; once the person changes the value, it goes.
import { isControl } from '../dom';

export function watchOrigins(form: HTMLFormElement): void {
  form.addEventListener('input', event => {
    const control = event.target;
    if (!isControl(control) || !control.id) return;
    const place = form.querySelector(`[data-origin-of="${CSS.escape(control.id)}"]`);
    if (!place) return;
    const described = (control.getAttribute('aria-describedby') ?? '').split(' ').filter(id => id !== place.id);
    control.setAttribute('aria-describedby', described.join(' '));
    place.remove();
  });
}
