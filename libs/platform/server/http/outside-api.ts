import { RequestMethod } from '@nestjs/common';

/** What does not stand below `/api`: probes, and the address of a mailed page that mail programs POST to (RFC 8058). */
export const outsideApi = ['health/live', 'health/ready', 'metrics', { path: 'desinscription/:token', method: RequestMethod.POST }];
