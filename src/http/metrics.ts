import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { quantileOf } from './quantile.ts';

/** From a millisecond to the ten seconds after which nobody waits any more. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What `/metrics` tells. Labels are of small fixed sets: never a serial, a person or an organisation. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'truepart_http_request_seconds',
    help: 'Time to answer, by route pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [this.registry],
  });
  private readonly waits = new Histogram({
    name: 'truepart_verdict_seconds',
    help: 'Time until somebody who had just read a label was told of it.',
    buckets: BUCKETS,
    registers: [this.registry],
  });
  private readonly scans = new Counter({
    name: 'truepart_scans_total',
    help: 'Labels that were read, by purpose.',
    labelNames: ['purpose'],
    registers: [this.registry],
  });
  private readonly verdicts = new Counter({
    name: 'truepart_verdicts_total',
    help: 'Verdicts that were given, by outcome.',
    labelNames: ['outcome'],
    registers: [this.registry],
  });
  private readonly deliveries = new Counter({
    name: 'truepart_deliveries_total',
    help: 'Attempts to tell somebody what happened, by channel and how they ended.',
    labelNames: ['channel', 'outcome'],
    registers: [this.registry],
  });
  private readonly sizes = new Map<string, () => Promise<number>>();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    const sizes = this.sizes;
    const gauge: Gauge = new Gauge({
      name: 'truepart_queue_size',
      help: 'Work that waits, by queue.',
      labelNames: ['queue'],
      registers: [this.registry],
      async collect() {
        for (const [queue, size] of sizes) gauge.set({ queue }, await size());
      },
    });
  }

  countScan(purpose: string): void {
    this.scans.inc({ purpose });
  }

  observeVerdict(milliseconds: number): void {
    this.waits.observe(milliseconds / 1000);
  }

  countVerdict(outcome: string): void {
    this.verdicts.inc({ outcome });
  }

  /** `retried`: it failed and will be tried again · `failed`: it was given up. */
  countDelivery(channel: 'webhook' | 'mail', outcome: 'delivered' | 'retried' | 'failed'): void {
    this.deliveries.inc({ channel, outcome });
  }

  /** @param size asked each time the metrics are read. */
  watchQueue(queue: string, size: () => Promise<number>): void {
    this.sizes.set(queue, size);
  }

  observeAnswers(server: FastifyInstance): void {
    server.addHook('onResponse', (request, reply, done) => {
      const labels = { method: request.method, route: request.routeOptions.url ?? '(none)', status: reply.statusCode };
      this.requests.observe(labels, reply.elapsedTime / 1000);
      done();
    });
  }

  /** How long people waited for a verdict, in seconds, since this process was started. */
  async verdictTimes(): Promise<{ count: number; quantile: (share: number) => number | null }> {
    const { values } = await this.waits.get();
    const buckets = values
      .filter(({ metricName }) => metricName === 'truepart_verdict_seconds_bucket')
      .map(({ labels: { le }, value }) => ({ upTo: le === '+Inf' ? Infinity : Number(le), count: value }))
      .sort((a, b) => a.upTo - b.upTo);
    return { count: buckets.at(-1)?.count ?? 0, quantile: (share) => quantileOf(buckets, share) };
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }
}
