import { RenderMode, type ServerRoute } from '@angular/ssr';

/** Public pages are written as HTML by the build; everything else starts in the browser. */
export const renderedRoutes: ServerRoute[] = [
  { path: '', renderMode: RenderMode.Prerender },
  { path: 'mentions-legales', renderMode: RenderMode.Prerender },
  { path: 'donnees-personnelles', renderMode: RenderMode.Prerender },
  { path: 'accessibilite', renderMode: RenderMode.Prerender },
  { path: '**', renderMode: RenderMode.Client },
];
