/** Where something becomes worth an alert. README.md of the profile cell states the same figures. */
export const LIMITS = {
  /** Fewer present values than this say nothing of shapes, ties or pairs. */
  leastValues: 20,
  /** Fewer than this say nothing of tails. */
  leastForTails: 50,
  mostlyMissing: 0.5,
  /** The most frequent value has at least this share. */
  almostConstant: 0.99,
  leastForAlmostConstant: 100,
  /** Distinct values per present value. */
  almostUnique: 0.95,
  skewness: 2,
  /** Tukey's outer fences: quartiles ± 3 interquartile ranges. */
  fence: 3,
  farShare: 2.4e-5,
  zeroInflated: 0.5,
  /** A stand-in lies at least so many times the range of the others away from the nearest of them. */
  standInGap: 0.5,
  standInDays: 365,
  oldestAge: 120,
  earliestBirthYear: 1905,
  mixedShare: 0.5,
  /** Columns with more distinct texts are not looked through for spellings, rare levels. */
  mostLevels: 10_000,
  rareShare: 0.005,
  mostRareLevels: 200,
  correlation: 0.95,
  /** Rows alike but for the identifier mean something only while they are few. */
  alikeShare: 0.05,
  repeatedShare: 0.5,
  gapDays: 7,
  gapFactor: 10,
  leastDays: 100,
  /** Lists in the report. */
  examples: 5,
  alerts: 150,
  pairs: 20,
  /** Products of the correlations; beyond it rows are sampled. */
  products: 4e9,
} as const;
