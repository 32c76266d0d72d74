// A block of cells as spreadsheets put it on the clipboard: rows by line, cells by tab, quoted where a cell holds
// a tab, a line break or a quote.

export function parseBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    row.push(cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  const input = text.replace(/\r\n?/g, '\n');
  for (let i = 0; i < input.length; i++) {
    const c = input[i];
    if (isQuoted) {
      if (c !== '"') cell += c;
      else if (input[i + 1] === '"') { cell += '"'; i++; } else isQuoted = false;
    } else if (c === '"' && cell === '') isQuoted = true;
    else if (c === '\t') endCell();
    else if (c === '\n') endRow();
    else cell += c;
  }
  // spreadsheets end the block with a line break, which is not a row of its own
  if (cell !== '' || row.length > 0) endRow();
  return rows.map(cells => cells.map(value => value.replace(/\s+/g, ' ').trim()));
}

/** A block as the portal understands it: names of the fields, and the rows below. */
export interface ReadBlock {
  columns: string[];
  rows: string[][];
  /** Which columns had no field, as a sentence. */
  notRead: string | null;
}

/** Undefined when the portal cannot be reached or refuses the block. */
export async function readBlock(form: HTMLFormElement, text: string, firstColumn: number): Promise<ReadBlock | undefined> {
  const token = form.querySelector<HTMLInputElement>('input[name="__RequestVerificationToken"]')?.value;
  if (!token) return undefined;
  const body = new FormData();
  body.set('__RequestVerificationToken', token);
  body.set('Block', text);
  body.set('FirstColumn', String(firstColumn));
  try {
    const answer = await fetch(form.action.replace(/\/edit$/, '/paste/read'), { method: 'POST', body, headers: { Accept: 'application/json' } });
    return answer.ok ? await answer.json() as ReadBlock : undefined;
  } catch {
    return undefined;
  }
}
