// Where the copies of unsent forms lie on this device. Every page needs to know how many there are (sign-out.ts); only drafts write and read them (local-copy.ts).

export const prefix = 'hh-draft:';

/** How many copies on this device say something that was never sent. */
export function countUnsent(): number {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(prefix) && !(JSON.parse(localStorage.getItem(key) ?? 'null') as { wasSent?: boolean } | null)?.wasSent).length;
  } catch {
    return 0;
  }
}
