import { createServer } from 'node:http';
import { freePort } from './program.mjs';

const words = { y: 'Oui', i: 'Si besoin', n: 'Non', '-': '' };

/** The naive way: one page of HTML with a table of everybody’s answers, and a list to choose from in each of one’s own cells; answers in memory, no account, no lock. */
export class PlainTable {
  constructor({ slots, lines }) {
    this.slots = slots;
    this.lines = lines;
  }

  async start() {
    this.port = await freePort();
    this.server = createServer((request, answer) => void this.serve(request, answer));
    await new Promise((ready) => this.server.listen(this.port, '127.0.0.1', ready));
  }

  get address() {
    return `http://127.0.0.1:${this.port}`;
  }

  async serve(request, answer) {
    const person = Number(request.url.split('/')[1]);
    if (request.method === 'GET') return void answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(this.page(person));
    const parts = [];
    for await (const part of request) parts.push(part);
    const { place, letter } = JSON.parse(Buffer.concat(parts).toString());
    const line = this.lines[person];
    this.lines[person] = `${line.slice(0, place)}${letter}${line.slice(place + 1)}`;
    answer.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  }

  page(person) {
    const head = this.slots.map((slot) => `<th>${slot}</th>`).join('');
    const choices = Object.entries(words).map(([letter, word]) => `<option value="${letter}">${word}</option>`).join('');
    const mine = this.slots.map(() => `<td><select class="mine">${choices}</select></td>`).join('');
    const others = this.lines.flatMap((line, at) => (at === person ? [] : [`<tr><th>Personne ${at}</th>${[...line].map((letter) => `<td>${words[letter]}</td>`).join('')}</tr>`])).join('');
    return `<!doctype html><html lang="fr"><title>Sondage</title><h1>Sondage</h1><table><tr><th></th>${head}</tr><tr><th>Moi</th>${mine}</tr>${others}</table></html>`;
  }

  discard() {
    return new Promise((done) => void this.server.close(done));
  }
}
