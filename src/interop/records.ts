/** All that the page writes of a run, loaded as one when it is first needed. */
export {
  compareReceipts,
  makeReceipt,
  parseReceipt,
  type Comparison,
  type Verdict,
} from './receipt';
export { leftOutOf, reproduce, type LeftOut } from './reproduction';
export { writeJupyter } from './write-jupyter';
export { writeScript } from './write-script';
