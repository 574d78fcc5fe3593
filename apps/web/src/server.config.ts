import { type ApplicationConfig, mergeApplicationConfig } from '@angular/core';
import { provideServerRendering, withRoutes } from '@angular/ssr';
import { browserConfig } from './browser.config';
import { renderedRoutes } from './rendered.routes';

const rendering: ApplicationConfig = { providers: [provideServerRendering(withRoutes(renderedRoutes))] };

export const serverConfig = mergeApplicationConfig(browserConfig, rendering);
