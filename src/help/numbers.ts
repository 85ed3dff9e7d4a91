/** The first numbers of services that slides name, apart from the table, which a board need not wait for; whose they are and when they were read stands in `services.ts`. */
export const NUMBERS = { '999': '999', childline: '0800 1111', nspcc: '0808 800 5000' } as const;
