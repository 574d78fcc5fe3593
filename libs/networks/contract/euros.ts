import type { Language } from '@cohorte/platform/contract';

const multipliers: Record<string, number> = { '': 1, k: 1e3, m: 1e6, md: 1e9 };
const written = /^(\d+(?:[.,]\d{1,6})?)(md|m|k)?(?:€|eur|euros?)?(?:ht)?$/;

/** «62 M€ HT», «62 000 000 € HT», «62,5 m€» → euros; null when it is no amount. */
export function readEuros(text: string): number | null {
  const match = written.exec(text.toLowerCase().replaceAll(/[\s\u00a0\u202f]/g, ''));
  if (!match) return null;
  const amount = Number((match[1] ?? '').replace(',', '.')) * (multipliers[match[2] ?? ''] ?? 1);
  return Math.round(amount * 100) / 100;
}

/** «62 M€ HT» from a million up, «850 000 € HT» below. */
export function writeEuros(amount: number, language: Language = 'fr'): string {
  const inMillions = amount >= 1e6;
  const number = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: inMillions ? 2 : 0 }).format(inMillions ? amount / 1e6 : amount);
  if (language === 'fr') return `${number}\u00a0${inMillions ? 'M€' : '€'} HT`;
  return `€${number}${inMillions ? 'm' : ''} excl. tax`;
}
