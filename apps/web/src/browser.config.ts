import { LOCATION_INITIALIZED } from '@angular/common';
import { type ApplicationConfig, inject, isDevMode, provideBrowserGlobalErrorListeners, provideZonelessChangeDetection } from '@angular/core';
import { provideRouter, TitleStrategy, withComponentInputBinding, withEnabledBlockingInitialNavigation, withInMemoryScrolling } from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import { routes } from './app.routes';
import { CatalogueLoader } from './i18n/catalogue.loader';
import { LanguageService } from './i18n/language.service';
import { PageTitles } from './i18n/page-titles';

/** Providers of the browser; those of the build's prerendering are added in `server.config.ts`. */
export const browserConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    provideRouter(routes, withEnabledBlockingInitialNavigation(), withComponentInputBinding(), withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' })),
    provideTransloco({ config: { availableLangs: ['fr', 'en'], defaultLang: 'fr', fallbackLang: 'fr', reRenderOnLangChange: true, prodMode: !isDevMode(), missingHandler: { logMissingKey: isDevMode(), useFallbackTranslation: true } }, loader: CatalogueLoader }),
    // The first navigation waits for the words it is told in.
    { provide: LOCATION_INITIALIZED, useFactory: () => inject(LanguageService).start() },
    { provide: TitleStrategy, useExisting: PageTitles },
  ],
};
