import { afterEach, describe, expect, it } from 'vitest';
import { createCacheWitness } from './witness';

afterEach(() => Reflect.deleteProperty(globalThis, 'caches'));

describe('a witness in the cache storage', () => {
  it('is none where a sandbox refuses the very name, and nobody stumbles over it', async () => {
    Object.defineProperty(globalThis, 'caches', {
      configurable: true,
      get: () => {
        throw new DOMException('disabled because the context is sandboxed', 'SecurityError');
      },
    });
    const witness = createCacheWitness('/site/');
    await witness.write('[]');
    expect(await witness.read()).toBeNull();
  });

  it('keeps the last of several texts that are written at once', async () => {
    const kept = new Map<string, Response>();
    const cache = {
      put: async (key: string, response: Response) => {
        // The first takes longest.
        for (let turn = kept.size === 0 ? 9 : 0; turn > 0; turn--) await Promise.resolve();
        kept.set(key, response);
      },
    };
    const caches = {
      open: async () => cache,
      match: async (key: string) => kept.get(key)?.clone(),
    };
    Object.defineProperty(globalThis, 'caches', { configurable: true, value: caches });
    const witness = createCacheWitness('/site/');
    void witness.write('first');
    await witness.write('last');
    expect(await witness.read()).toBe('last');
  });
});
