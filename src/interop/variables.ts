/** Names that scripts use themselves; a cell of such a name would take their place. */
export const TAKEN: ReadonlySet<string> = new Set([
  // Functions and constants of the helpers; a test holds the list against the files.
  ...'BLANKS DAY DAY_MS DOUBTFUL FORMULA INVISIBLE MISSING POWERS Random WORD add_months'.split(
    ' ',
  ),
  ...'among as_numbers balanced best_candidate best_run bin_by_edges bisecting bounds_of'.split(
    ' ',
  ),
  ...'breaches by_size cheap_circle check_file check_sizes choose choose_distinct'.split(' '),
  ...'choose_starts classes coalesce column_of compare connect constant date_of_parts days'.split(
    ' ',
  ),
  ...'days_between drop_duplicates each exchange feature fill_empty fill_missing filling'.split(
    ' ',
  ),
  ...'find_prices finite frequencies is_gone is_hopeless judge_orders kmeans kmedians'.split(' '),
  ...'learn_from lloyd lloyd_steps look_at means_of medians_from merged minibatch'.split(' '),
  ...'months_between move_idle move_rows nearest normalize_text normalized numbers'.split(' '),
  ...'on_cycle outliers part places price_for query rank ratio replaced report rfm_group'.split(
    ' ',
  ),
  ...'rounded run_minibatch same_rows score settle_prices sizes_of spelled spelled_number'.split(
    ' ',
  ),
  ...'spherical split_in_two split_part split_up squared_distances stamps start_of'.split(' '),
  ...'substring summarize_customers sums_by_label swap_center tags texts to_dates'.split(' '),
  ...'to_number to_numbers typed unit_lines values_of whole without_doubtful'.split(' '),
  // What cells call their parts.
  ...'rows points table inside numbers means keys known right labels asked fitted k'.split(' '),
  ...'orders roles rules figures scores sizes yeojohnson'.split(' '),
  // Modules, built-in functions and words of the language.
  ...'np pd re json hashlib unicodedata duckdb Path'.split(' '),
  ...'print len sum min max range map list dict set str int float bool sorted zip enumerate'.split(
    ' ',
  ),
  ...'and as assert async await break case class continue def del elif else except finally'.split(
    ' ',
  ),
  ...'for from global if import in is lambda match nonlocal not or pass raise return try'.split(
    ' ',
  ),
  ...'while with yield type True False None DATA'.split(' '),
]);

/** The Python variable that holds what a cell gives. */
export function variableOf(id: string): string {
  const name = id.replaceAll('-', '_').replace(/^(?=\d)/, 'cell_');
  return TAKEN.has(name) ? `${name}_cell` : name;
}
