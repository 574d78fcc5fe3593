import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, take } from 'rxjs';

/** The empty frame of the application; each group of routes brings its own. */
@Component({
  selector: 'co-root',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterOutlet],
  template: '<router-outlet />',
})
export class Root {
  constructor() {
    // What the server wrote to be read at once leaves when the application's own page is there.
    const written = inject(DOCUMENT).getElementById('co-first-page');
    if (written) inject(Router).events.pipe(filter((event) => event instanceof NavigationEnd), take(1)).subscribe(() => written.remove());
  }
}
