import look from './join-slide.css?inline';
import { adoptSheet } from './adopt-sheet.view.ts';
import { joinSlideHtml } from './join-slide.ts';

adoptSheet(look);

/** Draws the slide to join by on a page that has its looks from here. */
export const drawJoinSlide = joinSlideHtml;
