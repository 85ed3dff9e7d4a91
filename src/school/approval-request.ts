/** A message that asks the safeguarding lead for the term’s approval. Its words are neutral: filters read e-mails, too. */
export type ApprovalRequest = { readonly subject: string; readonly body: string };

/** The request; `address` is the page where approval is given, empty where the lead’s own computer cannot open it. */
export function approvalRequest(address: string): ApprovalRequest {
  const where =
    address === ''
      ? 'Wholeclass runs on my laptop, so please come to it; or open it on yours, go to “Your school”, then “Approval for this term”, and send me the file that “Save as one file” makes.'
      : `It is here: ${address}`;
  return {
    subject: 'Please approve our lessons for this term',
    body: `Could you approve our Wholeclass lessons for this term? Until then I can rehearse and preview them, and not teach them. You confirm five things, which takes about two minutes. ${where}`,
  };
}

/** The request to review a lesson; `address` is its page for the lead, empty where the lead’s own computer cannot open it. */
export function reviewRequest(address: string): ApprovalRequest {
  const where =
    address === ''
      ? 'Wholeclass runs on my laptop, so please come to it; or I can show you the plan on paper.'
      : `It is here: ${address}`;
  return {
    subject: 'Please review a lesson of ours',
    body: `Could you review a Wholeclass lesson that we wrote ourselves? Until then I can rehearse and preview it, and not teach it. You read the slides and the notes, and can comment on each. ${where}`,
  };
}

/** The request as the address of a new e-mail. */
export function mailtoOf({ subject, body }: ApprovalRequest): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
