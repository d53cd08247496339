import { describe, expect, it } from 'vitest';
import { createNotebook, setTitle, type Notebook } from '../core/notebook';
import { Problem } from '../core/problem';
import type { Address } from './address';
import { WorkspaceAddresses } from './workspace-addresses';
import type { WorkspacePorts } from './workspace-ports';

const link = (payload: string): Address => ({ kind: 'share', payload, mode: 'edit' });
const titled = (title: string): Notebook => setTitle(createNotebook('en'), title);

interface Answer {
  resolve: (notebook: Notebook) => void;
  reject: (problem: Problem) => void;
}

/** A window that shows titles; a link is read when `answer` says so. */
function openWindow() {
  const shown: string[] = [];
  const reading = new Map<string, Answer>();
  const documents = {
    read: async ({ payload }: { payload: string }) => {
      const notebook = await new Promise<Notebook>((resolve, reject) => {
        reading.set(payload, { resolve, reject });
      });
      return { notebook };
    },
  };
  const addresses = new WorkspaceAddresses(
    {
      ports: { documents } as unknown as WorkspacePorts,
      leave: () => Promise.resolve(),
      showStart: async () => void shown.push('start'),
    },
    {
      showStored: () => Promise.resolve(false),
      show: ({ notebook }) => {
        shown.push(notebook.title);
        return {} as never;
      },
    },
  );
  return { shown, reading, addresses };
}

/** Everything that waits for nothing but promises has gone on. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('addresses', () => {
  it('the last one is shown, though an earlier one is answered later', async () => {
    const { shown, reading, addresses } = openWindow();
    const opened = [addresses.open(link('slow')), addresses.open(link('quick'))];
    await settle();
    reading.get('quick')!.resolve(titled('quick'));
    await settle();
    reading.get('slow')!.resolve(titled('slow'));
    await Promise.all(opened);
    expect(shown).toEqual(['quick']);
  });

  it('one that nobody waits for any more is refused in silence', async () => {
    const { shown, reading, addresses } = openWindow();
    const slow = addresses.open(link('slow'));
    await settle();
    await addresses.open({ kind: 'start', mode: 'edit' });
    reading.get('slow')!.reject(new Problem('address-refused', { found: 'x' }));
    await slow;
    expect(shown).toEqual(['start']);
  });

  it('the last one is refused aloud', async () => {
    const { addresses } = openWindow();
    const refused = addresses.open({
      kind: 'refused',
      reason: 'not-beside',
      found: 'x',
      mode: 'edit',
    });
    await expect(refused).rejects.toMatchObject({ code: 'address-refused' });
  });
});
