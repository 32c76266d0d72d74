// Asks for a picture's or attachment's words and sends it. Nothing gets into a text without them.
import { make } from '../dom';
import { type ChosenFile, type KeptFile, upload } from './files';

/** @returns what was kept; null when the person turned back. */
export function askForFile(form: HTMLFormElement | null, chosen: ChosenFile): Promise<KeptFile | null> {
  const title = make('h2', '', chosen.isPicture ? '插入图片' : '插入附件');
  title.id = 'hh-media-title';
  const choose = fileField(chosen);
  const words = make('input', 'form-control');
  words.id = 'hh-media-words';
  words.maxLength = 200;
  words.value = chosen.isPicture ? '' : chosen.file?.name.replace(/\.[^.]*$/, '') ?? '';
  const problem = make('div', 'err');
  problem.id = 'hh-media-problem';
  problem.setAttribute('role', 'alert');
  words.setAttribute('aria-describedby', 'hh-media-hint hh-media-problem');
  const hint = make('div', 'hint', chosen.isPicture ? '图片里有什么，如“龙门吊正在装车”。看不到图片的人靠它了解内容。' : '读者看到的链接文字。');
  hint.id = 'hh-media-hint';
  const label = make('label', 'form-label', chosen.isPicture ? '替代文字' : '附件名称');
  label.htmlFor = words.id;
  const cancel = make('button', 'btn btn-quiet', '取消');
  cancel.type = 'button';
  const action = make('button', 'btn btn-primary', '插入');
  const own = make('form', '', make('div', 'body', title, choose.element, make('div', 'hh-field', label, words, hint, problem)), make('footer', '', cancel, action));
  own.noValidate = true;
  own.method = 'dialog';
  const dialog = make('dialog', 'hh-dialog hh-md__ask', own);
  dialog.setAttribute('aria-labelledby', title.id);
  document.body.append(dialog);
  return new Promise(resolve => {
    let kept: KeptFile | null = null;
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(kept);
    });
    cancel.addEventListener('click', () => dialog.close());
    own.addEventListener('submit', event => {
      event.preventDefault();
      event.stopPropagation();
      void send();
    });
    async function send(): Promise<void> {
      const file = choose.file();
      if (!file) return refuse('请选择文件。');
      if (words.value.trim() === '') return refuse('请写替代文字，写明后才能插入。');
      action.setAttribute('aria-busy', 'true');
      action.disabled = true;
      const answer = await upload(form, file, words.value.trim());
      action.disabled = false;
      action.removeAttribute('aria-busy');
      if (Array.isArray(answer)) return refuse(answer.join(''));
      kept = answer;
      dialog.close();
    }
    function refuse(sentence: string): void {
      problem.textContent = sentence;
      words.setAttribute('aria-invalid', 'true');
      words.classList.add('is-invalid');
      words.focus();
    }
    dialog.showModal();
    if (chosen.file) words.focus();
  });
}

/** The file that came by drag or paste with a small view of it, or a field to choose one. */
function fileField(chosen: ChosenFile): { element: HTMLElement; file: () => File | null } {
  if (chosen.file) {
    const file = chosen.file;
    const shown = make('p', 'hh-md__file', file.name);
    if (chosen.isPicture) preview(file, shown);
    return { element: shown, file: () => file };
  }
  const input = make('input', 'form-control');
  input.type = 'file';
  input.id = 'hh-media-file';
  input.accept = chosen.isPicture ? 'image/png,image/jpeg' : '.pdf,.ofd,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.csv,.txt';
  const label = make('label', 'form-label', '文件');
  label.htmlFor = input.id;
  return { element: make('div', 'hh-field mb-3', label, input), file: () => input.files?.[0] ?? null };
}

/** The content policy allows data addresses for pictures, and no others that are made here. */
function preview(file: File, into: HTMLElement): void {
  const reader = new FileReader();
  reader.addEventListener('load', () => {
    const picture = make('img', '');
    picture.src = String(reader.result);
    picture.alt = '';
    into.prepend(picture);
  });
  reader.readAsDataURL(file);
}
