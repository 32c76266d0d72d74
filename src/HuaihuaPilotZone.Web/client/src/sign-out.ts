// Signing out clears what the portal keeps on this device (Clear-Site-Data): who has typed something that never arrived is asked first.
import { countUnsent } from './declaration/unsent';

export function startSignOut(): void {
  // before the forms look whether there is a question
  document.addEventListener('submit', askAboutUnsent, { capture: true });
}

function askAboutUnsent(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.action.endsWith('/account/logout')) return;
  const count = countUnsent();
  if (count === 0) return;
  form.dataset.confirm = `放弃 ${count} 份未上传的修改？`;
  form.dataset.confirmText = '本机存有没有上传的草稿修改，退出登录时会清除。要保留的，请先回到草稿恢复并保存。';
  form.dataset.confirmAction = '放弃并退出';
}
