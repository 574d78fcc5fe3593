import { documentOf } from '../rich-text.builder';
import { annexes } from './annexes.chapter';
import { axisA } from './axis-a.chapter';
import { axisB } from './axis-b.chapter';
import { axisC } from './axis-c.chapter';
import { axisD } from './axis-d.chapter';
import { budget, communication, publication } from './communication.chapter';
import { context } from './context.chapter';
import { diagnosis } from './diagnosis.chapter';
import { followUp } from './follow-up.chapter';
import { governance } from './governance.chapter';
import { preamble } from './preamble.chapter';

/** The scheme of about thirty pages that the demonstration opens on: invented, for a real hospital group. */
export const spaserDemo = {
  structureKey: 'ght-rouen-coeur-seine',
  title: 'SPASER 2027-2031 du GHT Rouen Cœur de Seine (démonstration)',
  document: documentOf(
    ...preamble, ...context, ...diagnosis, ...axisA, ...axisB, ...axisC, ...axisD, ...governance, ...followUp, ...communication, ...publication,
    ...budget, ...annexes,
  ),
};
