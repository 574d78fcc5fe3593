import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Button } from '@cohorte/ui/web/button';
import { Icon } from '@cohorte/ui/web/icon';
import { Menu } from '@cohorte/ui/web/menu';
import { MenuItem } from '@cohorte/ui/web/menu-item';
import { MenuTrigger } from '@cohorte/ui/web/menu-trigger';
import { TranslocoDirective } from '@jsverse/transloco';
import { MyPlacesStore } from './my-places.store';

/** The network one works in: a link when there is one, a menu when there are several. */
@Component({
  selector: 'co-network-switch',
  imports: [Button, Icon, Menu, MenuItem, MenuTrigger, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'shell'">
      @if (places.current(); as network) {
        @if (places.networks().length > 1) {
          <button coButton type="button" variant="quiet" size="small" [coMenuTrigger]="menu" [attr.aria-label]="t('networks.label', network)"><span class="name">{{ network.name }}</span><co-icon name="chevron-down" size="small" /></button>
          <ng-template #menu>
            <co-menu [attr.aria-label]="t('networks.choose')">
              @for (other of places.networks(); track other.id) {
                <button coMenuItem type="button" (triggered)="go(other.id)"><co-icon [name]="other.id === network.id ? 'check' : 'route'" />{{ other.name }}</button>
              }
            </co-menu>
          </ng-template>
        } @else {
          <a [routerLink]="['/reseaux', network.id]" class="name">{{ network.name }}</a>
        }
      }
    </ng-container>
  `,
  styles: `
    :host { display: flex; min-width: 0; }
    .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-width: min(34vw, 320px); font-weight: 400; }
    a.name { display: inline-flex; align-items: center; min-height: 32px; color: var(--co-soft); text-decoration: none; }
    a.name:hover { color: var(--co-ink); text-decoration: underline; }
  `,
})
export class NetworkSwitch {
  protected readonly places = inject(MyPlacesStore);
  private readonly router = inject(Router);

  protected go(networkId: string): void {
    this.places.look(networkId);
    void this.router.navigate(['/reseaux', networkId]);
  }
}
