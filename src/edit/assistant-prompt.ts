/** What a teacher says of the lesson that an assistant is to draft; empty where they leave it to the words in brackets. */
export type DraftWishes = {
  readonly topic: string;
  readonly stage: string;
  readonly minutes: string;
};

/** A short lesson that shows an assistant how ours are written; it is read without a mistake. */
export const EXAMPLE_LESSON = `---
title: Why ice floats
subject: science
stage: KS3
minutes: 20
objectives:
  - I can say why ice floats on water.
vocabulary:
  density: how much mass is packed into a space
resources:
  - A jar of water, with ice
---

# Why ice floats

## Starter (5 min)

### What floats?

- Write down three things that float.
- Compare them with your neighbour’s.

Notes:
Two minutes alone, two in pairs. Listen for “it is light”.

## Teach (8 min)

### Ice is less dense than water

- Its particles are further apart.
- The same mass takes up more space.

Notes:
Show the jar. Ask: “What happens when it melts?”

### On your worksheet

- Ice floats because …
- Oil floats on water because …

## Exit ticket (7 min)

::: choice floats knowledge
Why does ice float?

- [ ] It is colder than water
- [x] It is less dense than water

> The same mass takes up more space.
:::
`;

/** The prompt for whatever assistant a school allows. The program sends it nowhere: a teacher copies it. */
export function assistantPrompt({ topic, stage, minutes }: DraftWishes): string {
  const about = topic.trim() || '[the topic, and what pupils should be able to do at the end]';
  const forWho = stage.trim() || '[the year group]';
  const length = minutes.trim() || '[how many]';
  return `Write a lesson for a class as a plain text file in Markdown.

Topic: ${about}
For: ${forWho}
Length: ${length} minutes

The class sees the slides. Only the teacher sees what is under “Notes:”. Keep to this format:

- The file begins with a head between two lines of ---: title, subject, stage (KS1 to KS5), minutes, and lists of objectives, vocabulary and resources.
- One # heading: the title slide.
- ## begins a part of the lesson, with its minutes in brackets: ## Starter (5 min). The minutes add up to the length.
- ### begins a slide. A slide has at most five short lines.
- Notes: on a line of its own, below what the class sees of a slide, begins what the teacher says and does: instructions, timings, answers, what to listen for. None of that is on a slide.
- A list item that ends in … is on the worksheet, with lines to write on.
- A question to the class is written between ::: choice name knowledge and :::, with a blank line above and below. [x] marks the right answer, and what follows > explains it.
- A table is a Markdown table. No HTML, no pictures, no web addresses.

Write calm, plain British English for the age. Name no real pupil. State nothing you are not sure of: write “Check this” into the notes instead. Answer with the lesson alone, in one block of code.

An example of the format, on another topic:

\`\`\`markdown
${EXAMPLE_LESSON}\`\`\`
`;
}
