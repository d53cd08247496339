import type { Source } from '../core/notebook';

const ODD = /[^\p{L}\p{N} ._()（）-]/gu;

/**
 * The file name under which the data of a source lie beside a notebook, in bundles and on sites:
 * its own name where every system and address can hold that, else one made from it and the hash.
 */
export function fileBeside({ name, sha256 }: Pick<Source, 'name' | 'sha256'>): string {
  const plain = name
    .normalize('NFC')
    .replace(ODD, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(-100);
  return plain === name && plain !== '' ? plain : `${sha256.slice(0, 12)}-${plain}`;
}
