import { resolve } from 'node:path';
import { EnvironmentReader } from './environment-reader.ts';
import { type OidcSettings, oidcSettings } from './oidc-settings.ts';
import { type PrinterAddress, printers } from './printers.ts';
import { projectRoot } from './project-root.ts';
import {
  hostToListenOn,
  isLoopback,
  mailSender,
  oneOf,
  origin,
  postgresUrl,
  privateNetworks,
  smtpUrl,
  trustedProxies,
  wholeNumber,
  yesOrNo,
} from './variables.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/**
 * Everything the server is told by its environment, read and checked once. A value that is set but wrong never falls
 * back to a default. Nothing else in the project reads `process.env`.
 */
export class Config {
  /** NODE_ENV is `production`. */
  readonly isProduction: boolean;
  /** The demo world with its published passwords is loaded: for this machine only. */
  readonly isDemo: boolean;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Origin that links carry and phones reach: `https://truepart.example`, without a trailing slash. */
  readonly publicUrl: string;
  private readonly keptLabelOrigin?: string;
  /** Absent: an embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly databasePoolSize: number;
  /** Absolute. Holds the signing keys, and the embedded PostgreSQL. */
  readonly dataDir: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Addresses of the proxies that are believed, as Fastify takes them. */
  readonly trustProxy: false | string[];
  readonly sessionHours: number;
  /** Limits per minute and source address. */
  readonly publicChecksPerMinute: number;
  readonly signInsPerMinute: number;
  readonly requestsPerMinute: number;
  /** Label printers on the network, which take ZPL as it comes. */
  readonly printers: readonly PrinterAddress[];
  /** Networks beside the public internet that webhooks may reach: `loopback`, addresses, ranges. */
  readonly webhookNetworks: readonly string[];
  /** Absent: no mail is sent. */
  readonly smtpUrl: string | undefined;
  /** Whom mail is from. Set whenever `smtpUrl` is. */
  readonly mailFrom: string | undefined;
  /** Absent: staff sign in by password alone. */
  readonly oidc: OidcSettings | undefined;
  /** How long running requests may take to finish once a stop was asked for. */
  readonly shutdownSeconds: number;

  private constructor(environment: EnvironmentReader) {
    const kind = environment.read('NODE_ENV', oneOf('production', 'development', 'test'), 'development');
    this.isProduction = kind === 'production';
    this.isDemo = environment.read('DEMO', yesOrNo, !this.isProduction);
    this.host = environment.read('HOST', hostToListenOn, '127.0.0.1');
    this.port = environment.read('PORT', wholeNumber(0, 65_535), 3000);
    this.publicUrl = environment.read('PUBLIC_URL', origin, `http://localhost:${this.port}`);
    this.databaseUrl = environment.read('DATABASE_URL', postgresUrl, undefined);
    this.databasePoolSize = environment.read('DATABASE_POOL_SIZE', wholeNumber(2, 500), 20);
    this.dataDir = resolve(projectRoot, environment.text('DATA_DIR') ?? '.data');
    this.logLevel = environment.read('LOG_LEVEL', oneOf(...LOG_LEVELS), 'info');
    this.trustProxy = environment.read('TRUST_PROXY', trustedProxies, false);
    this.sessionHours = environment.read('SESSION_HOURS', wholeNumber(1, 720), 12);
    this.publicChecksPerMinute = environment.read('THROTTLE_PUBLIC_CHECKS', wholeNumber(1, 1_000_000), 60);
    this.signInsPerMinute = environment.read('THROTTLE_SIGN_INS', wholeNumber(1, 1_000_000), 20);
    this.requestsPerMinute = environment.read('THROTTLE_REQUESTS', wholeNumber(1, 10_000_000), 60_000);
    this.printers = environment.read('PRINTERS', printers, []);
    this.webhookNetworks = environment.read('WEBHOOK_NETWORKS', privateNetworks, this.isDemo ? ['loopback'] : []);
    this.smtpUrl = environment.read('SMTP_URL', smtpUrl, undefined);
    this.mailFrom = environment.read('MAIL_FROM', mailSender, undefined);
    this.oidc = oidcSettings(environment);
    this.shutdownSeconds = environment.read('SHUTDOWN_SECONDS', wholeNumber(1, 600), 20);
    this.checkWhoCanReachUs(environment);
    if (this.smtpUrl !== undefined && environment.text('MAIL_FROM') === undefined) {
      environment.report('MAIL_FROM', 'the address that mail is from, because SMTP_URL is set');
    }
    Object.freeze(this);
  }

  /** @throws BadConfiguration naming every bad variable at once. */
  static from(variables: Readonly<Record<string, string | undefined>>): Config {
    const environment = new EnvironmentReader(variables);
    const config = new Config(environment);
    environment.refuseIfBad();
    return config;
  }

  /** Origin that labels carry and are signed for: `publicUrl`, unless earlier labels keep another (`labels/label-origin.ts`). */
  get labelOrigin(): string {
    return this.keptLabelOrigin ?? this.publicUrl;
  }

  /** The same settings with what is only known while starting: a free port, the database that was started. */
  with({ labelOrigin, ...known }: Partial<Pick<Config, 'port' | 'publicUrl' | 'databaseUrl' | 'labelOrigin'>>): Config {
    const kept = labelOrigin === undefined ? {} : { keptLabelOrigin: labelOrigin };
    const copy = Object.assign(Object.create(Config.prototype) as Config, this, known, kept);
    Object.freeze(copy);
    return copy;
  }

  /** The demo may speak plain HTTP on any port, because only this machine reaches it; everybody else needs HTTPS. */
  private checkWhoCanReachUs(environment: EnvironmentReader): void {
    const publicUrl = new URL(this.publicUrl);
    const isLocal = isLoopback(publicUrl.hostname);
    if (this.isDemo && !isLoopback(this.host)) {
      environment.report('HOST', 'a loopback address such as 127.0.0.1 while DEMO is true: its passwords are public');
    }
    if (this.isDemo && !isLocal) {
      environment.report('PUBLIC_URL', 'a loopback origin such as http://localhost:3000 while DEMO is true');
    }
    if (!this.isDemo && environment.text('PUBLIC_URL') === undefined) {
      environment.report('PUBLIC_URL', 'the https origin that phones reach, because DEMO is false');
    }
    if (!this.isDemo && !isLocal && (publicUrl.protocol !== 'https:' || publicUrl.port !== '')) {
      environment.report('PUBLIC_URL', 'https and no port, because phones outside open the labels');
    }
  }
}
