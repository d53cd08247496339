import { LONGEST_LINK, packLink } from '../../notebook-file/link';

export interface ShareLink {
  readonly link: string;
  /** Longer than links may be: a file has to do. */
  readonly isTooLong: boolean;
}

/** The link that opens a notebook anywhere: its text is in the part that browsers never send. */
export async function shareLinkOf(text: string, page: string): Promise<ShareLink> {
  const home = new URL('.', page).href;
  const link = `${home}#/share/${await packLink(text)}`;
  return { link, isTooLong: link.length > LONGEST_LINK };
}
