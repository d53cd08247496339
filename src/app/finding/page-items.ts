import { finderWords } from '../../locale/finder';
import { frame } from '../../locale/frame';
import { modeWords } from '../../locale/modes';
import { protectWords } from '../../locale/protecting';
import type { NotebookHead } from '../../storage/port';
import { same } from '../cell-words';
import { command, type FinderItem, type FinderPorts } from './item';

/** What can be done with the protection of the notebook. */
export function protectItems({ page, workspace, session }: FinderPorts): FinderItem[] {
  const isPlain = workspace.protecting.stateOf(session.id) === 'plain';
  return [
    command({
      id: 'protect',
      words: isPlain ? protectWords.title : protectWords.openTitle,
      isOff: session.readOnly !== null,
      act: () => (page.isProtecting = true),
    }),
    command({
      id: 'lock-now',
      words: protectWords.lockNow,
      about: protectWords.lockNowAbout,
      isOff: isPlain,
      act: () => void workspace.protecting.lock(session.id),
    }),
  ];
}

/** What can be done with the page as a whole. */
export function pageItems({ page, preferences, workspace }: FinderPorts): FinderItem[] {
  const { hasSingleKeys, theme, language } = preferences;
  return [
    command({
      id: 'help',
      key: 'help',
      words: frame.help,
      act: () => (page.isHelpOpen = true),
    }),
    command({
      id: 'show-as-app',
      words: modeWords.showAsApp,
      about: modeWords.appHint,
      act: () => workspace.showMode('app'),
    }),
    command({
      id: 'present',
      words: modeWords.present,
      about: modeWords.presentHint,
      act: () => workspace.showMode('present'),
    }),
    command({ id: 'export', words: frame.exportHint, act: () => (page.isExportOpen = true) }),
    command({
      id: 'theme',
      words: theme === 'dark' ? frame.toLight : frame.toDark,
      act: () => preferences.setTheme(theme === 'dark' ? 'light' : 'dark'),
    }),
    command({
      id: 'language',
      words: finderWords.language,
      act: () => preferences.setLanguage(language === 'zh' ? 'en' : 'zh'),
    }),
    command({
      id: 'single-keys',
      words: hasSingleKeys ? finderWords.singleKeysOff : finderWords.singleKeysOn,
      act: () => preferences.setSingleKeys(!hasSingleKeys),
    }),
    command({ id: 'home', words: frame.home, act: () => void workspace.showStart() }),
  ];
}

/** Another notebook, to open. */
export function notebookItem({ id, title }: NotebookHead, { session }: FinderPorts): FinderItem {
  return {
    id: `notebook:${id}`,
    group: 'notebook',
    words: title === '' ? frame.titlePlaceholder : same(title),
    isOff: id === session.id,
    act: () => (location.hash = `#/notebook/${id}`),
  };
}
