import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import type { Preferences } from '@cohorte/identity/contract';
import { ErrorWords } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Card } from '@cohorte/ui/web/card';
import { RadioGroup, type RadioOption } from '@cohorte/ui/web/radio-group';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { ProfileChanges } from './profile-changes';

type Name = keyof Preferences;

const choices: { readonly [K in Name]: readonly Preferences[K][] } = {
  theme: ['system', 'light', 'dark'],
  textSize: ['normal', 'large'],
  motion: ['system', 'reduce'],
  density: ['comfortable', 'compact'],
};

/** How the pages are shown to this person, on all their devices. */
@Component({
  selector: 'co-profile-reading',
  imports: [Banner, Card, RadioGroup, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-card [heading]="'identity.reading.heading' | transloco" [note]="'identity.reading.note' | transloco">
      @if (problem(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
      <div class="groups">
        @for (name of names; track name) {
          <co-radio-group across [label]="'identity.reading.' + name + '.label' | transloco" [options]="options(name)" [value]="preferences()[name]" (valueChange)="choose(name, $event)" />
        }
      </div>
    </co-card>
  `,
  styles: `.groups { display: grid; gap: var(--co-space-5); }`,
})
export class ProfileReading {
  readonly preferences = input.required<Preferences>();
  private readonly changes = inject(ProfileChanges);
  private readonly words = inject(ErrorWords);
  private readonly transloco = inject(TranslocoService);
  private readonly language = toSignal(this.transloco.langChanges$);
  protected readonly problem = signal('');
  protected readonly names = Object.keys(choices) as Name[];

  protected options(name: Name): RadioOption[] {
    this.language();
    return choices[name].map((value) => ({ value, label: this.transloco.translate(`identity.reading.${name}.${value}`) }));
  }

  protected async choose(name: Name, value: string | null): Promise<void> {
    const before = this.preferences()[name];
    if (value === null || value === before) return;
    this.problem.set('');
    try {
      await this.changes.save({ preferences: { [name]: value } }, { preferences: { [name]: before } });
    } catch (failure) {
      this.problem.set(this.words.of(failure));
    }
  }
}
