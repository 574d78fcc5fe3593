export { stemsOfPage, wordsOfEntry, writeEntry } from '@cohorte/platform/server';
