import { startPrintButtons } from '../../look/print-button.view.ts';

startPrintButtons();
