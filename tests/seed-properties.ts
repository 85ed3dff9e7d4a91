import fc from 'fast-check';

// Read by every test file before its first property. The same values every time; PROPERTY_SEED tries others.
const seed = Number(process.env['PROPERTY_SEED'] ?? 20261201);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
