import fc from 'fast-check';

/** Any number does; what counts is that every run of the tests sees the same examples. */
const USUAL_SEED = 20260101;

const wanted = process.env['FENQUN_SEED'];
const seed = wanted === undefined || wanted === '' ? USUAL_SEED : Number(wanted);
if (!Number.isInteger(seed)) throw new Error(`FENQUN_SEED is not a whole number: ${wanted}`);

/** Property tests draw the same examples in every run; `FENQUN_SEED` lets them see others. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
