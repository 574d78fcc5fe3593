import type { BrowserContext } from '@playwright/test';

/** The browser's own lines for a refused request (5xx are caught below, 4xx are answers like any other) and for a last word said on a line that is being closed. */
const ordinary = /^Failed to load resource: the server responded with a status of 4\d\d|^WebSocket is already in CLOSING or CLOSED state/;

/** What a walk must never meet in a browser: console errors (a blocked script or style is one), crashes, answers 5xx. */
export class Surprises {
  private readonly met: string[] = [];
  private readonly expected: RegExp[] = [];

  watch(context: BrowserContext): void {
    context.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error' && !ordinary.test(text)) this.add(`console: ${text} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.add(`page error: ${error.error().message}`));
    context.on('response', (response) => {
      if (response.status() >= 500) this.add(`${response.status()} from ${response.request().method()} ${response.url()}`);
    });
  }

  /** This walk provokes it. */
  expect(...patterns: RegExp[]): void {
    this.expected.push(...patterns);
  }

  /** The server goes away and comes back during this walk, or the network does; a part of the page that had not come yet says so (NG0750). */
  expectOutages(): void {
    this.expect(/net::ERR_/, /WebSocket connection to .* failed/, /^50[234] from /, /status of 50[234]/, /NG0750/);
  }

  list(): string[] {
    return this.met.filter((text) => !this.expected.some((pattern) => pattern.test(text)));
  }

  private add(text: string): void {
    this.met.push(text);
  }
}
