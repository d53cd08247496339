import { definePython, literal, type PythonGap } from '../../core/python';
import { definition } from './definition';
import type { JoinDisplay } from './display';

/** Keys compared as text or loosely are made by rules of the page's own. */
const LOOSE: PythonGap = {
  why: {
    zh: '键按文字或宽松的规则比较，这些规则是页面自己的',
    en: 'keys are compared as text or loosely, by rules of the page alone',
  },
};

/** `merge` on the keys that met, and `concat` for tables put one below the other. */
export const python = definePython(
  definition,
  ({ params, display, inputs, output, columns: fed }) => {
    const { how, matching, columns, renamed } = display as JoinDisplay;
    const [left, right] = [inputs['left']!, inputs['right']!];
    if (how === 'append') {
      const origin = params.sourceColumn.trim();
      const sides = [left, right].map((side, i) =>
        origin === '' ? side : `${side}.assign(**{${literal(origin)}: "${i + 1}"})`,
      );
      const names = literal(columns.map(({ name }) => name));
      return {
        lines: [`${output} = pd.concat([${sides.join(', ')}], ignore_index=True)[${names}]`],
      };
    }
    if (matching === null || params.asText || params.loose) return LOOSE;
    const keys = matching.keys.map((pair) => pair.left);
    const others = matching.keys.map((pair) => pair.right);
    if (how === 'anti') {
      return {
        lines: [
          `keys = pd.MultiIndex.from_frame(${left}[${literal(keys)}])`,
          `known = pd.MultiIndex.from_frame(${right}[${literal(others)}].dropna())`,
          `${output} = ${left}[~keys.isin(known)].reset_index(drop=True)`,
        ],
      };
    }
    const names = columns.map(({ name }) => name);
    const suffixes = new Map(renamed.map((each) => [each.name, each]));
    const lefts = Object.fromEntries([...suffixes].map(([name, each]) => [name, each.left]));
    const rights = Object.fromEntries([...suffixes].map(([name, each]) => [name, each.right]));
    const kept = new Set((fed['left'] ?? []).map(({ name }) => lefts[name] ?? name));
    const brought = names.filter((name) => !kept.has(name));
    const on = [
      `left_on=${literal(keys.map((key) => suffixes.get(key)?.left ?? key))}`,
      `right_on=${literal(others.map((_, i) => `key ${i}`))}`,
    ];
    return {
      lines: [
        `right = ${right}.rename(columns=${literal(rights)})[${literal(brought)}].copy()`,
        ...others.map((key, i) => `right["key ${i}"] = ${right}[${literal(key)}]`),
        `right = right.dropna(subset=${literal(others.map((_, i) => `key ${i}`))})`,
        `${output} = ${left}.rename(columns=${literal(lefts)}).merge(right, how=${literal(how)}, ${on.join(', ')})[${literal(names)}]`,
      ],
    };
  },
);
