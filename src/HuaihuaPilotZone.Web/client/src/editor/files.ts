// Files on their way into a text.

export interface ChosenFile {
  /** Null while the person has still to choose one. */
  file: File | null;
  isPicture: boolean;
}

/** What the server has kept. */
export interface KeptFile { address: string; description: string; isPicture: boolean }

const pictures = ['image/png', 'image/jpeg'];

export function readFiles(files: File[]): ChosenFile[] {
  return files.map(file => ({ file, isPicture: pictures.includes(file.type) }));
}

/** @returns what was kept, or the sentences why not. */
export async function upload(form: HTMLFormElement | null, file: File, description: string): Promise<KeptFile | string[]> {
  const body = new FormData();
  body.append('File', file);
  body.append('Description', description);
  body.append('__RequestVerificationToken', form?.querySelector<HTMLInputElement>('input[name="__RequestVerificationToken"]')?.value ?? '');
  try {
    const answer = await fetch('/park/media/new', { method: 'POST', body, headers: { Accept: 'application/json' } });
    if (answer.ok) return await answer.json() as KeptFile;
    if (answer.status === 422) return (await answer.json() as { messages: string[] }).messages;
    return [answer.status === 413 ? '文件太大，没有上传。' : answer.status === 401 || answer.status === 403 ? '登录已失效或没有权限，请在新窗口登录后再试。' : '没有上传成功，请稍后再试。'];
  } catch {
    return ['网络不通，没有上传。请稍后再试。'];
  }
}
