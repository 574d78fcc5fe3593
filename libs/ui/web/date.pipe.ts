import { inject, Pipe, type PipeTransform } from '@angular/core';
import { dateTimeWords, dayWords, type DayLength, type Moment, relativeWords, timeWords } from './date-words';
import { UiWords } from './ui-words';

// These pipes are impure on purpose: they follow the language signal; formatters are kept, so a call costs microseconds.

/** `date | coDate` → «jeudi 17 octobre 2024»; `| coDate:'short'`, `| coDate:'weekday'`. */
@Pipe({ name: 'coDate', pure: false })
export class DatePipe implements PipeTransform {
  private readonly ui = inject(UiWords);
  transform(moment: Moment | null | undefined, length: DayLength = 'long'): string {
    return moment == null ? '' : dayWords(moment, this.ui.language(), length);
  }
}

/** `date | coDateTime` → «jeudi 17 octobre 2024 à 14 h», heure de Paris. */
@Pipe({ name: 'coDateTime', pure: false })
export class DateTimePipe implements PipeTransform {
  private readonly ui = inject(UiWords);
  transform(moment: Moment | null | undefined): string {
    return moment == null ? '' : dateTimeWords(moment, this.ui.language());
  }
}

/** `date | coTime` → «15 h 30». */
@Pipe({ name: 'coTime', pure: false })
export class TimePipe implements PipeTransform {
  private readonly ui = inject(UiWords);
  transform(moment: Moment | null | undefined): string {
    return moment == null ? '' : timeWords(moment, this.ui.language());
  }
}

/** `date | coRelative` → «il y a 5 minutes», «demain»; a second argument replaces the present moment. */
@Pipe({ name: 'coRelative', pure: false })
export class RelativePipe implements PipeTransform {
  private readonly ui = inject(UiWords);
  transform(moment: Moment | null | undefined, now: Moment = Date.now()): string {
    return moment == null ? '' : relativeWords(moment, this.ui.language(), now);
  }
}
