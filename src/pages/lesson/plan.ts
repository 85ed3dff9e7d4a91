import { startNamesForm } from './names-form.ts';
import { startPrintButtons } from '../../look/print-button.view.ts';

startNamesForm();
startPrintButtons();
