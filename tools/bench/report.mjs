import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

/** What the bench measured: groups of rows, one figure a server. Nothing is judged here but the ratio to the best peer. */
export class Report {
  constructor(peers) {
    this.peers = peers;
    this.groups = [];
    this.remarks = [];
    this.startedAt = new Date();
    this.machine = { cores: cpus().length, processor: cpus()[0]?.model ?? 'unknown', memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version, loadAtStart: loadavg() };
  }

  /** The pen of one server in one scenario. */
  notesOf(scenario, peer) {
    let group;
    const open = (title) => (group = this.groupOf(scenario, title));
    return {
      group: (title) => void open(title),
      row: (label, value, unit, target) => this.write(group ?? open(''), { label, unit, target }, { peer, value }),
      failed: (error) => this.write(group ?? open(''), { label: 'could not be measured', unit: '' }, { peer, value: 'failed', why: error.message }),
      remark: (text) => this.remarks.push(`${scenario.name} ${peer}: ${text}`),
    };
  }

  groupOf({ name, title }, detail) {
    const found = this.groups.find((group) => group.scenario === name && group.detail === detail);
    if (found) return found;
    const group = { scenario: name, title, detail, rows: [] };
    this.groups.push(group);
    return group;
  }

  write(group, { label, unit, target }, { peer, value, why }) {
    let row = group.rows.find((each) => each.label === label);
    if (!row) group.rows.push((row = { label, unit, target, values: {} }));
    row.values[peer] = value;
    if (why) this.remarks.push(`${group.scenario} ${peer}: ${why.replaceAll(/\s+/g, ' ').slice(0, 300)}`);
  }

  header() {
    const { cores, processor, memoryGiB, node, loadAtStart } = this.machine;
    const loads = loadAtStart.map((each) => each.toFixed(1)).join(' ');
    return [`${this.startedAt.toISOString()} · ${cores} cores (${processor}) · ${memoryGiB} GiB · Node ${node}`, `load average when it began: ${loads}; the load’s own processes run on the same cores`];
  }

  toJson() {
    return { startedAt: this.startedAt.toISOString(), machine: { ...this.machine, loadAtEnd: loadavg() }, servers: this.servers, groups: this.groups, remarks: this.remarks };
  }

  /** Also while it goes on: a run that is cut short has measured something. */
  save({ json, markdown }) {
    if (json) writeFileSync(json, `${JSON.stringify(this.toJson(), null, 2)}\n`);
    if (markdown) writeFileSync(markdown, `${this.toMarkdown()}\n`);
  }

  /** A Markdown table: readable in a terminal, and where it is kept. */
  toMarkdown() {
    const lines = [...this.header().map((line) => `> ${line}`), '', ...this.servers.map((line) => `- ${line}`), ''];
    for (const group of this.groups) lines.push(`### ${group.scenario} · ${group.title}`, '', group.detail, '', ...this.table(group), '');
    if (this.remarks.length > 0) lines.push('### Remarks', '', ...[...new Set(this.remarks)].map((text) => `- ${text}`), '');
    return lines.join('\n');
  }

  table({ rows }) {
    const cells = [['', ...this.peers, 'ours ÷ best peer', 'aim'], ...rows.map((row) => [`${row.label}${row.unit ? ` (${row.unit})` : ''}`, ...this.peers.map((peer) => show(row.values[peer])), this.ratio(row), row.target ?? ''])];
    const widths = cells[0].map((_, column) => Math.max(...cells.map((line) => line[column].length)));
    const line = (texts) => `| ${texts.map((text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]))).join(' | ')} |`;
    return [line(cells[0]), `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`, ...cells.slice(1).map(line)];
  }

  /** Only where less is better: counts of what was done are no contest. */
  ratio({ values, unit }) {
    const others = this.peers.filter((peer) => peer !== 'ours').map((peer) => values[peer]).filter((value) => typeof value === 'number' && value > 0);
    if (unit === '' || typeof values.ours !== 'number' || others.length === 0) return '';
    return `× ${(values.ours / Math.min(...others)).toFixed(2)}`;
  }
}

function show(value) {
  if (value === undefined || value === null) return '–';
  if (typeof value !== 'number') return value;
  if (Number.isInteger(value)) return String(value);
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);
}
