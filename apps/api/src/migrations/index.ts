import { CreatePlatform1760000000000 } from './1760000000000-create-platform';

/** The one time line of the database, in order. Listed by name: globs do not survive bundling. */
export const migrations = [
  CreatePlatform1760000000000,
];
