import * as z from 'zod';
import { pollAnswers } from './answer-line';

export const pollAnswer = z.enum(pollAnswers);
