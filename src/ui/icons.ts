/** The interface's own icons: one stroke on a 16 × 16 grid. */
export const ICONS = {
  add: 'M8 3v10M3 8h10',
  caret: 'm4 6 4 4 4-4',
  check: 'm3 8.5 3.5 3.5L13 4.5',
  close: 'm4 4 8 8M12 4l-8 8',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8Z',
  down: 'M8 3v10M4 9l4 4 4-4',
  export: 'M8 10V2.5M5 5l3-3 3 3M3 9v4.5h10V9',
  file: 'M4 1.5h5.5L13 5v9.5H4ZM9.5 1.5V5H13',
  inside: 'M4 2.5v6a2 2 0 0 0 2 2h6.5M9.5 7.5l3 3-3 3',
  keys: 'M1.5 4h13v8h-13ZM4 6.5h.5M7 6.5h.5M10 6.5h.5M4.5 9.5h7',
  list: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  lock: 'M4.5 7h7A1.5 1.5 0 0 1 13 8.5v4a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 12.5v-4A1.5 1.5 0 0 1 4.5 7ZM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  moon: 'M13.5 10A6 6 0 0 1 6 2.5 6 6 0 1 0 13.5 10Z',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  pen: 'M2.5 13.5l.7-3L10.7 3l2.3 2.3-7.5 7.5Z',
  redo: 'M10 4l3.5 3.5L10 11M13 7.5H6a3.5 3.5 0 0 0 0 7h3',
  run: 'M4.5 3v10l8-5Z',
  stop: 'M5 4h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Z',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  trash: 'M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.6 9h6.8l.6-9M6.8 7v4M9.2 7v4',
  undo: 'M6 4 2.5 7.5 6 11M3 7.5h7a3.5 3.5 0 0 1 0 7H7',
  up: 'M8 13V3M4 7l4-4 4 4',
} as const;

export type IconName = keyof typeof ICONS;
