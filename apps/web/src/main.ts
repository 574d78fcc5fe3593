import { bootstrapApplication } from '@angular/platform-browser';
import { browserConfig } from './browser.config';
import { keepPlace } from './kept-place';
import { Root } from './root';

const findPlaceAgain = keepPlace(document);
void bootstrapApplication(Root, browserConfig).then(async (app) => {
  findPlaceAgain();
  await app.whenStable();
  // What waited for its data is there now.
  findPlaceAgain();
});
