import { Controller } from '@nestjs/common';
import { completeSearch, type InputOf, type Principal, search, type Visitor } from '../../contract';
import { Implements } from '../http/implements';
import { SearchQueries } from './search.queries';

/** One box for the whole platform: visitors find what is public, people what they may know. */
@Controller()
export class SearchController {
  constructor(private readonly queries: SearchQueries) {}

  @Implements(search)
  find(actor: Principal | Visitor, { q, ...asked }: InputOf<typeof search>) {
    return this.queries.find(actor, { text: q, ...asked });
  }

  @Implements(completeSearch)
  async complete(actor: Principal | Visitor, { q, domain }: InputOf<typeof completeSearch>) {
    return { hits: await this.queries.complete(actor, { text: q, domain }) };
  }
}
