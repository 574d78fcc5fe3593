import { type BrowserContext, type Page, test as base } from '@playwright/test';
import { OwnServer, type ServerOptions } from './own-server';
import { signInAs } from './sign-in';
import { Surprises } from './surprises';

interface WalkFixtures {
  surprises: Surprises;
  /** The address that this walk visits: the common server's, or its own server's. */
  address: string;
  /** Opens another browser, signed in as this person (or as nobody). */
  browserOf: (email?: string) => Promise<Page>;
  /** Starts a server of this walk's own, which it may kill. */
  ownServer: (options?: ServerOptions) => Promise<OwnServer>;
}

/** A walk: fails on anything surprising in any of its browsers, even when all it looked for was there. */
export const test = base.extend<WalkFixtures>({
  surprises: [
    async ({}, use) => {
      const surprises = new Surprises();
      await use(surprises);
      base.expect(surprises.list(), 'surprises met in the browsers').toEqual([]);
    },
    { auto: true },
  ],

  address: async ({}, use) => {
    const address = process.env['COHORTE_E2E_URL'];
    if (!address) throw new Error('The common server was not started');
    await use(address);
  },

  baseURL: async ({ address }, use) => use(address),

  context: async ({ context, surprises }, use) => {
    surprises.watch(context);
    await use(context);
  },

  browserOf: async ({ browser, address, surprises, contextOptions, viewport, isMobile, hasTouch, locale, timezoneId }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (email) => {
      const context = await browser.newContext({ ...contextOptions, viewport, isMobile, hasTouch, locale, timezoneId, baseURL: address });
      surprises.watch(context);
      opened.push(context);
      const page = await context.newPage();
      if (email) await signInAs(page, email, address);
      return page;
    });
    for (const context of opened) await context.close();
  },

  ownServer: async ({}, use) => {
    const servers: OwnServer[] = [];
    await use(async (options) => {
      const server = await OwnServer.start(options);
      servers.push(server);
      return server;
    });
    for (const server of servers) await server.discard();
  },
});

export const { expect } = base;
