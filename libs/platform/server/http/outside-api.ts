import { RequestMethod } from '@nestjs/common';

/** What does not stand below `/api`: probes, the map of public pages, and the address of a mailed page that mail programs POST to (RFC 8058). */
export const outsideApi = ['health/live', 'health/ready', 'metrics', 'sitemap.xml', { path: 'desinscription/:token', method: RequestMethod.POST }];
