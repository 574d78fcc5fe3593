export { wordsOfEntry, writeEntry } from '@cohorte/platform/server';
