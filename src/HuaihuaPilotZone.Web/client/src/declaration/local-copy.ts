// The copy of a form on this device while it is not saved on the server.

type Pair = [name: string, value: string];

export interface Copy {
  /** Version of the record that the changes were made on. */
  version: string;
  /** When the copy was made, milliseconds since 1970. */
  at: number;
  values: Pair[];
  /** The form itself was sent with these values; once the record has a newer version, the copy is of no more use. */
  wasSent?: boolean;
}

/** Fields that belong to the page, not to what was typed. */
const notCopied = new Set(['__RequestVerificationToken', 'Version']);

const prefix = 'hh-draft:';

/** How many copies on this device say something that was never sent. */
export function countUnsent(): number {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(prefix) && !(JSON.parse(localStorage.getItem(key) ?? 'null') as Copy | null)?.wasSent).length;
  } catch {
    return 0;
  }
}

export class LocalCopy {
  readonly #key: string;

  constructor(name: string) {
    this.#key = prefix + name;
  }

  /** False when the device refuses to keep it (private window, no space). */
  write(form: HTMLFormElement, wasSent = false): boolean {
    try {
      const copy: Copy = { version: versionOf(form), at: Date.now(), values: valuesOf(form), wasSent };
      localStorage.setItem(this.#key, JSON.stringify(copy));
      return true;
    } catch {
      return false;
    }
  }

  read(): Copy | undefined {
    try {
      const copy = JSON.parse(localStorage.getItem(this.#key) ?? 'null') as Copy | null;
      return copy && Array.isArray(copy.values) ? copy : undefined;
    } catch {
      return undefined;
    }
  }

  remove(): void {
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // a device that keeps nothing has nothing to remove
    }
  }
}

export function versionOf(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>('input[name="Version"]')?.value ?? '';
}

export function valuesOf(form: HTMLFormElement): Pair[] {
  const pairs: Pair[] = [];
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && !notCopied.has(name)) pairs.push([name, value]);
  }
  return pairs;
}

/** Whether the copy says anything other than the form does now. */
export function differs(copy: Copy, form: HTMLFormElement): boolean {
  const filled = (pairs: Pair[]): string => JSON.stringify(pairs.filter(([, value]) => value !== '').sort());
  return filled(copy.values) !== filled(valuesOf(form));
}
