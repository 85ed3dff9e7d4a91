/** A message that asks the safeguarding lead for an approval or a review. Its words are neutral: filters read e-mails, too. */
export type LeadMessage = { readonly subject: string; readonly body: string };

/** The request to approve a lesson; `address` is its link, which works once, empty where the lead’s own computer cannot open it. */
export function approvalRequest(address: string): LeadMessage {
  const where =
    address === ''
      ? 'Wholeclass runs on my laptop, so please come to it.'
      : `This link is for you. You can answer with it once, in the next 14 days: ${address}`;
  return {
    subject: 'Please approve a lesson for this term',
    body: `Could you approve a Wholeclass lesson for this term? Until then I can practise and preview it, but not teach it. It takes about two minutes. ${where}`,
  };
}

/** The request to review a lesson; `address` is its page for the lead, empty where the lead’s own computer cannot open it. */
export function reviewRequest(address: string): LeadMessage {
  const where =
    address === ''
      ? 'Wholeclass runs on my laptop, so please come to it; or I can show you the plan on paper.'
      : `It is here: ${address}`;
  return {
    subject: 'Please review a lesson of ours',
    body: `Could you review a Wholeclass lesson that we wrote ourselves? Until then I can practise and preview it, but not teach it. You read the slides and the notes, and can comment on each. ${where}`,
  };
}

/** The request as the address of a new e-mail. */
export function mailtoOf({ subject, body }: LeadMessage): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
