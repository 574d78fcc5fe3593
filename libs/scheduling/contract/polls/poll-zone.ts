import { isZone } from '@cohorte/meetings/contract';
import * as z from 'zod';
import { isDay } from './wall-clock';

export const zoneName = z.string().max(60).refine(isZone, { message: 'unknown-zone' });

/** `2026-03-29T14:00` on a clock of the zone, or `2026-03-29` for the whole day. */
export const wallDay = z.iso.date();
export const wallTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/).refine((wall) => isDay(wall.slice(0, 10)), { message: 'not-a-date' });
