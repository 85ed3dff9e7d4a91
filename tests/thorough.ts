/** True with `npm test -- --thorough`, where tests go through all there is instead of a part that is chosen well. */
export const isThorough = process.env['THOROUGH'] === '1';
