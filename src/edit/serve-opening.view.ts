import {
  answerOpening,
  textToPrepare,
  type OpenAnswer,
  type OpenRequest,
} from './open-protocol.ts';
import { prepareReading } from './prepare-reading.view.ts';

/** Opens and checks in the worker, and answers by the port that asked. */
export async function answerWith(
  request: OpenRequest,
  port: { postMessage(answer: OpenAnswer): void },
): Promise<void> {
  await prepareReading(textToPrepare(request));
  port.postMessage(answerOpening(request));
}
