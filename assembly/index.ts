export { reserve, reset } from './memory';
export { assignNearest } from './kmeans/assign-nearest';
export { sumByLabel } from './kmeans/sum-by-label';
export { lowerWeights } from './kmeans/lower-weights';
export { sumLowered } from './kmeans/sum-lowered';
export { distancesToLabel } from './distance/distances-to-label';
export { sumDistances } from './silhouette/sum-distances';
