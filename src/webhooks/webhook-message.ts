import { Webhook } from 'standardwebhooks';
import type { OutboxEvent } from '../outbox/events.ts';

/** One message as Standard Webhooks has it. */
export interface Message {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The same event has the same `webhook-id` and the same body however often it is sent; only the time of the attempt and
 * with it the signature differ.
 * @param secrets the one in force first; after a rotation the earlier one too, so that either verifies.
 */
export function messageOf(event: OutboxEvent, secrets: readonly string[], now: Date): Message {
  const body = JSON.stringify({ type: event.type, timestamp: event.at.toISOString(), data: event.data });
  return {
    body,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'Truepart-Webhooks',
      'webhook-id': event.id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(event.id, now, body)).join(' '),
    },
  };
}
