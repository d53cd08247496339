/** All that the page writes of a run, loaded as one when it is first needed. */
export { compareReceipts, type Comparison, type Verdict } from './compare-receipts';
export { makeReceipt, parseReceipt } from './receipt';
export { leftOutOf, reproduce, type LeftOut } from './reproduction';
export { writeJupyter } from './write-jupyter';
export { writeScript } from './write-script';
