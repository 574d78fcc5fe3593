import type { Actor } from '@cohorte/networks/contract';
import type { InputOf } from '@cohorte/platform/contract';
import { Implements } from '@cohorte/platform/server';
import { Controller } from '@nestjs/common';
import { addSynonyms, changeSynonyms, listSynonyms, removeSynonyms, startSynonyms } from '../../contract';
import { SynonymService } from './synonym.service';

/** Words that mean the same, over HTTP. */
@Controller()
export class SynonymController {
  constructor(private readonly synonyms: SynonymService) {}

  @Implements(listSynonyms)
  list(actor: Actor, { networkId }: InputOf<typeof listSynonyms>) {
    return this.synonyms.list(actor, networkId);
  }

  @Implements(addSynonyms)
  add(actor: Actor, input: InputOf<typeof addSynonyms>) {
    return this.synonyms.add(actor, input);
  }

  @Implements(startSynonyms)
  async start(actor: Actor, { networkId }: InputOf<typeof startSynonyms>) {
    return { added: await this.synonyms.start(actor, networkId) };
  }

  @Implements(changeSynonyms)
  async change(actor: Actor, input: InputOf<typeof changeSynonyms>) {
    await this.synonyms.change(actor, input);
    return {};
  }

  @Implements(removeSynonyms)
  async remove(actor: Actor, input: InputOf<typeof removeSynonyms>) {
    await this.synonyms.remove(actor, input);
    return {};
  }
}
