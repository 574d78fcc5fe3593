import { inject, Pipe, type PipeTransform } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

/** 90 → «1 h 30», 120 → «2 h», 45 → «45 min»: the key below `meetings.length` and its values. */
export function lengthWords(minutes: number): { key: 'hours' | 'hours-minutes' | 'minutes'; values: { hours: number; minutes: string } } {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return { key: 'minutes', values: { hours, minutes: String(rest) } };
  return { key: rest === 0 ? 'hours' : 'hours-minutes', values: { hours, minutes: String(rest).padStart(2, '0') } };
}

/** `90 | coMeetingLength` → «1 h 30»; follows the language. */
@Pipe({ name: 'coMeetingLength', pure: false })
export class MeetingLengthPipe implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform(minutes: number): string {
    const { key, values } = lengthWords(minutes);
    return this.transloco.translate(`meetings.length.${key}`, values);
  }
}
