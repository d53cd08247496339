/**
 * Counts what the browser records as network requests after the page said it was ready. The
 * figures are the browser's, so that they can be believed. Blobs made in the page are no requests.
 */
export class RequestCount {
  isReady: boolean = $state(false);
  addresses: readonly string[] = $state.raw([]);
  readonly count = $derived(this.addresses.length);

  /** From now on every request counts. */
  declareReady(): void {
    const readyMs = performance.now();
    const observer = new PerformanceObserver((list) => {
      const found = list.getEntries().filter((entry) => entry.startTime >= readyMs);
      const asked = found.map((entry) => entry.name).filter(isRequest);
      if (asked.length > 0) this.addresses = [...this.addresses, ...asked];
    });
    observer.observe({ type: 'resource', buffered: true });
    this.isReady = true;
    document.documentElement.dataset.ready = 'true';
  }
}

function isRequest(address: string): boolean {
  return !/^(blob|data):/.test(address);
}
