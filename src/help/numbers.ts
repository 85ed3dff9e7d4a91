/** The first numbers and the sites of services that slides, cards and pages name, apart from the table, which a board need not wait for; whose they are and when they were read is in `services.ts`. */
export const EMERGENCY = '999';
/** Childline’s number. */
export const CHILDLINE = '0800 1111';
/** Where Childline’s chat is, and Report Remove. */
export const CHILDLINE_SITE = 'childline.org.uk';
/** Report Remove’s own page there. */
export const REPORT_REMOVE_PAGE =
  'www.childline.org.uk/info-advice/bullying-abuse-safety/online-mobile-safety/remove-nude-image-shared-online';
/** The site for reporting someone online to CEOP. */
export const CEOP_SITE = 'ceop.police.uk';
/** The NSPCC helpline’s number, for adults. */
export const NSPCC = '0808 800 5000';
/** Where adults write to it. */
export const NSPCC_EMAIL = 'help@nspcc.org.uk';
/** The number that leads to most banks, by their own choice. */
export const BANKS = '159';
/** Where a scam text is forwarded to. */
export const SCAM_TEXTS = '7726';
/** Where a scam is reported. */
export const REPORT_FRAUD_SITE = 'reportfraud.police.uk';
