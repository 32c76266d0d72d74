// The copy of a form on this device while it is not saved on the server. What was typed is sealed with a key that stands in the person's own page of the form and
// nowhere on the device: once that page is closed, nobody reads the copy here before the same person has signed in again and opened the form.
import { prefix } from './unsent';

type Pair = [name: string, value: string];

export interface Copy {
  /** Version of the record that the changes were made on. */
  version: string;
  /** When the copy was made, milliseconds since 1970. */
  at: number;
  values: Pair[];
  /** The form itself was sent with these values; once the record has a newer version, the copy is of no more use. */
  wasSent: boolean;
}

/** How it lies on the device. */
type Kept = Omit<Copy, 'values'> & { sealed: string };

/** Fields that belong to the page, not to what was typed. */
const notCopied = new Set(['__RequestVerificationToken', 'Version']);

const cipher = 'AES-GCM';
const nonceLength = 12;

export class LocalCopy {
  readonly #place: string;
  /** Where a copy lay before copies were sealed. */
  readonly #plainPlace: string;
  readonly #secret: string;
  #key: Promise<CryptoKey> | undefined;
  /** Counts what was asked for: sealing takes a moment, and a copy that was removed meanwhile must not come back. */
  #turn = 0;

  /**
   * @param name What the form is about.
   * @param owner Tells the person's copies from those of others on the same device.
   * @param secret The person's key, in hexadecimal digits.
   */
  constructor(name: string, owner: string, secret: string) {
    this.#place = `${prefix}${owner}:${name}`;
    this.#plainPlace = prefix + name;
    this.#secret = secret;
  }

  /** False when the device refuses to keep it (private window, no space, an address without encryption). */
  write(form: HTMLFormElement, wasSent = false): Promise<boolean> {
    return this.#keep({ version: versionOf(form), at: Date.now(), values: valuesOf(form), wasSent });
  }

  async read(): Promise<Copy | undefined> {
    try {
      const plain = JSON.parse(localStorage.getItem(this.#plainPlace) ?? 'null') as Copy | null;
      if (plain && Array.isArray(plain.values)) {
        if (await this.#keep(plain)) localStorage.removeItem(this.#plainPlace);
        return plain;
      }
      const kept = JSON.parse(localStorage.getItem(this.#place) ?? 'null') as Kept | null;
      return kept ? { version: kept.version, at: kept.at, wasSent: kept.wasSent, values: JSON.parse(await this.#open(kept.sealed)) as Pair[] } : undefined;
    } catch {
      return undefined;
    }
  }

  remove(): void {
    this.#turn++;
    try {
      localStorage.removeItem(this.#place);
    } catch {
      // a device that keeps nothing has nothing to remove
    }
  }

  async #keep({ values, ...facts }: Copy): Promise<boolean> {
    const turn = ++this.#turn;
    try {
      const kept: Kept = { ...facts, sealed: await this.#seal(JSON.stringify(values)) };
      if (turn === this.#turn) localStorage.setItem(this.#place, JSON.stringify(kept));
      return true;
    } catch {
      return false;
    }
  }

  async #seal(text: string): Promise<string> {
    const nonce = crypto.getRandomValues(new Uint8Array(nonceLength));
    const sealed = new Uint8Array(await crypto.subtle.encrypt(this.#way(nonce), await this.#opened(), new TextEncoder().encode(text)));
    return `${toBase64(nonce)}.${toBase64(sealed)}`;
  }

  async #open(text: string): Promise<string> {
    const [nonce = '', sealed = ''] = text.split('.');
    return new TextDecoder().decode(await crypto.subtle.decrypt(this.#way(fromBase64(nonce)), await this.#opened(), fromBase64(sealed)));
  }

  /** Bound to its place: a copy that somebody lays in another one's place does not open. */
  #way(iv: Uint8Array<ArrayBuffer>): AesGcmParams {
    return { name: cipher, iv, additionalData: new TextEncoder().encode(this.#place) };
  }

  #opened(): Promise<CryptoKey> {
    return this.#key ??= crypto.subtle.importKey('raw', Uint8Array.from(this.#secret.match(/../g) ?? [], pair => Number.parseInt(pair, 16)), cipher, false, ['encrypt', 'decrypt']);
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

function toBase64(bytes: Uint8Array): string {
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
}
