/** The name that ties a rule to a component; rules without one are everybody's. */
const COMPONENT = /\.(svelte-[a-z0-9]+)/g;

/**
 * The rules of the page's style sheets that a piece of it needs: those of its components and those
 * of everybody. Fonts stay behind: what the reader's system has takes their place.
 */
export function usedRules(element: Element): string {
  const known = new Set<string>();
  for (const each of element.querySelectorAll('[class]')) {
    for (const name of each.classList) if (name.startsWith('svelte-')) known.add(name);
  }
  return [...document.styleSheets]
    .flatMap((sheet) => rulesOf([...sheet.cssRules], known))
    .join('\n');
}

function rulesOf(rules: readonly CSSRule[], known: ReadonlySet<string>): string[] {
  return rules.flatMap((rule) => {
    if (rule instanceof CSSFontFaceRule) return [];
    if (rule instanceof CSSMediaRule) {
      const inside = rulesOf([...rule.cssRules], known);
      return inside.length === 0 ? [] : [`@media ${rule.conditionText}{${inside.join('\n')}}`];
    }
    if (rule instanceof CSSStyleRule) return isUsed(rule.selectorText, known) ? [rule.cssText] : [];
    return [rule.cssText];
  });
}

/** A list of selectors is used when one of them is; a selector when all its components are there. */
function isUsed(selectors: string, known: ReadonlySet<string>): boolean {
  if (selectors.includes('#app')) return false;
  return selectors.split(',').some((selector) => {
    const components = [...selector.matchAll(COMPONENT)].map(([, name]) => name!);
    return components.every((name) => known.has(name));
  });
}
