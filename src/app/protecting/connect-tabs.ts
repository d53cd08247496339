import type { ProtectionNews } from '../../storage/port';

interface Channel {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
}

const NEWS: readonly unknown[] = ['lock', 'protected', 'plain'] satisfies ProtectionNews[];

/** What tabs of a site tell each other of protected notebooks: never a key, never a passphrase. */
export function connectTabs(
  open: (name: string) => Channel,
  sitePath: string,
): {
  readonly tell: (news: ProtectionNews, id: string) => void;
  readonly listen: (hear: (news: ProtectionNews, id: string) => void) => void;
} {
  const channel = open(`fenqun:${sitePath.slice(0, sitePath.lastIndexOf('/') + 1)} locks`);
  return {
    tell: (news, id) => channel.postMessage([news, id]),
    listen: (hear) => {
      channel.onmessage = ({ data }) => {
        if (!Array.isArray(data) || typeof data[1] !== 'string') return;
        if (NEWS.includes(data[0])) hear(data[0] as ProtectionNews, data[1]);
      };
    },
  };
}
