import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../config/config.ts';
import { Database, type Tx } from '../database/database.ts';
import { Metrics } from '../http/metrics.ts';
import { Clock } from '../kernel/clock.ts';
import { DeliveryLoop } from '../outbox/delivery-loop.ts';
import { type Channel, Relay } from '../outbox/relay.ts';
import { nextAttempt } from '../outbox/retry-times.ts';
import { addressMail, claimMail, countMail, type DueMail, settleMail } from './due-mail.query.ts';
import { mailText, placeOf } from './mail-text.ts';

const AT_ONCE = 4;
/** Together shorter than a claim: nobody else begins while we still try. */
const TIMEOUTS = { dnsTimeout: 5_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/**
 * Tells people by mail, in their language. Without a mail server nothing is written down to be sent; with one that is
 * away everything waits, and is tried again for three days.
 */
@Injectable()
export class MailSender implements Channel, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly transport: Transporter | undefined;
  private readonly loop: DeliveryLoop<DueMail>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    private readonly config: Config,
    relay: Relay,
  ) {
    const claim = (most: number) => claimMail(this.database, this.clock.now(), most);
    this.loop = new DeliveryLoop('mail', { claim, deliver: (mail) => this.deliver(mail) }, AT_ONCE);
    if (config.smtpUrl === undefined) return;
    this.transport = createTransport({
      url: config.smtpUrl,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...TIMEOUTS,
    });
    relay.through(this);
  }

  onApplicationBootstrap(): void {
    if (this.transport === undefined) return;
    this.metrics.watchQueue('mail', () => countMail(this.database));
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  take(tx: Tx, eventIds: readonly string[]): Promise<void> {
    return addressMail(tx, eventIds, this.clock.now());
  }

  private async deliver(mail: DueMail): Promise<void> {
    const trouble = await this.attempt(mail);
    const nextAt = trouble === null || trouble.isFinal ? null : nextAttempt(this.clock.now(), mail.attempt);
    const status = trouble === null ? 'delivered' : nextAt === null ? 'failed' : 'waiting';
    await settleMail(this.database, mail, { status, nextAt, trouble: trouble?.code ?? null });
    this.metrics.countDelivery('mail', status === 'waiting' ? 'retried' : status);
  }

  /** The same message has the same Message-ID however often it is sent, so that a mailbox can tell. */
  private async attempt({ event, accountId, address, roles, language }: DueMail): Promise<MailTrouble | null> {
    const { publicUrl, mailFrom } = this.config;
    try {
      await this.transport!.sendMail({
        from: mailFrom,
        to: { name: '', address },
        messageId: `<${event.id}.${accountId}@${new URL(publicUrl).hostname}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...mailText(event, language, publicUrl, placeOf(event, roles.includes('analyst'))),
      });
      return null;
    } catch (error) {
      return troubleOf(error);
    }
  }
}

interface MailTrouble {
  readonly code: string;
  /** This message will never be taken: the mailbox is not there. */
  readonly isFinal: boolean;
}

/** Codes only: what a mail server says may name the address. */
function troubleOf(error: unknown): MailTrouble {
  const { code = 'UNREACHABLE', responseCode } = error as { code?: string; responseCode?: number };
  const isAboutMessage = code === 'EENVELOPE' || code === 'EMESSAGE';
  return {
    code: responseCode === undefined ? code : `${code} ${responseCode}`,
    isFinal: isAboutMessage && responseCode !== undefined && responseCode >= 500,
  };
}
