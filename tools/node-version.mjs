/** Imported first by every command: ends with one sentence where Cohorte cannot run. Written for any Node of this decade. */
const oldest = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  process.stderr.write(`Cohorte needs Node ${oldest.join('.')} or newer, and this is Node ${process.versions.node}: install a newer one from https://nodejs.org\n`);
  process.exit(1);
}
