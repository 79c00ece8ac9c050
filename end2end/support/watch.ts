// Looks over the browser's shoulder: complaints in the console, violations of the content security
// policy, requests to others, dialogs, errors in scripts, answers that say the server broke.

import type { BrowserContext, Page, Request } from '@playwright/test';

declare global {
  interface Window {
    /** Whether an island has taken over its form. */
    islandListens?: boolean;
  }
}

export class Watch {
  readonly seen: string[] = [];
  /** Everything that was asked for, as `script /pkg/concord.js`. */
  readonly asked: string[] = [];
  /** Meant to come. A transition between pages that the browser gives up is no error of the page. */
  private readonly expected: RegExp[] = [/^script: Transition was (aborted|skipped)/];

  /** Without script, what was loaded for the islands is for nothing, and the browser says so. */
  constructor(
    private readonly origin: string,
    script: boolean,
  ) {
    if (!script) this.expect(/preloaded using link preload but not used/);
    // Chromium's word for a page that was left while it was still turning over.
    this.expect(/^script: Transition was (aborted|skipped)/);
  }

  async over(context: BrowserContext, page: Page): Promise<void> {
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI}`);
      });
      const listen = EventTarget.prototype.addEventListener;
      EventTarget.prototype.addEventListener = function (type: string, ...rest: any) {
        if (type === 'submit') window.islandListens = true;
        return listen.call(this, type, ...(rest as [any]));
      };
    });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) {
        this.note(`console: ${message.text()} (${message.location().url})`);
      }
    });
    page.on('pageerror', (error) => this.note(`script: ${error.message}`));
    page.on('request', (request) => this.request(request));
    page.on('response', (response) => {
      if (response.status() >= 500) this.note(`${response.status()} ${response.url()}`);
    });
    page.on('dialog', (dialog) => {
      this.note(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  /** From now on, complaints like this are meant to come. */
  expect(complaint: RegExp): void {
    this.expected.push(complaint);
  }

  /** The browser complains about each page that is not there. */
  expectStatus(status: number): void {
    this.expect(new RegExp(`responded with a status of ${status}`));
  }

  private note(complaint: string): void {
    if (!this.expected.some((pattern) => pattern.test(complaint))) this.seen.push(complaint);
  }

  private request(request: Request): void {
    const url = request.url();
    if (/^(data|blob|about):/.test(url)) return;
    const { origin, pathname } = new URL(url);
    this.asked.push(`${request.resourceType()} ${pathname}`);
    if (origin !== this.origin) this.note(`a request to another origin: ${url}`);
  }
}
