import * as v from 'valibot';
import { problemSchema } from '../../document/problem-schema.ts';
import { helpTopics } from '../../subjects/help-topics.ts';
import { namesOf } from '../../text/own.ts';
import { number, type Fields } from '../../text/schema.ts';
import type { LessonCard } from './lesson-card.ts';
import { topics } from './search-topics.ts';

/** An entry of `lessons.json`. */
export const lessonCardSchema = v.object({
  slug: v.string(),
  title: v.string(),
  boardTitle: v.string(),
  summary: v.string(),
  subject: v.nullable(v.string()),
  approval: v.picklist(['each term', 'none']),
  sheets: v.union([v.literal('all'), v.array(v.string())]),
  // Lists that a browser or a folder still has from before cards said it.
  helpTopic: v.optional(v.picklist(helpTopics), 'pictures'),
  isDraft: v.boolean(),
  follows: v.array(v.string()),
  plan: v.nullable(v.string()),
  stage: v.nullable(v.picklist(['KS1', 'KS2', 'KS3', 'KS4', 'KS5', 'adults'])),
  minutes: v.nullable(number),
  coreMinutes: v.nullable(number),
  lengths: v.array(number),
  ways: v.array(number),
  objectives: v.array(v.string()),
  keyWords: v.array(v.string()),
  topics: v.array(v.picklist(namesOf(topics))),
  lines: v.array(
    v.object({
      where: v.string(),
      words: v.string(),
      topics: v.array(v.picklist(namesOf(topics))),
    }),
  ),
  reviewedBy: v.array(v.string()),
  asks: v.boolean(),
  film: v.nullable(v.object({ title: v.string(), length: number })),
  films: v.array(v.object({ folder: v.string(), plays: v.boolean(), told: v.string() })),
  problems: v.array(problemSchema),
  opens: v.boolean(),
} satisfies Fields<LessonCard>);
