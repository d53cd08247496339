import type { Language, Words } from '../core/words';

export type Theme = 'light' | 'dark';

const LANGUAGE_KEY = 'fenqun.language';
const THEME_KEY = 'fenqun.theme';
const KEYS_KEY = 'fenqun.single-keys';

/**
 * The user's preferences, kept in this browser. `public/early.js` reads the same keys before the
 * first paint, so that no page flashes in another theme.
 */
export class Preferences {
  language: Language = $state('en');
  theme: Theme = $state('light');
  /** Single letters work as commands; people who dictate turn this off. */
  hasSingleKeys: boolean = $state(true);

  constructor() {
    const { lang, dataset } = document.documentElement;
    this.language = lang.startsWith('zh') ? 'zh' : 'en';
    this.theme = dataset.theme === 'dark' ? 'dark' : 'light';
    this.hasSingleKeys = remembered(KEYS_KEY) !== 'off';
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', () => {
      if (remembered(THEME_KEY) === null) this.#show(system.matches ? 'dark' : 'light');
    });
  }

  setLanguage(language: Language): void {
    this.language = language;
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    remember(LANGUAGE_KEY, language);
  }

  setTheme(theme: Theme): void {
    this.#show(theme);
    remember(THEME_KEY, theme);
  }

  setSingleKeys(isOn: boolean): void {
    this.hasSingleKeys = isOn;
    remember(KEYS_KEY, isOn ? 'on' : 'off');
  }

  /** The text in the reader's language. */
  say(words: Words): string {
    return words[this.language];
  }

  #show(theme: Theme): void {
    this.theme = theme;
    document.documentElement.dataset.theme = theme;
  }
}

function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that stores nothing still works; the choice lasts as long as the page.
  }
}
