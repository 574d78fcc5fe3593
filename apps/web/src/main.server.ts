import { bootstrapApplication, type BootstrapContext } from '@angular/platform-browser';
import { Root } from './root';
import { serverConfig } from './server.config';

/** Called by the build, once for each public page. */
export default (context: BootstrapContext) => bootstrapApplication(Root, serverConfig, context);
