import fc from 'fast-check';

/**
 * Properties that name no seed of their own try the same rounds on every machine, so that a run that passed passes again;
 * `npm run test:long -- --seed 7` tries others.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_201) });
