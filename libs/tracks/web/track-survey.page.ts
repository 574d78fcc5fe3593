import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { paces, surveyLeast } from '@cohorte/meetings/contract';
import { ApiClient, ErrorWords, ErrorWordsPipe } from '@cohorte/platform/web';
import { exportTrackSurvey, readTrackSurvey, type SurveyedMeeting, trackOpinion, usefulOf } from '@cohorte/tracks/contract';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { DatePipe } from '@cohorte/ui/web/date.pipe';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { Toasts } from '@cohorte/ui/web/toasts.service';
import { TranslocoDirective } from '@jsverse/transloco';

/** What people said of a track: over time first, then meeting by meeting. */
@Component({
  selector: 'co-track-survey-page',
  imports: [Banner, Button, Card, CountPipe, DatePipe, Empty, ErrorWordsPipe, Icon, PageHead, RouterLink, Skeleton, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './track-survey.page.html',
  styleUrl: './track-survey.page.css',
})
export class TrackSurveyPage {
  readonly cohortId = input.required<string>();
  private readonly api = inject(ApiClient);
  private readonly document = inject(DOCUMENT);
  private readonly toasts = inject(Toasts);
  private readonly errors = inject(ErrorWords);
  protected readonly marks = [4, 3, 2, 1] as const;
  protected readonly paces = paces;
  protected readonly least = surveyLeast;
  protected readonly read = resource({ params: () => this.cohortId(), loader: ({ params }) => this.api.call(readTrackSurvey, { cohortId: params }) });
  protected readonly survey = computed(() => (this.read.hasValue() ? this.read.value() : undefined));
  protected readonly opinion = computed(() => trackOpinion(this.survey()?.meetings ?? []));

  /** Out of a hundred who answered. */
  protected share(count: number, of: number): number {
    return of === 0 ? 0 : Math.round((count / of) * 100);
  }

  protected usefulShare({ answers, totals }: SurveyedMeeting): number | null {
    return totals && this.share(usefulOf(totals), answers);
  }

  protected async export(): Promise<void> {
    try {
      const file = await this.api.call(exportTrackSurvey, { cohortId: this.cohortId() });
      const link = this.document.createElement('a');
      link.href = URL.createObjectURL(new Blob([file.text], { type: 'text/csv;charset=utf-8' }));
      link.download = file.fileName;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (failure) {
      this.toasts.show(this.errors.of(failure), { tone: 'problem' });
    }
  }
}
