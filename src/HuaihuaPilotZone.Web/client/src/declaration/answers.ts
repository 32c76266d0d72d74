// What the server answers to an automatic save.

/** A finding at one field. severity is MustFix or Advice, as in the pre-check. */
export interface FieldMessage {
  severity: string;
  message: string;
  ruleId: string;
}

/** 200: saved. html is the pre-check panel, fields are keyed by the name of the input. */
export interface Saved {
  version: number;
  savedAt: string;
  html: string;
  fields: Record<string, FieldMessage[]>;
}

export type Answer =
  | { kind: 'saved'; saved: Saved }
  /** 409: somebody else saved in between; html says who and what. */
  | { kind: 'conflict'; html: string }
  /** 400, 401, 403, 404, 413, 429: refused, with the sentence for the person. */
  | { kind: 'refused'; message: string; isSignedOut: boolean }
  /** No connection, a timeout or a broken server: worth another try. */
  | { kind: 'unreachable' };

const patience = 20_000;

export async function post(address: string, body: FormData): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(address, {
      method: 'POST',
      body,
      headers: { Accept: 'application/json', 'X-Requested-With': 'fetch' },
      credentials: 'same-origin',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
  } catch {
    return { kind: 'unreachable' };
  }
  return read(response);
}

async function read(response: Response): Promise<Answer> {
  // a redirect leads to the sign-in page
  if (response.type === 'opaqueredirect' || response.status === 401) {
    const said = await messageOf(response);
    return { kind: 'refused', message: said || '登录已过期。内容已存在本机，请重新登录后继续。', isSignedOut: true };
  }
  if (response.status >= 500) return { kind: 'unreachable' };
  if (response.ok) {
    const saved = await jsonOf<Saved>(response);
    return isSaved(saved) ? { kind: 'saved', saved } : { kind: 'unreachable' };
  }
  if (response.status === 409) return { kind: 'conflict', html: (await jsonOf<{ html: string }>(response))?.html ?? '' };
  return { kind: 'refused', message: (await messageOf(response)) || '没有保存成功。请检查内容后重试。', isSignedOut: false };
}

/** Something between here and the server may answer 200 with a page of its own. */
function isSaved(said: Saved | undefined): said is Saved {
  return said !== undefined && typeof said.version === 'number' && typeof said.html === 'string' && typeof said.fields === 'object';
}

async function messageOf(response: Response): Promise<string> {
  const said = (await jsonOf<{ message: string }>(response))?.message;
  return typeof said === 'string' ? said : '';
}

async function jsonOf<T>(response: Response): Promise<T | undefined> {
  if (!response.headers.get('Content-Type')?.includes('json')) return undefined;
  try {
    return await response.json() as T;
  } catch {
    return undefined;
  }
}
