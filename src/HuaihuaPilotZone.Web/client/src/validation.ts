// The validator's own rules (data-val-*) checked in the browser before the round trip.
import { ValidationService } from 'aspnet-client-validation';

type Validated = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Adds what the library leaves out: screen readers are told which field is wrong. */
class FieldValidation extends ValidationService {
  override highlight(input: Validated, errorClass: string, validClass: string): void {
    super.highlight(input, errorClass, validClass);
    input.setAttribute('aria-invalid', 'true');
  }

  override unhighlight(input: Validated, errorClass: string, validClass: string): void {
    super.unhighlight(input, errorClass, validClass);
    input.removeAttribute('aria-invalid');
    input.classList.remove('is-invalid');
  }
}

export function startValidation(): void {
  if (document.querySelector('form [data-val="true"]')) new FieldValidation().bootstrap();
}
