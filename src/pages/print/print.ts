import { startPrintButtons } from '../../look/print-button.view.ts';

// The foot of every printed page is made by the style sheet, which reads the sheet's name from here.
const foot = document.querySelector<HTMLElement>('[data-foot]')?.dataset['foot'];
if (foot !== undefined) document.documentElement.style.setProperty('--foot', JSON.stringify(foot));

startPrintButtons();
