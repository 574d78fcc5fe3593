import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { Button } from '@cohorte/ui/web/button';
import { Thread } from '@cohorte/ui/web/thread';
import type { ThreadStop } from '@cohorte/ui/web/thread-stop';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';

interface Words {
  stops: string[];
  works: string;
  pillars: { title: string; text: string }[];
  who: { title: string; text: string }[];
}

/** Says in ten seconds what Cohorte is, and where to come in. */
@Component({
  selector: 'co-landing-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Button, RouterLink, Thread, TranslocoPipe],
  templateUrl: './landing.page.html',
  styleUrl: './landing.page.css',
})
export class LandingPage {
  protected readonly words = toSignal(inject(TranslocoService).selectTranslateObject<Words>('web.landing'));
  protected readonly stops = computed<ThreadStop[]>(() => (this.words()?.stops ?? []).map((label, place) => ({ label, state: place === 0 ? 'held' : place === 1 ? 'next' : place === 2 ? 'dated' : 'undated' })));
}
