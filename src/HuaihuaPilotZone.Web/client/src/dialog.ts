// A question before something that cannot be undone. The button repeats the verb; the focus starts on 取消.
import { make, word } from './dom';

export interface Question {
  /** A question with the object and the number: 停用 3 家企业？ */
  title: string;
  /** What follows from it; may be empty. */
  text: string;
  /** The verb with the number: 停用 3 家. */
  action: string;
  isDangerous: boolean;
}

/** Resolves to true when the person chose the action. */
export function ask(question: Question): Promise<boolean> {
  const title = make('h2', '', question.title);
  title.id = 'hh-dialog-title';
  const cancel = make('button', 'btn btn-quiet', word('取消', 'Cancel'));
  const action = make('button', question.isDangerous ? 'btn btn-danger' : 'btn btn-primary', question.action);
  cancel.value = '';
  action.value = 'yes';
  const body = make('div', 'body', title, ...(question.text ? [make('p', '', question.text)] : []));
  const form = make('form', '', body, make('footer', '', cancel, action));
  form.method = 'dialog';
  const dialog = make('dialog', 'hh-dialog', form);
  dialog.setAttribute('aria-labelledby', title.id);
  document.body.append(dialog);
  return new Promise(resolve => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    dialog.showModal();
    cancel.focus();
  });
}
