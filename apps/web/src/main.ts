import { bootstrapApplication } from '@angular/platform-browser';
import { browserConfig } from './browser.config';
import { Root } from './root';

void bootstrapApplication(Root, browserConfig);
