import fc from 'fast-check';

// Read by every test file before its first property: the seed that `property-seed.ts` has chosen for all.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['PROPERTY_SEED']) });
