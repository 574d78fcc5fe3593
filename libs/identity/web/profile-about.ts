import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { Person } from '@cohorte/identity/contract';
import { ErrorWords } from '@cohorte/platform/web';
import { Banner } from '@cohorte/ui/web/banner';
import { Card } from '@cohorte/ui/web/card';
import { Field } from '@cohorte/ui/web/field';
import { RadioGroup, type RadioOption } from '@cohorte/ui/web/radio-group';
import { TextInput } from '@cohorte/ui/web/text-input';
import { TranslocoPipe } from '@jsverse/transloco';
import { ProfileChanges } from './profile-changes';

/** Name, function and language; each is saved when it is left. */
@Component({
  selector: 'co-profile-about',
  imports: [Banner, Card, Field, RadioGroup, TextInput, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-card [heading]="'identity.profile.about' | transloco" [note]="'identity.profile.aboutNote' | transloco">
      @if (problem(); as said) {<co-banner tone="needs-you" live>{{ said }}</co-banner>}
      <form (submit)="$event.preventDefault()" novalidate>
        <co-field [label]="'identity.profile.name' | transloco" [error]="nameProblem()" required>
          <input coInput name="name" autocomplete="name" maxlength="120" [value]="person().name" (change)="setText('name', $any($event.target).value)" />
        </co-field>
        <co-field [label]="'identity.profile.jobTitle' | transloco" [help]="'identity.profile.jobTitleHelp' | transloco" [error]="jobProblem()" optionalWord>
          <input coInput name="jobTitle" autocomplete="organization-title" maxlength="160" [value]="person().jobTitle" (change)="setText('jobTitle', $any($event.target).value)" />
        </co-field>
        <p><span class="label">{{ 'identity.profile.email' | transloco }}</span> {{ person().email }}</p>
        <co-radio-group across [label]="'identity.profile.language' | transloco" [options]="languages" [value]="person().language" (valueChange)="setLanguage($event)" />
      </form>
    </co-card>
  `,
  styles: `form { display: grid; gap: var(--co-space-5); margin-top: var(--co-space-4); } .label { display: block; font-weight: 650; } p { overflow-wrap: anywhere; }`,
})
export class ProfileAbout {
  readonly person = input.required<Person>();
  private readonly changes = inject(ProfileChanges);
  private readonly words = inject(ErrorWords);
  private readonly failure = signal<unknown>(null);
  protected readonly nameProblem = computed(() => this.words.ofField(this.failure(), 'name'));
  protected readonly jobProblem = computed(() => this.words.ofField(this.failure(), 'jobTitle'));
  protected readonly problem = computed(() => (this.failure() && !this.nameProblem() && !this.jobProblem() ? this.words.of(this.failure()) : ''));
  /** Languages are named in themselves. */
  protected readonly languages: RadioOption<Person['language']>[] = [
    { value: 'fr', label: 'Français' },
    { value: 'en', label: 'English' },
  ];

  protected async setText(field: 'name' | 'jobTitle', written: string): Promise<void> {
    if (written.trim() === this.person()[field]) return;
    await this.save({ [field]: written }, { [field]: this.person()[field] });
  }

  protected async setLanguage(language: Person['language'] | null): Promise<void> {
    if (language && language !== this.person().language) await this.save({ language }, { language: this.person().language });
  }

  private async save(change: Parameters<ProfileChanges['save']>[0], back: Parameters<ProfileChanges['save']>[1]): Promise<void> {
    this.failure.set(null);
    try {
      await this.changes.save(change, back);
    } catch (failure) {
      this.failure.set(failure);
    }
  }
}
