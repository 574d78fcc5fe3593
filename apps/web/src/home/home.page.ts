import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { IdentityStore } from '@cohorte/identity/web';
import { ApiClient, ErrorWordsPipe } from '@cohorte/platform/web';
import { listCohorts, listMySteps, nextStep } from '@cohorte/tracks/contract';
import { CohortCards, onReturn } from '@cohorte/tracks/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Button } from '@cohorte/ui/web/button';
import { Card } from '@cohorte/ui/web/card';
import { CountPipe } from '@cohorte/ui/web/count.pipe';
import { dateTimeWords, dayWords } from '@cohorte/ui/web/date-words';
import { Empty } from '@cohorte/ui/web/empty';
import { Icon } from '@cohorte/ui/web/icon';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { UiWords } from '@cohorte/ui/web/ui-words';
import { TranslocoDirective } from '@jsverse/transloco';
import { MyPlacesStore } from '../shell/my-places.store';
import { StepCard } from './step-card';

/** What fits under the eye; the rest waits behind one press. */
const shownFirst = 5;

/** «Mes prochaines étapes»: what is expected of me over all my cohorts, then the cohorts themselves. */
@Component({
  selector: 'co-home-page',
  imports: [Banner, Button, Card, CohortCards, CountPipe, Empty, ErrorWordsPipe, Icon, PageHead, RouterLink, Skeleton, StepCard, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './home.page.html',
  styles: `
    .home { display: grid; gap: var(--co-space-10); }
    .steps { display: grid; gap: var(--co-space-3); align-content: start; }
    .alone { display: block; max-width: 760px; }
    .more { justify-self: start; }
    .cohorts { display: grid; gap: var(--co-space-4); align-content: start; }
    @media (min-width: 1280px) { .home { grid-template-columns: minmax(0, 1.75fr) minmax(340px, 1fr); gap: var(--co-space-8); } .cohorts { margin-top: -44px; } }
    .alone ol { display: grid; gap: var(--co-space-3); margin-top: var(--co-space-4); padding-left: 1.4em; max-width: 60ch; }
    .alone li::marker { color: var(--co-green); font-weight: 700; }
  `,
})
export class HomePage {
  private readonly api = inject(ApiClient);
  private readonly ui = inject(UiWords);
  private readonly identity = inject(IdentityStore);
  private readonly places = inject(MyPlacesStore);
  protected readonly all = signal(false);
  protected readonly found = resource({ loader: () => this.read() });
  protected readonly steps = computed(() => (this.found.hasValue() ? this.found.value().steps : []));
  protected readonly cohorts = computed(() => (this.found.hasValue() ? this.found.value().cohorts : []));
  protected readonly shown = computed(() => (this.all() ? this.steps() : this.steps().slice(0, shownFirst)));
  protected readonly today = computed(() => dayWords(new Date(), this.ui.language(), 'weekday'));
  protected readonly network = this.places.current;
  protected readonly animates = computed(() => this.network()?.roles.includes('animator') ?? false);
  protected readonly alone = computed(() => !this.places.loading() && this.places.networks().length === 0 && this.cohorts().length === 0 && this.steps().length === 0);
  protected readonly email = computed(() => this.identity.person()?.email ?? '');
  /** The next dated meeting of any cohort: what comes even when nothing is expected. */
  protected readonly ahead = computed(() => {
    const dated = this.cohorts().flatMap((cohort) => {
      const next = nextStep(cohort.steps);
      return next?.startsAt ? [{ name: cohort.name, startsAt: next.startsAt }] : [];
    });
    const [soonest] = dated.sort((a, b) => a.startsAt.localeCompare(b.startsAt));
    return soonest && { name: soonest.name, when: dateTimeWords(soonest.startsAt, this.ui.language()) };
  });

  constructor() {
    this.places.reload();
    onReturn(() => void this.found.reload());
  }

  private async read() {
    const [{ steps }, { cohorts }] = await Promise.all([this.api.call(listMySteps, {}), this.api.call(listCohorts, {})]);
    return { steps, cohorts };
  }
}
