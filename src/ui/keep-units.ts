/** The same text in which no line ends between a figure and its per cent sign: `30.3 %`. */
export function keepUnits(text: string): string {
  return text.replaceAll(/(\d) %/g, '$1\u00a0%');
}
