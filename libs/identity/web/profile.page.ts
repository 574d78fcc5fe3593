import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '@cohorte/ui/web/button';
import { PageHead } from '@cohorte/ui/web/page-head';
import { Skeleton } from '@cohorte/ui/web/skeleton';
import { TranslocoPipe } from '@jsverse/transloco';
import { IdentityStore } from './identity.store';
import { ProfileAbout } from './profile-about';
import { ProfileData } from './profile-data';
import { ProfileProtection } from './profile-protection';
import { ProfileReading } from './profile-reading';
import { ProfileSessions } from './profile-sessions';

/** A person's own page: who they are, how they read, how their account is protected, what is kept about them. */
@Component({
  selector: 'co-profile-page',
  imports: [Button, PageHead, ProfileAbout, ProfileData, ProfileProtection, ProfileReading, ProfileSessions, RouterLink, Skeleton, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <co-page-head [heading]="'identity.profile.heading' | transloco" [subtitle]="'identity.profile.lead' | transloco">
      <a coActions coButton routerLink="/profil/attestations">{{ 'identity.profile.certificates' | transloco }}</a>
    </co-page-head>
    @if (identity.person(); as person) {
      <div class="sections">
        <co-profile-about [person]="person" />
        <co-profile-reading [preferences]="person.preferences" />
        <co-profile-protection />
        <co-profile-sessions />
        <co-profile-data [person]="person" />
      </div>
    } @else {
      <co-skeleton [lines]="8" />
    }
  `,
  styles: `:host { display: block; } .sections { display: grid; gap: var(--co-gap); max-width: 46rem; }`,
})
export class ProfilePage {
  protected readonly identity = inject(IdentityStore);
}
